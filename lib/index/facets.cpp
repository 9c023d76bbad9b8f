#include "index/facets.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "index/databases.hpp"
#include "index/docids.hpp"
#include "index/marks.hpp"
#include "language/language_name.hpp"

namespace baraza::index {
namespace {

using Counts = std::map<std::string, std::size_t>;  // by term

FacetCount make_facet(std::string_view field, std::string_view label) {
  return {.field = std::string(field), .flag = std::string(field), .label = std::string(label)};
}

void by_count(FacetCount& facet) {
  std::stable_sort(facet.terms.begin(), facet.terms.end(),
                   [](const TermCount& a, const TermCount& b) { return a.count > b.count; });
}

// In how many of the records that are found something began, and ended, by year.
class Years {
 public:
  void add(const Days& days) {
    newest_ = std::max(newest_, year_of(days.newest));
    if (days.first == 0) return;
    ++at(began_, year_of(days.first));
    if (days.last == goes_on)
      goes_on_ = true;
    else
      ++at(ended_, year_of(days.last));
  }

  // Latest first. In a year all are counted that began by then and had not ended before.
  std::vector<TermCount> count() const {
    const std::size_t named = std::max(began_.size(), ended_.size());
    const std::size_t end = goes_on_ ? std::max(named, newest_ + 1) : named;
    std::vector<TermCount> counts;
    std::size_t running = 0;
    for (std::size_t year = 0; year < end; ++year) {
      if (year < began_.size()) running += began_[year];
      if (running > 0) counts.push_back({std::to_string(year), std::to_string(year), running});
      if (year < ended_.size()) running -= ended_[year];
    }
    std::reverse(counts.begin(), counts.end());
    return counts;
  }

 private:
  static std::size_t year_of(std::uint32_t day) { return std::min(day / 10'000U, 9999U); }
  static std::size_t& at(std::vector<std::size_t>& counts, std::size_t year) {
    if (year >= counts.size()) counts.resize(year + 1);
    return counts[year];
  }

  std::vector<std::size_t> began_;  // by year
  std::vector<std::size_t> ended_;
  std::size_t newest_ = 0;
  bool goes_on_ = false;
};

// A filter, with the terms it lets through by their numbers in one shard.
struct ShardFilter {
  std::string field = {};
  std::vector<bool> passing = {};
  const std::vector<DaySpan>* days = nullptr;

  bool passes(const Marks& marks, std::uint32_t docid) const {
    bool some = false;
    if (days->empty()) {
      marks.each(docid, [&](std::uint32_t mark) { some = some || passing[mark]; });
      return some;
    }
    const Days own = marks.days(docid);
    return std::any_of(days->begin(), days->end(),
                       [&](const DaySpan& span) { return span.overlaps(own); });
  }
};

// As filters name it.
std::string_view field_of(const Mark& mark) {
  if (mark.field == kind_mark_field) return kind_field;
  if (mark.field == language_mark_field) return language_field;
  return mark.field;
}

// Counts the documents of one shard.
class ShardCounter {
 public:
  ShardCounter(const Marks& marks, const Filters& filters, Years& years)
      : marks_(marks), years_(years), counts_(marks.all().size()) {
    for (const auto& [field, filter] : filters) {
      ShardFilter& one = filters_.emplace_back(ShardFilter{.field = field});
      one.days = &filter.days;
      for (const Mark& mark : marks.all())
        one.passing.push_back(std::find(filter.marks.begin(), filter.marks.end(), mark) !=
                              filter.marks.end());
    }
  }

  // One that all filters let through counts for every facet; one that a single filter stops,
  // for the facet of that filter.
  void add(std::uint32_t docid) {
    const ShardFilter* stopped = nullptr;
    for (const ShardFilter& filter : filters_) {
      if (filter.passes(marks_, docid)) continue;
      if (stopped != nullptr) return;
      stopped = &filter;
    }
    std::size_t* const counts = counts_.data();
    if (stopped == nullptr) {
      ++total_;
      marks_.each(docid, [counts](std::uint32_t mark) { ++counts[mark]; });
    } else {
      marks_.each(docid, [&](std::uint32_t mark) {
        if (field_of(marks_.all()[mark]) == stopped->field) ++counts[mark];
      });
    }
    if (stopped == nullptr || stopped->field == year_field) years_.add(marks_.days(docid));
  }

  std::size_t total() const { return total_; }
  const std::vector<std::size_t>& counts() const { return counts_; }

 private:
  const Marks& marks_;
  Years& years_;
  std::vector<ShardFilter> filters_;
  std::vector<std::size_t> counts_;  // by the number of the mark
  std::size_t total_ = 0;
};

class Counter {
 public:
  Counter(const Index& index, const Plan& plan, const std::string& language)
      : index_(index), plan_(plan), language_(language) {}

  Result<Counted> count(bool facets) {
    const Result<std::vector<const Marks*>> marks = index_.marks();
    if (!marks) return marks.error();
    Counted counted;
    for (std::size_t shard = 0; shard < marks->size(); ++shard) {
      const Marks& own = *marks->at(shard);
      ShardCounter counter(own, plan_.filters, years_);
      find_in_shard(index_.databases().shards[shard], plan_, own)
          .each([&](std::uint32_t docid) { counter.add(docid); });
      counted.total += counter.total();
      for (std::size_t i = 0; i < own.all().size(); ++i)
        if (const std::size_t number = counter.counts()[i]; number > 0)
          counts_[own.all()[i].field][own.all()[i].term] += number;
    }
    if (facets) counted.facets = make_facets();
    return counted;
  }

 private:
  std::vector<FacetCount> make_facets() {
    std::vector<FacetCount> facets;
    for (const FacetLabels& labels : index_.about().facets) {
      FacetCount& facet = facets.emplace_back(FacetCount{
          .field = labels.facet.field, .flag = labels.facet.flag, .label = labels.facet.label});
      for (const auto& [term, number] : counts_[facet.field])
        facet.terms.push_back({term, labels.terms.label(term, language_), number});
      by_count(facet);
    }
    FacetCount& kinds = facets.emplace_back(make_facet(kind_field, "Kind"));
    for (const auto& [kind, number] : counts_[std::string(kind_mark_field)])
      kinds.terms.push_back({kind, kind, number});
    by_count(kinds);
    FacetCount& languages = facets.emplace_back(make_facet(language_field, "Language"));
    const Counts& written = counts_[std::string(language_mark_field)];
    for (const std::string& language : index_.about().text_languages)
      if (const auto at = written.find(language); at != written.end())
        languages.terms.push_back(
            {language, language::language_name(language, language_), at->second});
    by_count(languages);
    FacetCount& years = facets.emplace_back(make_facet(year_field, "Year"));
    years.terms = years_.count();
    return facets;
  }

  const Index& index_;
  const Plan& plan_;
  const std::string& language_;
  std::map<std::string, Counts> counts_;  // by the field of marks
  Years years_;
};

}  // namespace

Result<Counted> count_found(const Index& index, const Plan& plan, const std::string& language,
                            bool facets) {
  return Counter(index, plan, language).count(facets);
}

}  // namespace baraza::index
