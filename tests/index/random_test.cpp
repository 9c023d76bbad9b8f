// What must be true of every question, tried on many that were made by chance.
#include <algorithm>
#include <chrono>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "index/filters.hpp"
#include "index/query.hpp"
#include "language/stem.hpp"
#include "language/words.hpp"
#include "random_bank.hpp"

namespace baraza::index {
namespace {

// All that is told of an answer.
std::string told(const Hits& hits) {
  std::string text = std::to_string(hits.total) + (hits.exact ? "" : "?") + "\n";
  for (const Replacement& one : hits.replaced) text += one.from + ">" + one.to + "\n";
  for (const std::string& note : hits.notes) text += note + "\n";
  for (const FacetCount& facet : hits.facets)
    for (const TermCount& term : facet.terms)
      text += facet.field + ":" + term.term + "=" + std::to_string(term.count) + "\n";
  for (const Hit& hit : hits.hits) {
    text += std::to_string(hit.rank) + " " + hit.entry.id + " " + std::to_string(hit.score);
    text += " " + hit.title + " | " + hit.excerpt.text + "\n";
    for (const Gave& gave : hit.gave)
      text += "  " + gave.word + " " + std::to_string(gave.score * 1e6) + "\n";
  }
  return text;
}

TEST_CASE("one shard and eight answer a thousand questions alike, to the byte") {
  SmallBank small = make_random_bank(1, 150);
  const Folder one_folder;
  const Folder eight_folder;
  const Index one = open_index(small, one_folder, {.shards = 1});
  const Index eight = open_index(small, eight_folder, {.shards = 8, .flush_bytes = 2000});
  Chance chance(2);
  std::size_t found = 0;
  for (int i = 0; i < 1000; ++i) {
    Question question{.text = random_query(chance), .limit = 1 + chance.below(20)};
    if (chance.once_in(3)) question.offset = chance.below(30);
    if (chance.once_in(4)) question.where.push_back({"country", "ghana"});
    if (chance.once_in(6)) question.order = Order::newest;
    question.explain = chance.once_in(2);
    CAPTURE(question.text);
    const Result<Hits> first = find(one, question);
    const Result<Hits> second = find(eight, question);
    REQUIRE(first.has_value());
    REQUIRE(second.has_value());
    REQUIRE(told(*first) == told(*second));
    found += first->hits.size();
  }
  CHECK(found > 3000);
}

// ---- facets, counted one by one

// The terms of one record by the names of facets.
std::map<std::string, std::set<std::string>> terms_of(const Entry& entry, int last_year) {
  std::map<std::string, std::set<std::string>> terms;
  for (const auto& [facet, list] : entry.terms) terms[facet].insert(list.begin(), list.end());
  terms["kind"].insert(std::string(name_of(entry.kind)));
  for (const Title& title : entry.titles)
    terms["language"].insert(language::primary_language(title.language));
  if (!entry.start.known()) return terms;
  const content::Date& end = entry.end.known() ? entry.end : entry.start;
  const int last = entry.ongoing ? last_year : end.year;
  for (int year = entry.start.year; year <= last; ++year)
    terms["year"].insert(std::to_string(year));
  return terms;
}

// Every record that answers `text` without a filter of `facet`.
std::vector<Entry> found_without(const Index& index, const std::string& text,
                                 const std::vector<std::string>& filters,
                                 std::string_view facet) {
  std::string query = text;
  for (const std::string& filter : filters)
    if (!filter.starts_with(facet)) query += " " + filter;
  const Result<Hits> hits = find(index, {.text = query, .limit = 100000, .facets = false});
  REQUIRE(hits.has_value());
  std::vector<Entry> entries;
  for (const Hit& hit : hits->hits) entries.push_back(hit.entry);
  return entries;
}

// The last year that the records name: where periods go on, that of their last update too.
int last_year_of(const std::vector<Entry>& entries) {
  int last = 0;
  bool ongoing = false;
  int newest = 0;
  for (const Entry& entry : entries) {
    if (!entry.updated.empty()) newest = std::max(newest, std::stoi(entry.updated));
    if (!entry.start.known()) continue;
    last = std::max({last, entry.start.year, entry.end.year});
    ongoing = ongoing || entry.ongoing;
  }
  return ongoing ? std::max(last, newest) : last;
}

TEST_CASE("facets are counted as one would by hand, in five hundred questions") {
  SmallBank small = make_random_bank(3, 120);
  const Folder folder;
  const Index index = open_index(small, folder);
  // By field, what in a query filters by it.
  const std::map<std::string, std::string_view> names = {{"countries", "country:"},
                                                         {"sectors", "sector"},
                                                         {"kind", "kind:"},
                                                         {"language", "language:"},
                                                         {"year", "year:"}};
  Chance chance(4);
  for (int i = 0; i < 500; ++i) {
    std::string text;
    for (std::size_t parts = chance.below(3); parts > 0; --parts)
      text += random_part(chance) + " ";
    std::vector<std::string> filters;
    while (chance.once_in(2)) {
      const std::string filter = random_filter(chance);
      if (filter.front() != '+' && filter.front() != '-') filters.push_back(filter);
    }
    std::string whole = text;
    for (const std::string& filter : filters) whole += " " + filter;
    CAPTURE(whole);
    const Result<Hits> hits = find(index, {.text = whole, .limit = 0});
    REQUIRE(hits.has_value());
    if (text.empty() && filters.empty()) continue;
    std::size_t seen = 0;
    for (const FacetCount& facet : hits->facets) {
      CAPTURE(facet.field);
      const std::vector<Entry> entries =
          found_without(index, text, filters, names.at(facet.field));
      std::map<std::string, std::size_t> counts;
      const int last_year = last_year_of(entries);
      for (const Entry& entry : entries) {
        const auto terms = terms_of(entry, last_year);
        const auto own = terms.find(facet.field);
        if (own == terms.end()) continue;
        for (const std::string& term : own->second) ++counts[term];
      }
      std::map<std::string, std::size_t> told;
      for (const TermCount& term : facet.terms) told[term.term] = term.count;
      REQUIRE(told == counts);
      ++seen;
    }
    CHECK((seen == 5 || hits->nothing_found.has_value() || !hits->notes.empty()));
  }
}

// ---- what is indexed is found

TEST_CASE(
    "every word of a text is found by typing it, alone, exactly and beside its neighbour") {
  SmallBank small;
  small.bank.settings.languages = {"en", "sw"};
  const std::vector<std::string> texts = {
      "Kenya's teachers don't know ng'ombe; the U.S.A. paid 1,000 or 1,5 in 2010–2015.",
      "COVID-19 at the village-level in Carcross/Tagish OR not, AND so on: state-of-the-art.",
      "किताब की शिकायत ज़मीन पर लड़कियाँ २०१५ में।",
      "Ɛwɛ ŋutɔ résumé naïve Łódź lição lições Straße İstanbul",
      "كتاب مدرسة 教育政策 การศึกษา ភាសាខ្មែរ Йод Ωμέγα ኢትዮጵያ 한국어",
      "l'école d’accord O'Brien's co-operate re-use a-b-c x.y.z www.example.org +plus -minus",
  };
  for (std::size_t i = 0; i < texts.size(); ++i)
    small.add_case("case-" + std::to_string(i), "Title", "kenya", "water", {texts[i]});
  const Folder folder;
  const Index index = open_index(small, folder);
  const auto finds = [&](const std::string& query, std::size_t number) {
    CAPTURE(query);
    const Result<Hits> hits =
        find(index, {.text = query, .limit = 100, .correct = false, .facets = false});
    REQUIRE(hits.has_value());
    CHECK(std::any_of(hits->hits.begin(), hits->hits.end(), [&](const Hit& hit) {
      return hit.entry.id == "case-" + std::to_string(number);
    }));
  };
  for (std::size_t i = 0; i < texts.size(); ++i) {
    const language::Word* before = nullptr;
    const std::vector<language::Word> words = language::words_of(texts[i]);
    for (const language::Word& word : words) {
      const std::string typed = texts[i].substr(word.offset, word.length);
      finds(typed, i);
      finds("+" + typed, i);
      finds("=" + typed, i);
      finds("\"" + typed + "\"", i);
      if (word.joined) continue;
      if (before != nullptr) {
        const std::size_t from = before->offset;
        finds("\"" + texts[i].substr(from, word.offset + word.length - from) + "\"", i);
      }
      before = &word;
    }
  }
}

// ---- any bytes

TEST_CASE("any bytes are answered soon") {
  SmallBank small = make_random_bank(5, 100);
  const Folder folder;
  const Index index = open_index(small, folder);
  const auto many = [](const std::string& text, std::size_t times) {
    std::string all;
    for (std::size_t i = 0; i < times; ++i) all += text;
    return all;
  };
  std::string slips;
  for (int i = 0; i < 400; ++i) slips += "schoxl" + std::to_string(i) + "qz ";
  std::string control;
  for (int i = 0; i < 256; ++i) control.push_back(static_cast<char>(i));
  const std::vector<std::string> texts = {many("z", 10'000'000),
                                          many("word ", 20'000),
                                          many("NOT ", 200'000),
                                          many("-a ", 200'000),
                                          many("a OR ", 50'000),
                                          many("a AND ", 50'000),
                                          many("(", 100'000),
                                          many("(a ", 50'000),
                                          many(")", 100'000),
                                          many("\"", 100'001),
                                          many("\"a b", 20'000),
                                          many("*", 5000),
                                          many("-", 5000),
                                          many("+", 5000),
                                          many("=", 5000),
                                          many("s* ", 2000),
                                          many("te* ", 2000),
                                          many("country:kenya ", 1000),
                                          many("the of ", 1000),
                                          many("a-b-c-d-", 3000),
                                          many("country:(", 1000),
                                          slips,
                                          control,
                                          many(control, 100),
                                          "*",
                                          "-",
                                          "\"",
                                          "the",
                                          "country:",
                                          "country:\"",
                                          "year:",
                                          "year:0000..9999",
                                          std::string("\0", 1),
                                          "\x1B[31m red",
                                          "title:*",
                                          "NOT",
                                          "\xED\xA0\x80",
                                          many("\xE0\xA4\x95", 50'000)};
  for (const std::string& text : texts) {
    CAPTURE(text.substr(0, 40));
    const auto began = std::chrono::steady_clock::now();
    for (const bool explain : {false, true}) {
      const Result<Hits> hits = find(index, {.text = text, .explain = explain});
      if (!hits) CHECK(hits.error().rule == "usage");
    }
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - began;
    CHECK(took.count() < 4);  // two searches, on a machine that may be busy
  }
}

}  // namespace
}  // namespace baraza::index
