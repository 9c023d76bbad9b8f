// Banks built in code, and folders that go with their test.
#pragma once

#include <algorithm>
#include <filesystem>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

#include "base/hash.hpp"
#include "content/record.hpp"
#include "index/find.hpp"
#include "index/writer.hpp"

namespace baraza::index {

class Folder {
 public:
  Folder() {
    std::string name =
        (std::filesystem::temp_directory_path() / "baraza-index-XXXXXX").string();
    REQUIRE(::mkdtemp(name.data()) != nullptr);
    path_ = name;
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  ~Folder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  const std::string& path() const { return path_; }

 private:
  std::string path_;
};

// The records of a bank, by path.
struct SmallBank {
  content::Bank bank = {};
  std::map<std::string, content::Record> records = {};

  SmallBank() {
    bank.settings.title = "A small bank";
    bank.facets = {{.field = "countries",
                    .flag = "country",
                    .plural = "countries",
                    .label = "Countries",
                    .vocabulary = "countries"},
                   {.field = "sectors",
                    .flag = "sector",
                    .plural = "sectors",
                    .label = "Sectors",
                    .vocabulary = "sectors"}};
    content::Vocabulary countries{.id = "countries"};
    countries.terms = {
        {.id = "kenya", .label = {{"en", "Kenya"}, {"sw", "Kenya"}}},
        {.id = "ghana", .label = {{"en", "Ghana"}}},
        {.id = "south-africa", .label = {{"en", "South Africa"}}, .alt = {"RSA"}}};
    content::Vocabulary sectors{.id = "sectors"};
    sectors.terms = {{.id = "education", .label = {{"en", "Education"}, {"sw", "Elimu"}}},
                     {.id = "water", .label = {{"en", "Water"}}}};
    bank.vocabularies.lists = {{"countries", countries}, {"sectors", sectors}};
  }

  content::Record& add(const std::string& id, const std::string& title) {
    content::Record record;
    record.card.id = id;
    record.card.title = title;
    record.card.path = "cases/" + id + ".md";
    return records.emplace(record.card.path, std::move(record)).first->second;
  }

  content::Record& add_case(const std::string& id, const std::string& title,
                            const std::string& country, const std::string& sector,
                            const std::vector<std::string>& body) {
    content::Record& record = add(id, title);
    record.card.terms = {{"countries", {country}}, {"sectors", {sector}}};
    for (const std::string& text : body)
      record.body.passages.push_back({.text = text, .line = 10});
    return record;
  }

  static content::Lesson& add_lesson(content::Record& record, const std::string& id,
                                     const std::string& claim) {
    content::Lesson& lesson = record.card.lessons.emplace_back();
    lesson.id = id;
    lesson.claim = claim;
    lesson.terms = record.card.terms;
    return lesson;
  }

  // What the bank holds now, as whoever loads it would tell.
  Inputs inputs() const {
    Inputs inputs;
    for (const auto& [path, record] : records) {
      const std::string hash = short_hash(content::encode(record));
      inputs.files.push_back({path, hash});
      const content::Card& card = record.card;
      if (card.publishable())
        inputs.records.push_back({.path = path,
                                  .id = card.id,
                                  .kind = card.kind,
                                  .language = card.language,
                                  .translation_of = card.translation_of,
                                  .lenses = card.lenses,
                                  .hash = hash});
    }
    for (const auto& [id, list] : bank.vocabularies.lists) {
      std::string all;
      for (const content::Term& term : list.terms) {
        for (const auto& [language, label] : term.label)
          all.append(term.id).append(language).append(label);
        for (const std::string& alt : term.alt) all += alt + '\n';
      }
      inputs.definitions.push_back({"schemas/vocabularies/" + id + ".yaml", short_hash(all)});
    }
    std::string synonyms;
    for (const content::SynonymGroup& group : bank.synonyms)
      for (const std::string& name : group.names) synonyms += name + '\n';
    inputs.definitions.push_back({"schemas/synonyms.yaml", short_hash(synonyms)});
    std::sort(inputs.definitions.begin(), inputs.definitions.end(),
              [](const FileHash& a, const FileHash& b) { return a.path < b.path; });
    return inputs;
  }

  RecordReader reader() const {
    return
        [this](const std::string& path) { return Result<content::Record>(records.at(path)); };
  }

  Result<IndexSummary> write(const std::string& folder,
                             const IndexOptions& options = {.shards = 2}) const {
    return write_index(bank, inputs(), reader(), folder, options);
  }
};

// Two cases with three lessons, an insight and a digest entry.
inline SmallBank make_small_bank() {
  SmallBank small;
  content::Record& reading =
      small.add_case("reading", "Early reading in every school", "kenya", "education",
                     {"Coaches visited teachers in their classrooms. Pupils read better.",
                      "The village-level committees met each month."});
  reading.card.summary = "A pilot became a national programme.";
  reading.card.start = {.year = 2011};
  reading.card.end = {.year = 2014};
  reading.card.updated = "2020-01-01";
  content::Lesson& coaching = SmallBank::add_lesson(
      reading, "coaching", "Coaching teachers works where visits are kept");
  coaching.because = "Visits to classrooms were tracked on tablets.";
  coaching.basis = {"experiment"};
  coaching.corroboration = {"independent"};
  SmallBank::add_lesson(reading, "books", "Every pupil needs a book to take home");

  content::Record& water =
      small.add_case("water-points", "Reporting broken water points", "ghana", "water",
                     {"Villagers sent text messages. Few teachers took part."});
  water.card.start = {.year = 2016};
  water.card.ongoing = true;
  water.card.updated = "2021-01-01";
  SmallBank::add_lesson(water, "answer", "Reports stop when nobody answers them");

  content::Record& insight = small.add("insight-one", "Feedback must be answered");
  insight.card.kind = content::RecordKind::insight;
  insight.card.rests_on = {{.lesson = "water-points#answer",
                            .stance = "supports",
                            .why = "silence ended the reports"}};
  content::Record& digest = small.add("digest-one", "A guide to community radio");
  digest.card.kind = content::RecordKind::digest;
  digest.card.url = "https://example.org/radio";
  return small;
}

// The index of `small`, written and opened.
inline Index open_index(const SmallBank& small, const Folder& folder,
                        const IndexOptions& options = {.shards = 2}) {
  const Result<IndexSummary> written = small.write(folder.path(), options);
  if (!written) MESSAGE(written.error().message);
  REQUIRE(written.has_value());
  Result<Index> index = Index::open(folder.path());
  if (!index) MESSAGE(index.error().message);
  REQUIRE(index.has_value());
  return std::move(*index);
}

// The ids of what is found, joined by spaces.
inline std::string ids_of(const Index& index, const Question& question) {
  const Result<Hits> hits = find(index, question);
  if (!hits) return "error: " + hits.error().message;
  std::string ids;
  for (const Hit& hit : hits->hits) ids += (ids.empty() ? "" : " ") + hit.entry.id;
  return ids;
}

}  // namespace baraza::index
