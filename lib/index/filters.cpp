#include "index/filters.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "index/terms.hpp"
#include "language/fold.hpp"

namespace baraza::index {

using Xapian::Query;

Query any_of(const std::vector<Query>& queries) {
  return {Query::OP_OR, queries.begin(), queries.end()};
}

Query all_of(const std::vector<Query>& queries) {
  return {Query::OP_AND, queries.begin(), queries.end()};
}

std::string find_term(const FacetLabels& labels, const std::string& value,
                      std::string& reason) {
  std::string wanted = language::fold(trim(value));
  if (labels.find(wanted) != nullptr) return wanted;
  std::vector<std::string> known;
  for (const TermLabel& term : labels.terms) {
    known.push_back(term.id);
    for (const auto& [language, label] : term.label)
      if (language::fold(label) == wanted) return term.id;
    for (const std::string& other : term.alt)
      if (language::fold(other) == wanted) return term.id;
  }
  reason = "there is no `" + value + "` in " + labels.facet.field;
  if (const std::string meant = did_you_mean(nearest(known, wanted)); !meant.empty())
    reason += "; " + meant;
  return {};
}

Query match_year(const std::string& value, std::vector<std::string>& notes) {
  const std::size_t dots = value.find("..");
  const std::string first = value.substr(0, dots);
  const std::string last = dots == std::string::npos ? first : value.substr(dots + 2);
  const auto is_year = [](const std::string& year) {
    return year.size() == 4 &&
           std::all_of(year.begin(), year.end(), [](char c) { return c >= '0' && c <= '9'; });
  };
  const bool open = dots != std::string::npos && (first.empty() != last.empty());
  if (!(is_year(first) || (open && first.empty())) ||
      !(is_year(last) || (open && last.empty()))) {
    notes.push_back("`year:" + value + "` is no year; write `year:2015` or `year:2010..2015`");
    return Query::MatchNothing;
  }
  std::vector<Query> bounds = {Query(Query::OP_VALUE_GE, last_day_slot, first + "0101")};
  if (first.empty()) bounds.front() = Query(Query::OP_VALUE_GE, last_day_slot, "0");
  if (!last.empty()) bounds.emplace_back(Query::OP_VALUE_LE, first_day_slot, last + "1231");
  return all_of(bounds);
}

Result<std::map<std::string, Query>> make_filters(const Index& index,
                                                  const Question& question) {
  std::map<std::string, std::vector<Query>> terms;
  for (const Where& where : question.where) {
    const FacetLabels* labels = index.about().find_facet(where.facet);
    if (labels == nullptr) {
      std::vector<std::string> known;
      for (const FacetLabels& one : index.about().facets) {
        known.push_back(one.facet.flag);
        if (one.facet.field != one.facet.flag) known.push_back(one.facet.field);
      }
      return Diagnostic{.rule = "usage",
                        .message = "there is no facet `" + where.facet + "`",
                        .hint = did_you_mean(nearest(known, where.facet))};
    }
    std::string reason;
    const std::string term = find_term(*labels, where.term, reason);
    if (term.empty()) {
      const std::size_t hint = reason.find("; ");
      return Diagnostic{.rule = "usage",
                        .message = reason.substr(0, hint),
                        .hint = hint == std::string::npos ? "" : reason.substr(hint + 2)};
    }
    terms[labels->facet.field].emplace_back(facet_term(labels->facet.field, term));
  }
  if (!question.years.empty()) {
    std::vector<std::string> wrong;
    terms[std::string(year_filter)].push_back(match_year(question.years, wrong));
    if (!wrong.empty())
      return Diagnostic{.rule = "usage",
                        .message = "`" + question.years + "` is no year",
                        .hint = "write 2015, 2010..2015, 2010.. or ..2015"};
  }
  for (const Kind kind : question.kinds)
    terms["kind"].emplace_back(make_term(kind_prefix, name_of(kind)));
  std::map<std::string, Query> filters;
  for (const auto& [facet, queries] : terms) filters.emplace(facet, any_of(queries));
  return filters;
}

}  // namespace baraza::index
