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

}  // namespace baraza::render
