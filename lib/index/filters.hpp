// What a reader filters by, as Xapian queries: facets, kinds and years.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include <xapian.h>

#include "index/find.hpp"
#include "index/index.hpp"

namespace baraza::index {

Xapian::Query any_of(const std::vector<Xapian::Query>& queries);
Xapian::Query all_of(const std::vector<Xapian::Query>& queries);

// Stands beside fields of facets, and is none: a space is in no field's name that is a facet.
inline constexpr std::string_view year_filter = "the years";

// The filter of each facet that the question names, by field, and of `kind` and the years.
// Fails with the rule `usage` where there is no such facet or term.
Result<std::map<std::string, Xapian::Query>> make_filters(const Index& index,
                                                          const Question& question);

// The id of the term that `value` names by its id or a label; empty, with the reason, if none.
std::string find_term(const FacetLabels& labels, const std::string& value, std::string& reason);

// 2010, 2010..2015, 2010.. or ..2015; a period matches that shares a day with it. Nothing
// matches what is none of these, and `notes` says so.
Xapian::Query match_year(const std::string& value, std::vector<std::string>& notes);

}  // namespace baraza::index
