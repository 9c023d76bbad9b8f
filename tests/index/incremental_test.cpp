#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <random>
#include <string>
#include <vector>

#include <sys/stat.h>

#include "index/generation.hpp"
#include "index/shard_task.hpp"
#include "small_bank.hpp"

namespace baraza::index {
namespace {

namespace fs = std::filesystem;

// Everything that an answer tells.
std::string text_of(const Hits& hits) {
  std::string text = std::to_string(hits.total) + (hits.exact ? "" : "+");
  for (const Replacement& word : hits.replaced) text += "\n" + word.from + " > " + word.to;
  for (const std::string& note : hits.notes) text += "\n" + note;
  for (const FacetCount& facet : hits.facets)
    for (const TermCount& term : facet.terms)
      text += "\n" + facet.field + " " + term.term + " " + term.label + " " +
              std::to_string(term.count);
  for (const Hit& hit : hits.hits) {
    text += "\n" + std::to_string(hit.score) + " " + hit.title + " | " + hit.excerpt.text +
            " | " + encode(hit.entry);
    for (const Standing& standing : hit.entry.insights)
      text += " " + standing.insight + " " + standing.title + " " + standing.stance;
  }
  return text;
}

std::string answer(const Index& index, const Question& question) {
  const Result<Hits> hits = find(index, question);
  return hits ? text_of(*hits) : "error: " + hits.error().message;
}

void check_same_entries(const Index& a, const Index& b) {
  CHECK(*a.entries() == *b.entries());
  for (std::size_t i = 0; i < std::min(a.size(), b.size()); ++i) {
    CHECK(*a.texts(i) == *b.texts(i));
    CHECK(*a.sheets(i) == *b.sheets(i));
  }
  const auto words = [](const Index& index) {
    std::string text;
    const Result<std::vector<Index::KnownWord>> known = index.words();
    REQUIRE(known.has_value());
    for (const Index::KnownWord& word : *known)
      text += word.text + " " + std::to_string(word.documents) + "\n";
    return text;
  };
  CHECK(words(a) == words(b));
}

void check_same(const Index& a, const Index& b) {
  check_same_entries(a, b);
  CHECK(encode(a.about()) == encode(b.about()));
  for (const char* text : {"", "teachers", "wells and pumps", "\"market women\"",
                           "+village -school", "comm*", "pupil techers", "=wells",
                           "country:kenya reading", "kitabu", "author:amina", "zebra"}) {
    CAPTURE(text);
    for (const std::size_t limit : {3U, 1000U})
      CHECK(answer(a, {.text = text, .limit = limit}) ==
            answer(b, {.text = text, .limit = limit}));
  }
  CHECK(answer(a, {.text = "teachers", .where = {{"country", "ghana"}}}) ==
        answer(b, {.text = "teachers", .where = {{"country", "ghana"}}}));
}

// A bank that changes at random, in one of the ways that banks change at each step.
class ChangingBank {
 public:
  explicit ChangingBank(unsigned seed) : random_(seed) {
    small_.bank.facets.push_back(
        {.field = "authors", .flag = "author", .plural = "authors", .label = "Authors"});
    for (int i = 0; i < 40; ++i) add_case();
    add_insight();
  }

  const SmallBank& bank() const { return small_; }

  void change() {
    switch (below(12)) {
      case 0:
        return add_case();
      case 1:
        return add_insight();
      case 2:
        return remove();
      case 3:
        return rename();
      case 4:
        return translate();
      case 5:
        any_case().card.draft = below(2) == 0;
        return;
      case 6:
        any_case().card.sensitivity = below(2) == 0 ? "lesson-only" : "";
        return;
      case 7:
        small_.bank.vocabularies.lists["countries"].terms[0].label["en"] = "Kenya " + words(1);
        return;
      case 8:
        return change_lessons();
      case 9:
        small_.bank.synonyms = {{.names = {words(1), words(1)}}};
        return;
      default:
        any_case().body.passages[0].text = words(30);
        return;
    }
  }

 private:
  std::size_t below(std::size_t most) { return random_() % most; }

  std::string words(std::size_t count) {
    static const std::vector<std::string> known = {
        "teachers", "wells",  "pumps",     "market",  "women",  "village",  "school",
        "pupils",   "county", "committee", "reading", "radio",  "mechanic", "water",
        "rains",    "buses",  "clinics",   "nurses",  "budget", "hearings", "answers",
        "trust",    "maps",   "land",      "titles",  "seeds",  "fisher",   "kitabu"};
    std::string text;
    for (std::size_t i = 0; i < count; ++i)
      text += (i == 0 ? "" : " ") + known[below(known.size())] +
              (below(9) == 0 ? std::to_string(below(50)) : "");
    return text;
  }

  void add_case() {
    const std::string country = below(2) == 0 ? "kenya" : "ghana";
    content::Record& record =
        small_.add_case("case-" + std::to_string(++last_), words(6), country,
                        below(2) == 0 ? "water" : "education", {words(40), words(20)});
    record.card.summary = words(12);
    record.card.terms["authors"] = {"amina", "author-" + std::to_string(below(5))};
    record.card.start = {.year = 2000 + static_cast<int>(below(20))};
    for (std::size_t i = below(4); i > 0; --i)
      SmallBank::add_lesson(record, "lesson-" + std::to_string(i), words(10)).because =
          words(9);
  }

  void add_insight() {
    content::Record& record = small_.add("insight-" + std::to_string(++last_), words(5));
    record.card.kind = content::RecordKind::insight;
    for (int i = 0; i < 3; ++i) {
      const content::Card& card = any_case().card;
      if (!card.lessons.empty())
        record.card.rests_on.push_back({.lesson = content::full_id(card, card.lessons[0]),
                                        .stance = below(2) == 0 ? "supports" : "limits",
                                        .why = words(6)});
    }
  }

  std::map<std::string, content::Record>::iterator any() {
    return std::next(small_.records.begin(),
                     static_cast<std::ptrdiff_t>(below(small_.records.size())));
  }

  content::Record& any_case() {
    for (;;)
      if (content::Record& record = any()->second; !record.body.passages.empty()) return record;
  }

  void remove() {
    if (small_.records.size() > 10) small_.records.erase(any());
  }

  void rename() {
    content::Record record = any_case();
    small_.records.erase(record.card.path);
    if (record.card.kind == content::RecordKind::case_study && below(2) == 0)
      record.card.id = "renamed-" + std::to_string(++last_);
    record.card.path = "cases/moved/" + std::to_string(++last_) + ".md";
    small_.records.emplace(record.card.path, std::move(record));
  }

  void translate() {
    content::Record record = any_case();
    record.card.translation_of = record.card.id;
    record.card.kind = content::RecordKind::translation;
    record.card.language = "sw";
    record.card.title = "kitabu cha " + words(2);
    record.card.path += ".sw.md";
    record.body.passages = {{.text = "vitabu vya " + words(5)}};
    small_.records[record.card.path] = std::move(record);
  }

  void change_lessons() {
    content::Record& record = any_case();
    if (!record.card.lessons.empty() && below(2) == 0) {
      record.card.lessons.pop_back();
    } else {
      SmallBank::add_lesson(record, "new-" + std::to_string(++last_), words(8));
    }
  }

  std::mt19937 random_;
  SmallBank small_;
  int last_ = 0;
};

TEST_CASE("an index that was changed step by step answers as one that is made from nothing") {
  // A developer may ask for more.
  const char* asked = std::getenv("BARAZA_INDEX_STEPS");  // NOLINT(concurrency-mt-unsafe)
  const int steps = asked == nullptr ? 8 : std::atoi(asked);
  for (const unsigned shards : {1U, 3U}) {
    CAPTURE(shards);
    ChangingBank changing(shards);
    const Folder folder;
    const IndexOptions options{.shards = shards, .flush_bytes = 3000};
    REQUIRE(changing.bank().write(folder.path(), options).has_value());
    for (int step = 0; step < steps; ++step) {
      CAPTURE(step);
      for (int i = 0; i <= step % 3; ++i) changing.change();
      const Folder other;
      const Result<IndexSummary> changed = changing.bank().write(folder.path(), options);
      const Result<IndexSummary> anew = changing.bank().write(other.path(), options);
      REQUIRE((changed.has_value() && anew.has_value()));
      CHECK(changed->generation == anew->generation);
      CHECK(changed->documents == anew->documents);
      CHECK(changed->lessons == anew->lessons);
      const Result<Index> a = Index::open(folder.path());
      const Result<Index> b = Index::open(other.path());
      REQUIRE((a.has_value() && b.has_value()));
      check_same(*a, *b);
    }
  }
}

// A question as people and scripts may put it.
std::string random_question(std::mt19937& random) {
  static const std::vector<std::string> parts = {"teachers",
                                                 "wells",
                                                 "pumps",
                                                 "market",
                                                 "women",
                                                 "village",
                                                 "school",
                                                 "pupils",
                                                 "\"women mend\"",
                                                 "comm*",
                                                 "re*",
                                                 "+water",
                                                 "-radio",
                                                 "=wells",
                                                 "country:kenya",
                                                 "OR",
                                                 "sector:water",
                                                 "kitabu",
                                                 "techers",
                                                 "year:2005..2012",
                                                 "(",
                                                 ")",
                                                 "wells17",
                                                 "the",
                                                 "kind:case",
                                                 "+(maps land)",
                                                 "title:budget",
                                                 "lesson",
                                                 "author:amina",
                                                 "buses county"};
  std::string text;
  for (std::size_t i = 1 + random() % 5; i > 0; --i)
    text += (text.empty() ? "" : " ") + parts[random() % parts.size()];
  return text;
}

TEST_CASE("one shard and eight give the same results") {
  ChangingBank changing(5);
  for (int i = 0; i < 100; ++i) changing.change();
  const Folder one_folder;
  const Folder eight_folder;
  const Index one = open_index(changing.bank(), one_folder, {.shards = 1});
  const Index eight = open_index(changing.bank(), eight_folder, {.shards = 8});
  check_same_entries(one, eight);
  std::mt19937 random(5);
  for (int i = 0; i < 1000; ++i) {
    const Question question = {.text = random_question(random),
                               .limit = 1 + random() % 20,
                               .offset = random() % 3 * 5};
    CAPTURE(question.text);
    CHECK(answer(one, question) == answer(eight, question));
  }
}

// The files of the shards and packs of a generation, by path, with their inodes.
std::map<std::string, std::uint64_t> inodes_of(const std::string& folder) {
  std::map<std::string, std::uint64_t> inodes;
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(folder)) {
    struct stat info = {};
    if (!entry.is_regular_file() || ::stat(entry.path().c_str(), &info) != 0) continue;
    inodes[fs::relative(entry.path(), folder).string()] = info.st_ino;
  }
  return inodes;
}

TEST_CASE("a change leaves the shards of all other records as they are") {
  ChangingBank changing(7);
  SmallBank small = changing.bank();
  const Folder folder;
  const IndexOptions options{.shards = 8};
  const Result<IndexSummary> before = small.write(folder.path(), options);
  REQUIRE(before.has_value());
  content::Record& record = small.records.begin()->second;
  record.body.passages[0].text = "One zebra more";
  const std::string touched = shard_name(shard_of(record.card.id, 8));

  const Result<IndexSummary> after = small.write(folder.path(), options);
  REQUIRE(after.has_value());
  CHECK_FALSE(after->from_nothing);
  CHECK(after->made == 1);
  CHECK(after->removed == 0);
  const auto old = inodes_of(folder.path() + "/" + before->generation);
  const auto now = inodes_of(folder.path() + "/" + after->generation);
  std::size_t shared = 0;
  for (const auto& entry : now) {
    const std::string& path = entry.first;
    const auto inode = entry.second;
    CAPTURE(path);
    const bool part = path.starts_with("shard-") || path.starts_with("pack-");
    const auto at = old.find(path);
    const bool is_shared = at != old.end() && at->second == inode;
    if (!part || path.starts_with(touched + "/")) CHECK_FALSE(is_shared);
    if (path.starts_with("shard-") && !path.starts_with(touched + "/")) CHECK(is_shared);
    if (is_shared) ++shared;
  }
  CHECK(shared > 20);
}

TEST_CASE("many changes leave few packs, and no gaps that grow") {
  ChangingBank changing(11);
  SmallBank small = changing.bank();
  const Folder folder;
  const IndexOptions options{.shards = 2};
  REQUIRE(small.write(folder.path(), options).has_value());
  for (int i = 0; i < 40; ++i) {
    content::Record& record = small.records.at("cases/case-" + std::to_string(1 + i) + ".md");
    record.body.passages[0].text = "Change number " + std::to_string(i);
    REQUIRE(small.write(folder.path(), options).has_value());
  }
  const Result<Index> index = Index::open(folder.path());
  REQUIRE(index.has_value());
  std::size_t packs = 0;
  std::uintmax_t bytes = 0;
  std::uintmax_t used = 0;
  for (const fs::directory_entry& entry :
       fs::directory_iterator(folder.path() + "/" + index->generation())) {
    if (!entry.path().filename().string().starts_with("pack-")) continue;
    ++packs;
    bytes += entry.file_size();
  }
  for (std::size_t i = 0; i < index->size(); ++i)
    used += encode(*index->entry(i)).size() + encode(*index->texts(i)).size() +
            encode(*index->sheets(i)).size();
  CHECK(packs <= 8);
  CHECK(bytes < 3 * used);
  CHECK(ids_of(*index, {.text = "\"number 39\""}) == "case-40");
}

}  // namespace
}  // namespace baraza::index
