// A bank in memory and its site, for tests: records are YAML, pages are kept by path.
#pragma once

#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "content/bank.hpp"
#include "parse/case_file.hpp"
#include "render/site.hpp"

namespace baraza::render {

inline std::string text_of_file(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::stringstream text;
  text << in.rdbuf();
  return text.str();
}

inline content::Node yaml(const std::string& text, const std::string& path = "x.yaml") {
  Diagnostics found;
  return parse::parse_yaml_file(text, path, found);
}

// The templates of this repository.
inline const Templates& own_templates() {
  static const Templates templates = [] {
    Templates read;
    const std::filesystem::path root = std::filesystem::path(BARAZA_SOURCE_DIR) / "templates";
    for (const auto& entry : std::filesystem::directory_iterator(root)) {
      if (entry.path().extension() != ".html") continue;
      read.pages[entry.path().stem().string()] = {
          "templates/" + entry.path().filename().string(), text_of_file(entry.path())};
    }
    for (const auto& entry : std::filesystem::directory_iterator(root / "assets")) {
      read.assets[entry.path().filename().string()] = text_of_file(entry.path());
    }
    read.texts = yaml(text_of_file(root / "text/en.yaml"), "templates/text/en.yaml");
    return read;
  }();
  return templates;
}

struct TestSite {
  content::Bank bank = {};
  std::map<std::string, content::Record> records = {};  // by path
  Templates templates = own_templates();
  SiteOptions options = {};
  std::map<std::string, std::string> files = {};  // what the sink was given
  std::vector<std::string> twice = {};            // paths it was given again
  std::map<std::string, int> reads = {};          // how often each record was read

  // A record of the file `path`; the bank's facets must be there before.
  void add(const std::string& path, const std::string& front, content::Body body = {}) {
    content::Record record;
    record.front = yaml(front, path);
    record.card = content::make_card(record.front, bank.facets, path);
    record.body = std::move(body);
    bank.cards.push_back(record.card);
    records[path] = std::move(record);
  }

  Status render() {
    files.clear();
    content::sort_cards(bank.cards);
    const RecordReader read = [this](const content::Card& card) -> Result<content::Record> {
      ++reads[card.path];
      return records.at(card.path);
    };
    return render_site(bank, read, templates, options, [this](File file) -> Status {
      if (files.count(file.path) != 0) twice.push_back(file.path);
      files[file.path] = std::move(file.bytes);
      return Done{};
    });
  }

  bool has(const std::string& path) const { return files.count(path) != 0; }
  bool says(const std::string& path, const std::string& text) const {
    const auto file = files.find(path);
    return file != files.end() && file->second.find(text) != std::string::npos;
  }
  // The paths of pages whose HTML has `text` in it.
  std::vector<std::string> pages_with(const std::string& text) const {
    std::vector<std::string> found;
    for (const auto& [path, bytes] : files) {
      if (bytes.find(text) != std::string::npos) found.push_back(path);
    }
    return found;
  }
};

// A bank of this repository's kind, with one record of each kind and each state.
// NOLINTNEXTLINE(readability-function-size): a bank, record by record
inline TestSite full_site() {
  TestSite site;
  site.bank.settings.title = "Wells";
  site.bank.settings.notice[""] = "Nobody described here took part.";
  site.bank.facets = {
      {.field = "countries", .flag = "country", .plural = "countries", .label = "Countries"},
      {.field = "sectors", .flag = "sector", .plural = "sectors", .label = "Sectors"}};
  site.add("cases/kenya/pump.md", R"(
title: Pump & pipe
summary: A pump <that> broke.
countries: [kenya]
sectors: [water]
period: {start: 2011, ongoing: true}
wells_built: 12
sources: [{id: s1, title: A report, author: A. Li, year: 2016, url: "https://example.org/r"}]
lessons:
  - {id: ask, claim: Ask first., because: They did (s1)., question: Why (s1)?, sources: [s1]}
  - {id: pay, claim: Pay late., sources: [s1]}
outcomes:
  - {id: o, claim: It ran., direction: better, basis: [survey], sources: [s1]}
  - {id: p, claim: It broke., direction: worse, sources: [s1, {id: s9, at: p. 3}]}
lenses: [{term: lens/one, fits: partly, because: It nearly did (s1).}]
related: [dam]
)");
  site.add("cases/ghana/dam.md", R"(
title: Dam
countries: [ghana]
sectors: [water]
lessons: [{id: wait, claim: Wait., sources: []}]
)");
  site.add("cases/ghana/secret.md", R"(
title: The hidden case
countries: [togo]
sectors: [water]
sensitivity: lesson-only
actors: [{id: a, name: Hidden Actor, kind: union}]
sources: [{id: s1, title: Hidden source}]
lessons: [{id: quiet, claim: Speak softly., because: "They heard (s1).", sources: [s1]}]
)");
  site.add("cases/ghana/draft.md", "{title: Unfinished, draft: true, countries: [mali]}");
  site.add("cases/ghana/held.md", "{title: Held back, sensitivity: hold, countries: [mali]}");
  site.add("cases/insights/first.md", R"(
kind: insight
title: Asking helps.
rests_on:
  - {lesson: "pump#ask", stance: supports, why: It did.}
  - {lesson: "pump#pay", stance: contradicts, why: It did not.}
  - {lesson: "dam#wait", stance: limits, why: Not always.}
  - {lesson: "secret#quiet", stance: supports, why: Quietly.}
  - {lesson: "draft#none", stance: supports, why: Never shown.}
state: open
because: Few cases & no trial.
)");
  site.add("cases/digest/paper.md",
           "{kind: digest, title: A paper, summary: Short., url: 'https://example.org/p'}");
  content::Vocabulary lens;
  lens.id = "lens";
  lens.framework = true;
  lens.label[""] = "A lens";
  lens.status[""] = "For learning.";
  lens.terms.push_back({.id = "one", .label = {{"", "First term"}}});
  site.bank.vocabularies.frameworks["lens"] = lens;
  return site;
}

// How often `part` is found in `text`.
inline std::size_t count_of(const std::string& text, const std::string& part) {
  std::size_t count = 0;
  for (std::size_t at = text.find(part); at != std::string::npos;
       at = text.find(part, at + 1)) {
    ++count;
  }
  return count;
}

}  // namespace baraza::render
