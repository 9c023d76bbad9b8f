// What a reader filters by, as Xapian queries: facets, kinds, languages and years.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <xapian.h>

#include "index/find.hpp"
#include "index/index.hpp"
#include "index/marks.hpp"

namespace baraza::index {

Xapian::Query any_of(const std::vector<Xapian::Query>& queries);
Xapian::Query all_of(const std::vector<Xapian::Query>& queries);

// What every bank can be filtered by, beside its facets.
inline constexpr std::string_view kind_field = "kind";
inline constexpr std::string_view language_field = "language";
inline constexpr std::string_view year_field = "year";

// Of a query alone: words of the title.
inline constexpr std::string_view title_field = "title";

// A period with a day of it.
struct DaySpan {
  std::uint32_t first = 0;  // yyyymmdd
  std::uint32_t last = 0;

  bool overlaps(const Days& days) const {
    return days.first != 0 && days.first <= last && days.last >= first;
  }
};

// Records with any of some terms of one facet, told twice: for Xapian and for counting.
struct Filter {
  std::vector<Xapian::Query> any = {};
  std::vector<Mark> marks = {};
  std::vector<DaySpan> days = {};
  std::vector<std::string> shown = {};  // as they can be typed: `country:kenya`
};

// All of them must hold; by the field of a facet, or `kind`, `language`, `year`.
using Filters = std::map<std::string, Filter>;

// The names that are fields in a query: of all facets, and what is above.
std::vector<std::string> field_names(const About& about);
// What to tell of a name that a query uses like one of these.
std::string unknown_field(const About& about, const std::string& name);

// Adds the filter `name:value`, where `name` is a field, flag or plural of a facet or one of
// those above, several values have commas between them, and several years are a period that
// overlaps: 2010..2015, 2010.., ..2015.
// Fails with the rule `usage` where the value is none.
Status add_filter(const About& about, const std::string& name, const std::string& value,
                  Filters& filters);

// Adds what the question narrows by beside its text. Fails with the rule `usage` where there is
// no such facet or term.
Status add_filters(const Index& index, const Question& question, Filters& filters);

// `query` with every filter.
Xapian::Query with_filters(Xapian::Query query, const Filters& filters);

}  // namespace baraza::index
