#include "index/synonyms.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "small_bank.hpp"

namespace baraza::index {
namespace {

content::Bank make_bank() {
  content::Bank bank;
  bank.synonyms = {{.names = {"street vendor", "hawker", "pedagang kaki lima"}},
                   {.names = {"hawker", "Hawker", "peddler"}}};
  content::Vocabulary sectors{.id = "sectors"};
  sectors.terms = {{.id = "education",
                    .label = {{"en", "Education"}, {"sw", "Elimu"}},
                    .alt = {"schools", "literacy"},
                    .aliases = {"school-system"}},
                   {.id = "roads", .label = {{"en", "Roads"}}}};
  content::Vocabulary sources{.id = "source-kinds"};
  sources.terms = {{.id = "news", .label = {{"en", "News"}}, .alt = {"press"}}};
  content::Vocabulary skills{.id = "skills", .framework = true};
  skills.terms = {{.id = "data", .label = {{"en", "Data literacy"}}, .alt = {"statistics"}}};
  bank.vocabularies.lists = {{"sectors", sectors}, {"source-kinds", sources}};
  bank.vocabularies.frameworks = {{"skills", skills}};
  bank.facets = {{.field = "sectors", .flag = "sector", .vocabulary = "sectors"}};
  return bank;
}

// What `name` leads to, as `source: name, name; ...`.
std::string meanings(const Synonyms& synonyms, std::string_view name,
                     const std::string& language = "en") {
  std::string text;
  const language::Stemmer stemmer(language);
  for (const Synonyms::Meaning& meaning :
       synonyms.find(synonym_key(language::words_of(name), stemmer))) {
    text += (text.empty() ? "" : "; ") + std::string(meaning.source) + ":";
    for (const std::string_view other : meaning.names) text += " " + std::string(other) + ",";
  }
  return text;
}

TEST_CASE("a name leads to the others, in whatever form it is written") {
  const std::string bytes = encode_synonyms(make_bank(), {}, {"en", "sw"});
  const Synonyms synonyms(bytes);
  struct Row {
    std::string_view name, meanings;
  };
  const Row rows[] = {
      {"street vendors", "synonyms: hawker, pedagang kaki lima,"},
      {"Street-Vendor", "synonyms: hawker, pedagang kaki lima,"},
      {"hawkers", "synonyms: street vendor, pedagang kaki lima,; synonyms: peddler,"},
      {"pedagang kaki lima", "synonyms: street vendor, hawker,"},
      {"pedagang", ""},
      {"education", "sectors: Elimu, schools, literacy, school system,"},
      {"elimu", "sectors: Education, schools, literacy, school system,"},
      {"school", "sectors: Education, Elimu,"},  // not to literacy, which is narrower
      {"school system", "sectors: Education, Elimu,"},
      {"roads", ""},       // has no other name
      {"press", ""},       // of a list that records are not sorted by
      {"statistics", ""},  // of a framework that no record is held against
      {"", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    CHECK(meanings(synonyms, row.name) == row.meanings);
  }
}

TEST_CASE("a framework's names are known where a record is held against it") {
  const std::string bytes = encode_synonyms(make_bank(), {{.lenses = {"skills/data"}}}, {"en"});
  CHECK(meanings(Synonyms(bytes), "statistics") == "skills: Data literacy,");
}

TEST_CASE("bytes that are no synonyms have none") {
  const std::string bytes = encode_synonyms(make_bank(), {}, {"en"});
  CHECK(Synonyms(bytes).names().size() == 10);
  CHECK(Synonyms("").names().empty());
  CHECK(Synonyms(std::string_view(bytes).substr(0, bytes.size() - 1)).names().empty());
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    std::string damaged = bytes;
    damaged[i] = static_cast<char>(damaged[i] ^ 0x55);
    meanings(Synonyms(damaged), "hawker");
  }
}

// A bank where what people type and what cases say differ.
SmallBank make_named_bank() {
  SmallBank small = make_small_bank();
  small.bank.synonyms = {{.names = {"street vendor", "hawker"}},
                         {.names = {"pastoralist", "herder"}},
                         {.names = {"nobody", "no such thing"}}};
  small.bank.vocabularies.lists["sectors"].terms[0].alt = {"literacy"};
  small.add_case("solo", "Hawkers moved in a parade", "ghana", "water", {"They sold cloth."});
  small.add_case("vendors", "A market for street vendors", "ghana", "water", {"They stayed."});
  small.add_case("land", "Herders kept their land", "kenya", "water",
                 {"The border was drawn."});
  return small;
}

TEST_CASE("other names are looked for too, after what was typed") {
  SmallBank small = make_named_bank();
  const Folder folder;
  const Index index = open_index(small, folder);
  struct Row {
    std::string_view text, ids;
  };
  const Row rows[] = {
      {"hawkers", "solo vendors"},
      {"street vendors", "vendors solo"},
      {"streets vendor", "vendors solo"},
      {"pastoralists", "land"},  // known by another name alone, so it is not mended
      {"pastoralits", "land"},   // nearest to a name of the list
      {"literacy", "reading#books reading#coaching reading"},  // of all with the term
      {"+hawker", "solo"},  // what is asked for by a sign must be there itself
      {"=hawkers", "solo"},
      {"\"street vendors\"", "vendors"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(ids_of(index, {.text = std::string(row.text)}) == row.ids);
  }
  const Result<Hits> hits = find(index, {.text = "pastoralists"});
  REQUIRE(hits.has_value());
  CHECK(hits->replaced.empty());
  CHECK(hits->hits[0].title_ranges == std::vector<Range>{{0, 7}});
  CHECK(ids_of(index, {.text = "hawkers", .where = {{"country", "kenya"}}}).empty());
}

TEST_CASE("a word is not mended to one of a name that leads to no record either") {
  SmallBank small = make_small_bank();
  small.bank.synonyms = {{.names = {"tuberculosis", "consumption"}}};
  const Folder folder;
  const Index index = open_index(small, folder);
  for (const char* text : {"tuberculosis", "tuberculosi", "consumtion"}) {
    CAPTURE(text);
    const Result<Hits> hits = find(index, {.text = text});
    REQUIRE(hits.has_value());
    CHECK(hits->total == 0);
    CHECK(hits->replaced.empty());
  }
}

TEST_CASE(
    "scores with other names are the same with a filter and without, in one shard or many") {
  SmallBank small = make_named_bank();
  const Folder one_folder;
  const Folder many_folder;
  const Index one = open_index(small, one_folder, {.shards = 1});
  const Index many = open_index(small, many_folder, {.shards = 8});
  for (const std::string text : {"hawkers in the market", "literacy", "street vendors land"}) {
    CAPTURE(text);
    const Result<Hits> all = find(one, {.text = text});
    const Result<Hits> sharded = find(many, {.text = text});
    const Result<Hits> some = find(many, {.text = text, .where = {{"country", "ghana"}}});
    REQUIRE(all.has_value());
    REQUIRE(sharded.has_value());
    REQUIRE(some.has_value());
    CHECK(all->total == sharded->total);
    for (std::size_t i = 0; i < all->hits.size(); ++i) {
      CHECK(all->hits[i].entry.id == sharded->hits[i].entry.id);
      CHECK(all->hits[i].score == sharded->hits[i].score);
    }
    for (const Hit& hit : some->hits) {
      const auto same = std::find_if(all->hits.begin(), all->hits.end(), [&](const Hit& other) {
        return other.entry.id == hit.entry.id;
      });
      REQUIRE(same != all->hits.end());
      CHECK(same->score == hit.score);
    }
  }
}

}  // namespace
}  // namespace baraza::index
