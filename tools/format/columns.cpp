#include "tools/format/columns.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <ostream>

#include "base/text.hpp"

namespace baraza::tools {
namespace {

using index::Hit;
using Values = std::vector<std::string>;

constexpr std::string_view comma = ",";

Values one(std::string text) { return text.empty() ? Values() : Values{std::move(text)}; }

Values number(std::size_t value) { return {std::to_string(value)}; }

std::string score_text(double score) {
  std::array<char, 32> text{};
  const auto end = std::to_chars(text.data(), text.data() + text.size(), score);
  return {text.data(), end.ptr};
}

Values terms_of(const Values& terms, std::string_view list, const Look& look,
                Audience audience) {
  if (audience == Audience::programs) return terms;
  Values labels;
  for (const std::string& term : terms) labels.push_back(look.label(list, term));
  return labels;
}

Values side(const Hit& hit, std::size_t index::Tally::*side) {
  if (hit.entry.kind != index::Kind::insight) return {};
  return number(hit.tally.*side);
}

// A column of one text, or of terms of a vocabulary.
Column text_column(std::string name, std::string (*text)(const Hit&), bool flexible = false) {
  return {.name = std::move(name),
          .flexible = flexible,
          .values = [text](const Hit& hit, const Look&, Audience) { return one(text(hit)); }};
}

Column terms_column(std::string name, const char* list, Values (*terms)(const Hit&)) {
  return {.name = std::move(name),
          .joint = std::string(comma),
          .values = [list, terms](const Hit& hit, const Look& look, Audience audience) {
            return terms_of(terms(hit), list, look, audience);
          }};
}

Column words_column(std::string name, Values (*words)(const Hit&)) {
  return {.name = std::move(name),
          .flexible = true,
          .joint = "; ",
          .values = [words](const Hit& hit, const Look&, Audience) { return words(hit); }};
}

Column number_column(std::string name, Values (*value)(const Hit&)) {
  return {.name = std::move(name),
          .number = true,
          .values = [value](const Hit& hit, const Look&, Audience) { return value(hit); }};
}

std::vector<Column> columns_of_identity() {
  return {
      number_column("rank", [](const Hit& hit) { return number(hit.rank); }),
      number_column("score", [](const Hit& hit) { return Values{score_text(hit.score)}; }),
      text_column("id", [](const Hit& hit) { return hit.entry.id; }),
      text_column("kind",
                  [](const Hit& hit) { return std::string(index::name_of(hit.entry.kind)); }),
      text_column(
          "title", [](const Hit& hit) { return hit.title; }, true),
      text_column("language", [](const Hit& hit) { return hit.language; }),
      text_column("case", [](const Hit& hit) { return hit.entry.case_id; }),
      text_column(
          "case-title", [](const Hit& hit) { return hit.entry.case_title; }, true),
  };
}

std::vector<Column> columns_of_facts() {
  return {
      text_column("start", [](const Hit& hit) { return content::text_of(hit.entry.start); }),
      text_column("end", [](const Hit& hit) { return content::text_of(hit.entry.end); }),
      terms_column("stage", "stages", [](const Hit& hit) { return one(hit.entry.stage); }),
      terms_column("state", "states", [](const Hit& hit) { return one(hit.entry.state); }),
      terms_column("lesson-kind", "lesson-kinds",
                   [](const Hit& hit) { return one(hit.entry.lesson_kind); }),
      terms_column("basis", "bases", [](const Hit& hit) { return hit.entry.basis; }),
      terms_column("corroboration", "corroborations",
                   [](const Hit& hit) { return hit.entry.corroboration; }),
      number_column("for", [](const Hit& hit) { return side(hit, &index::Tally::supporting); }),
      number_column("against",
                    [](const Hit& hit) { return side(hit, &index::Tally::against); }),
      number_column("both", [](const Hit& hit) { return side(hit, &index::Tally::both); }),
      words_column("authors", [](const Hit& hit) { return hit.entry.authors; }),
      words_column("publisher", [](const Hit& hit) { return one(hit.entry.publisher); }),
      text_column("published", [](const Hit& hit) { return hit.entry.published; }),
      text_column("updated", [](const Hit& hit) { return hit.entry.updated; }),
      words_column("tags", [](const Hit& hit) { return hit.entry.tags; }),
      words_column("lenses", [](const Hit& hit) { return hit.entry.lenses; }),
      text_column("path", [](const Hit& hit) { return hit.entry.path; }),
      number_column("line",
                    [](const Hit& hit) {
                      // A record begins with its file.
                      return number(static_cast<std::size_t>(std::max(hit.entry.line, 1)));
                    }),
  };
}

Column address_column() {
  return {.name = "address", .values = [](const Hit& hit, const Look& look, Audience) {
            return one(address_of(hit.entry, look.about));
          }};
}

Column facet_column(const index::FacetLabels& labels) {
  return {.name = labels.facet.flag,
          .joint = std::string(comma),
          .values = [&labels](const Hit& hit, const Look& look, Audience audience) {
            const auto terms = hit.entry.terms.find(labels.facet.field);
            if (terms == hit.entry.terms.end()) return Values();
            if (audience == Audience::programs) return terms->second;
            Values texts;
            for (const std::string& term : terms->second)
              texts.push_back(labels.terms.label(term, look.languages.front()));
            return texts;
          }};
}

// A facet comes after what every record has, and is left out where it would have its name.
std::vector<Column> all_columns(const index::About& about) {
  std::vector<Column> columns = columns_of_identity();
  std::vector<Column> facts = columns_of_facts();
  facts.push_back(address_column());
  const auto has = [](const std::vector<Column>& list, const std::string& name) {
    return std::any_of(list.begin(), list.end(),
                       [&](const Column& column) { return column.name == name; });
  };
  for (const index::FacetLabels& labels : about.facets)
    if (!has(columns, labels.facet.flag) && !has(facts, labels.facet.flag))
      columns.push_back(facet_column(labels));
  columns.insert(columns.end(), facts.begin(), facts.end());
  return columns;
}

}  // namespace

std::string Column::text(const Hit& hit, const Look& look, Audience audience) const {
  const std::string space = audience == Audience::people && joint == comma ? ", " : joint;
  return visible(join(values(hit, look, audience), space));
}

std::vector<std::string> column_names(const index::About& about) {
  std::vector<std::string> names;
  for (const Column& column : all_columns(about)) names.push_back(column.name);
  return names;
}

Result<std::vector<Column>> find_columns(const std::string& names, const index::About& about) {
  const std::vector<Column> known = all_columns(about);
  std::vector<Column> columns;
  for (const std::string_view part : split(names, ',')) {
    const std::string name(trim(part));
    const auto at = std::find_if(known.begin(), known.end(),
                                 [&](const Column& one) { return one.name == name; });
    if (at == known.end()) {
      const std::vector<std::string> all = column_names(about);
      const std::string meant = did_you_mean(nearest(all, name));
      return Diagnostic{.rule = "usage",
                        .message = "there is no column `" + name + "`",
                        .hint = meant.empty() ? "the columns are " + join(all, ", ") : meant};
    }
    columns.push_back(*at);
  }
  return columns;
}

void write_tsv(const std::vector<Hit>& hits, const std::vector<Column>& columns,
               const Look& look, std::ostream& out) {
  const auto write_line = [&](const auto& cell) {
    for (std::size_t i = 0; i < columns.size(); ++i)
      out << (i == 0 ? "" : "\t") << cell(columns[i]);
    out << '\n';
  };
  write_line([](const Column& column) { return column.name; });
  for (const Hit& hit : hits)
    write_line(
        [&](const Column& column) { return column.text(hit, look, Audience::programs); });
}

}  // namespace baraza::tools
