// Records whose every text holds what could command a terminal or break a form.
#include <sstream>
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "base/text.hpp"
#include "language/width.hpp"
#include "tools/format/citation.hpp"
#include "tools/format/columns.hpp"
#include "tools/format/contradictions.hpp"
#include "tools/format/hits.hpp"
#include "tools/format/record.hpp"

namespace baraza::tools {
namespace {

using content::Node;

// A clear screen, a title, a bell, C1 controls, a tab, line ends of every kind, an override of
// direction, a byte order mark, bytes that are no UTF-8, and what other forms would take for
// theirs.
const std::string evil =
    "x\x1b[2J\x1b]0;own\x07\xC2\x9B"
    "31m\t\r\n\v\u2028\u202E\uFEFF\xFF\xC3{\\}\"%<b>\nER  - ";

Node text_node() { return content::make_text(evil); }

Node map_of(std::vector<std::string> keys) {
  Node map;
  map.kind = Node::Kind::map;
  for (std::string& key : keys) {
    map.children.push_back(key == "id" ? content::make_text("s1") : text_node());
    map.keys.push_back({.name = std::move(key)});
  }
  return map;
}

Node list_of(Node item) {
  Node list;
  list.kind = Node::Kind::list;
  list.children = {std::move(item)};
  return list;
}

// The fields of a case, each with items of the form it should have.
Node evil_fields() {
  Node fields = map_of({"title", "summary", "because", "limits", "question", "interests",
                        "harms_note", "owner", "level", "state", evil});
  const auto add = [&](const std::string& name, Node value) {
    fields.keys.push_back({.name = name});
    fields.children.push_back(std::move(value));
  };
  add("outcomes", list_of(map_of({"claim", "aim", "direction", "basis", "corroboration",
                                  "limits", "sources"})));
  add("sources", list_of(map_of({"id", "title", "author", "publisher", "year", "url",
                                 "archived", "kind", "seen"})));
  add("actors", list_of(map_of({"id", "name", "kind", "role"})));
  add("relations", list_of(map_of({"from", "to", "kind", "words"})));
  add("events", list_of(map_of({"date", "what", "choice", "sources"})));
  add("funding", list_of(map_of({"from", "years", "amount", "currency", "terms"})));
  add("voices", list_of(map_of({"quote", "who", "role", "consent"})));
  add("harms", list_of(map_of({"what", "groups"})));
  add("lenses", list_of(map_of({"term", "fits", "because"})));
  add("transfer", map_of({"needs", "breaks_if", "not_tested_in"}));
  add("provenance", map_of({"how", "checked_with", evil}));
  add("review", map_of({"status", "by", "on", "due"}));
  add("places", list_of(map_of({"name"})));
  add("related", list_of(text_node()));
  add("authors", list_of(map_of({"name", "orcid"})));
  return fields;
}

index::Entry evil_entry(index::Kind kind) {
  index::Entry entry;
  entry.kind = kind;
  for (std::string* text :
       {&entry.id, &entry.case_id, &entry.case_title, &entry.stage, &entry.state,
        &entry.lesson_kind, &entry.path, &entry.url, &entry.publisher, &entry.published})
    *text = evil;
  entry.titles = {{.language = evil, .title = evil, .summary = evil}};
  entry.terms = {{"countries", {evil}}};
  for (std::vector<std::string>* list :
       {&entry.basis, &entry.corroboration, &entry.authors, &entry.tags, &entry.lenses})
    *list = {evil, evil};
  entry.rests_on = {{.lesson = evil, .stance = evil, .why = evil}};
  entry.start = {.year = 2014};
  return entry;
}

index::Hit evil_hit(index::Kind kind) {
  index::Hit hit{.entry = evil_entry(kind), .rank = 1, .title = evil, .language = "en"};
  hit.title_ranges = {{0, 3}, {5, 4}};
  hit.excerpt = {
      .text = evil, .ranges = {{0, 2}}, .heading = evil, .line = 3, .language = evil};
  hit.insights = {{.standing = {evil, evil, evil}, .tally = {.supporting = 1}}};
  return hit;
}

index::About evil_about() {
  index::About about{.title = evil,
                     .url = "https://example.org",
                     .languages = {"en"},
                     .publisher = evil,
                     .licence = evil};
  index::FacetLabels facet;
  facet.facet = {.field = "countries", .flag = "country", .plural = "countries", .label = evil};
  facet.terms = {{.id = evil, .label = {{"en", evil}}}};
  about.facets = {facet};
  return about;
}

constexpr index::Kind kinds[] = {index::Kind::case_study, index::Kind::lesson,
                                 index::Kind::insight, index::Kind::digest};

// Every character of `text` is harmless, but for those of `allowed`.
void check_harmless(std::string_view text, std::string_view allowed) {
  CHECK(find_invalid_utf8(text) == std::string_view::npos);
  std::size_t harmful = 0;
  while (!text.empty()) {
    const char32_t character = take_character(text);
    const bool known = character < 0x80 &&
                       allowed.find(static_cast<char>(character)) != std::string_view::npos;
    if (!known && !is_harmless(character)) ++harmful;
  }
  CHECK(harmful == 0);
}

TEST_CASE("no byte of a record that could command a terminal reaches one") {
  const index::About about = evil_about();
  const render::Words words{content::make_null()};
  for (const index::Kind kind : kinds) {
    for (const std::size_t width : {40UL, 92UL}) {
      CAPTURE(width);
      const Look look{.about = about, .languages = {"en"}, .width = width};
      std::ostringstream out;
      index::Hits hits;
      hits.hits = {evil_hit(kind)};
      hits.groups = {{.key = evil, .label = evil, .total = 9, .hits = {0}}};
      hits.facets = {
          {.field = "countries", .flag = "country", .label = "x", .terms = {{evil, evil, 3}}}};
      write_hits_text(hits, look, {}, out);
      write_hits_text(hits, look, {.group = "country"}, out);
      write_hits_text(hits, look, {.group = "case"}, out);
      write_facets_text(hits, {}, out);
      const index::Stand stand{.case_id = evil,
                               .case_title = evil,
                               .lessons = {{evil_entry(index::Kind::lesson),
                                            {.lesson = evil, .stance = evil, .why = evil}}},
                               .supports = true};
      write_contradictions_text({{evil_hit(kind), {stand}}}, look, out);
      ShownRecord record{.hit = evil_hit(kind),
                         .case_fields = evil_fields(),
                         .lessons = {evil_hit(index::Kind::lesson)},
                         .stands = {stand}};
      record.sheet = {.language = "en",
                      .fields = evil_fields(),
                      .body = {.html = "<p>" + escape_html(evil) + "</p><pre><code>" +
                                       escape_html(evil) + "</code></pre><ul><li>" + evil}};
      write_record_text(record, look, words, out);
      std::vector<Column> columns = *find_columns("id,kind,title,country,authors,basis", about);
      write_table(hits.hits, columns, look, width, out);
      check_harmless(out.str(), "\n");
    }
  }
}

TEST_CASE("no text of a record adds a field, a row or an item to what programs read") {
  const index::About about = evil_about();
  const Look look{.about = about, .languages = {"en"}};
  for (const index::Kind kind : kinds) {
    const std::vector<index::Hit> hits = {evil_hit(kind), evil_hit(kind)};
    std::ostringstream rows;
    write_tsv(hits, *find_columns("id,title,country,authors,address,path", about), look, rows);
    check_harmless(rows.str(), "\n\t");
    const std::string text = rows.str();
    CHECK(std::count(text.begin(), text.end(), '\n') == 3);
    CHECK(std::count(text.begin(), text.end(), '\t') == 15);

    index::Hits found;
    found.hits = hits;
    std::ostringstream json;
    write_hits_json(found, look, {.query = evil}, json);
    CHECK(nlohmann::json::parse(json.str())["hits"].size() == 2);
    check_harmless(json.str().substr(0, json.str().find("\\u2028")), "\n");
  }
  const Citation citation{.id = evil,
                          .type = "book",
                          .title = evil,
                          .container = evil,
                          .publisher = evil,
                          .url = evil,
                          .note = evil};
  const std::string ris = to_ris(citation);
  check_harmless(ris, "\n");
  CHECK(std::count(ris.begin(), ris.end(), '\n') == 8);
  check_harmless(to_bibtex(citation), "\n");
  CHECK(nlohmann::json::parse(to_csl({citation})).size() == 1);
}

}  // namespace
}  // namespace baraza::tools
