#include "index/filters.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "base/text.hpp"
#include "index/terms.hpp"
#include "language/fold.hpp"
#include "language/stem.hpp"

namespace baraza::index {
namespace {

using Xapian::Query;

constexpr std::array kinds = {Kind::case_study, Kind::lesson, Kind::insight, Kind::digest};

// What a value of one field stands for, and how it is written. A year has days, all else a
// mark.
struct Matched {
  Query query = {};
  std::string value = {};
  std::optional<Mark> mark = {};
  DaySpan days = {};
};

Diagnostic no_value(std::string message, std::string hint) {
  return {.rule = "usage", .message = std::move(message), .hint = std::move(hint)};
}

std::vector<std::string> names_of(const TermLabel& term) {
  std::vector<std::string> names = term.alt;
  for (const auto& [language, label] : term.label) names.push_back(label);
  return names;
}

bool is_word_of(std::string_view word, std::string_view name) {
  const auto parts = [](char c) { return c == ' ' || c == '-'; };
  for (std::size_t at = name.find(word); at != std::string_view::npos && !word.empty();
       at = name.find(word, at + 1)) {
    const std::size_t end = at + word.size();
    if ((at == 0 || parts(name[at - 1])) && (end == name.size() || parts(name[end])))
      return true;
  }
  return false;
}

// The id of the term that `value` names by its id or a label.
Result<std::string> find_term(const FacetLabels& labels, const std::string& value) {
  std::string wanted = language::fold(trim(value));
  if (labels.terms.find(wanted) != nullptr) return wanted;
  std::vector<std::string> known;
  std::vector<std::string> longer;  // terms with a name that has the value as a word of it
  for (const TermLabel& term : labels.terms) {
    known.push_back(term.id);
    bool has_word = is_word_of(wanted, term.id);
    for (const std::string& name : names_of(term)) {
      const std::string folded = language::fold(name);
      if (folded == wanted) return term.id;
      has_word = has_word || is_word_of(wanted, folded);
    }
    if (has_word) longer.push_back(term.id);
  }
  constexpr std::size_t most = 3;
  std::vector<std::string> meant = nearest(known, wanted);
  for (const std::string& id : longer)
    if (std::find(meant.begin(), meant.end(), id) == meant.end()) meant.push_back(id);
  meant.resize(std::min(meant.size(), most));
  return no_value("there is no `" + value + "` in " + labels.facet.field, did_you_mean(meant));
}

Result<Matched> match_term(const FacetLabels& labels, const std::string& value) {
  const Result<std::string> term = find_term(labels, value);
  if (!term) return term.error();
  return Matched{.query = Query(facet_term(labels.facet.field, *term)),
                 .value = *term,
                 .mark = Mark{labels.facet.field, *term}};
}

// `lessons` is the same as `lesson`.
Result<Matched> match_kind(const std::string& value) {
  const std::string wanted = to_lower(trim(value));
  std::vector<std::string> known;
  for (const Kind kind : kinds) {
    const std::string name(name_of(kind));
    if (wanted == name || wanted == name + "s")
      return Matched{.query = Query(make_term(kind_prefix, name)),
                     .value = name,
                     .mark = Mark{std::string(kind_mark_field), name}};
    known.push_back(name);
  }
  return no_value("there is no kind `" + value + "`", "the kinds are " + join(known, ", "));
}

Result<Matched> match_language(const About& about, const std::string& value) {
  const std::string wanted = language::primary_language(trim(value));
  const std::vector<std::string>& known = about.text_languages;
  if (std::find(known.begin(), known.end(), wanted) != known.end())
    return Matched{.query = Query(make_term(language_prefix, wanted)),
                   .value = wanted,
                   .mark = Mark{std::string(language_mark_field), wanted}};
  return no_value("nothing is written in `" + value + "`",
                  "the languages are " + join(known, ", "));
}

bool is_year(std::string_view year) {
  return year.size() == 4 &&
         std::all_of(year.begin(), year.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::uint32_t number_of(const std::string& day) {
  std::uint32_t number = 0;
  std::from_chars(day.data(), day.data() + day.size(), number);
  return number;
}

// A period matches that shares a day with the years.
Result<Matched> match_year(const std::string& value) {
  const std::string_view years = trim(value);
  std::string first(years);
  std::string last(years);
  for (const std::string_view dash : {"..", "–", "-"}) {
    const std::size_t at = years.find(dash);
    if (at == std::string_view::npos) continue;
    first = years.substr(0, at);
    last = years.substr(at + dash.size());
    break;
  }
  const bool some = !first.empty() || !last.empty();
  if (!some || !(first.empty() || is_year(first)) || !(last.empty() || is_year(last)))
    return no_value("`year:" + value + "` is no year",
                    "write `year:2015` or `year:2010..2015`");
  if (!first.empty() && !last.empty() && last < first) std::swap(first, last);
  const std::string first_day = first.empty() ? "00000000" : first + "0101";
  const std::string last_day = last.empty() ? std::to_string(goes_on) : last + "1231";
  std::vector<Query> bounds = {Query(Query::OP_VALUE_GE, last_day_slot, first_day)};
  if (!last.empty()) bounds.emplace_back(Query::OP_VALUE_LE, first_day_slot, last_day);
  return Matched{.query = all_of(bounds),
                 .value = first == last ? first : first + ".." + last,
                 .days = {.first = number_of(first_day), .last = number_of(last_day)}};
}

Diagnostic no_facet(const About& about, const std::string& name) {
  std::vector<std::string> known;
  for (const FacetLabels& one : about.facets) {
    known.push_back(one.facet.flag);
    if (one.facet.field != one.facet.flag) known.push_back(one.facet.field);
  }
  for (const std::string_view field : {kind_field, language_field, year_field})
    known.emplace_back(field);
  return {.rule = "usage",
          .message = "there is no facet `" + name + "`",
          .hint = did_you_mean(nearest(known, name))};
}

bool is_filter(const About& about, const std::string& name) {
  return name == kind_field || name == language_field || name == year_field ||
         about.find_facet(name) != nullptr;
}

// `field` is a facet's or one of those that every bank has, and `flag` what it is typed as.
Status add(std::string_view field, std::string_view flag, Result<Matched> matched,
           Filters& filters) {
  if (!matched) return matched.error();
  Filter& filter = filters[std::string(field)];
  const std::string shown = std::string(flag) + ":" + matched->value;
  if (std::find(filter.shown.begin(), filter.shown.end(), shown) != filter.shown.end())
    return Done{};
  filter.any.push_back(std::move(matched->query));
  if (matched->mark)
    filter.marks.push_back(std::move(*matched->mark));
  else
    filter.days.push_back(matched->days);
  filter.shown.push_back(shown);
  return Done{};
}

}  // namespace

Query any_of(const std::vector<Query>& queries) {
  return {Query::OP_OR, queries.begin(), queries.end()};
}

Query all_of(const std::vector<Query>& queries) {
  return {Query::OP_AND, queries.begin(), queries.end()};
}

std::vector<std::string> field_names(const About& about) {
  std::vector<std::string> names = {std::string(kind_field), std::string(language_field),
                                    std::string(title_field), std::string(year_field)};
  for (const FacetLabels& labels : about.facets)
    for (const std::string* name :
         {&labels.facet.field, &labels.facet.flag, &labels.facet.plural})
      if (std::find(names.begin(), names.end(), *name) == names.end()) names.push_back(*name);
  return names;
}

std::string unknown_field(const About& about, const std::string& name) {
  std::string hint = did_you_mean(nearest(field_names(about), name));
  if (hint.empty()) {
    std::vector<std::string> known;
    for (const FacetLabels& labels : about.facets) known.push_back(labels.facet.flag);
    for (const std::string_view field : {kind_field, language_field, title_field, year_field})
      known.emplace_back(field);
    hint = "the fields are " + join(known, ", ");
  }
  return "there is no field `" + shorten(name, 40) + "`, so its words were searched for; " +
         hint;
}

Status add_filter(const About& about, const std::string& name, const std::string& value,
                  Filters& filters) {
  // A bank's own facet may have one of these names.
  const FacetLabels* const labels = about.find_facet(name);
  const auto match = [&](const std::string& one) {
    return labels != nullptr        ? match_term(*labels, one)
           : name == kind_field     ? match_kind(one)
           : name == language_field ? match_language(about, one)
                                    : match_year(one);
  };
  const std::string& field = labels == nullptr ? name : labels->facet.field;
  const std::string& flag = labels == nullptr ? name : labels->facet.flag;
  Result<Matched> whole = match(value);
  if (whole || value.find(',') == std::string::npos)
    return add(field, flag, std::move(whole), filters);
  for (const std::string_view one : split(value, ','))
    if (Status added = add(field, flag, match(std::string(one)), filters); !added)
      return added.error();
  return Done{};
}

Status add_filters(const Index& index, const Question& question, Filters& filters) {
  const About& about = index.about();
  for (const Where& where : question.where) {
    if (!is_filter(about, where.facet)) return no_facet(about, where.facet);
    if (Status added = add_filter(about, where.facet, where.term, filters); !added)
      return added.error();
  }
  if (!question.years.empty() &&
      !add(year_field, year_field, match_year(question.years), filters))
    return no_value("`" + question.years + "` is no year",
                    "write 2015, 2010..2015, 2010.. or ..2015");
  for (const Kind kind : question.kinds)
    if (Status added =
            add(kind_field, kind_field, match_kind(std::string(name_of(kind))), filters);
        !added)
      return added.error();
  return Done{};
}

Query with_filters(Query query, const Filters& filters) {
  for (const auto& [facet, filter] : filters)
    query = Query(Query::OP_FILTER, query, any_of(filter.any));
  return query;
}

}  // namespace baraza::index
