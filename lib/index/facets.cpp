#include "index/facets.hpp"

#include <algorithm>
#include <charconv>
#include <functional>
#include <map>
#include <memory>
#include <utility>

#include <xapian.h>

#include "base/text.hpp"
#include "index/databases.hpp"
#include "index/terms.hpp"
#include "language/language_name.hpp"

namespace baraza::index {
namespace {

using Spy = Xapian::ValueCountMatchSpy;

constexpr int no_year = 9999;  // of a period that goes on

FacetCount make_facet(std::string_view field, std::string_view label) {
  return {.field = std::string(field), .flag = std::string(field), .label = std::string(label)};
}

// The year of yyyymmdd.
int year_of(const std::string& day) {
  int year = 0;
  std::from_chars(day.data(), day.data() + std::min<std::size_t>(day.size(), 4), year);
  return year;
}

class Counter {
 public:
  Counter(const Index& index, const Plan& plan, const std::string& language)
      : index_(index), plan_(plan), all_(index.databases().all), language_(language) {}

  std::vector<FacetCount> count() {
    add_facets();
    FacetCount kinds = make_facet(kind_field, "Kind");
    FacetCount years = make_facet(year_field, "Year");
    watch(kind_field, kind_slot, [&kinds](const Spy& spy) {
      for (auto value = spy.values_begin(); value != spy.values_end(); ++value)
        kinds.terms.push_back({*value, *value, value.get_termfreq()});
    });
    for (const unsigned slot : {first_day_slot, last_day_slot, newest_slot})
      watch(year_field, slot, [this, slot](const Spy& spy) { add_days(slot, spy); });
    run();
    by_count(kinds);
    years.terms = count_years();
    facets_.push_back(std::move(kinds));
    facets_.push_back(count_languages());
    facets_.push_back(std::move(years));
    return std::move(facets_);
  }

 private:
  struct Watched {
    std::string field;
    unsigned slot;
    std::function<void(const Spy&)> take;
  };

  void watch(std::string_view field, unsigned slot, std::function<void(const Spy&)> take) {
    watched_.push_back({std::string(field), slot, std::move(take)});
  }

  void add_facets() {
    const std::vector<FacetLabels>& all = index_.about().facets;
    facets_.resize(all.size());
    for (std::size_t i = 0; i < all.size(); ++i) {
      facets_[i] = {
          .field = all[i].facet.field, .flag = all[i].facet.flag, .label = all[i].facet.label};
      watch(all[i].facet.field, first_facet_slot + static_cast<unsigned>(i),
            [this, i, &labels = all[i]](const Spy& spy) { fill(facets_[i], labels, spy); });
    }
  }

  // One pass over all that is found for what is not filtered by, and one more for each field
  // that is.
  void run() {
    std::map<std::string, std::vector<const Watched*>> passes;
    for (const Watched& one : watched_)
      passes[plan_.filters.contains(one.field) ? one.field : std::string()].push_back(&one);
    for (const auto& [without, watched] : passes) {
      Xapian::Enquire enquire(all_);
      enquire.set_weighting_scheme(Xapian::BoolWeight());
      enquire.set_query(plan_.whole_query(without));
      std::vector<std::unique_ptr<Spy>> spies;
      for (const Watched* one : watched) {
        spies.push_back(std::make_unique<Spy>(one->slot));
        enquire.add_matchspy(spies.back().get());
      }
      enquire.get_mset(0, 0, all_.get_doccount());
      for (std::size_t i = 0; i < watched.size(); ++i) watched[i]->take(*spies[i]);
    }
  }

  // A value holds all terms of a document, joined by line ends.
  void fill(FacetCount& facet, const FacetLabels& labels, const Spy& spy) const {
    std::map<std::string, std::size_t> counts;
    for (auto value = spy.values_begin(); value != spy.values_end(); ++value) {
      const std::string joined = *value;
      for (const std::string_view term : split(joined, '\n'))
        counts[std::string(term)] += value.get_termfreq();
    }
    for (const auto& [term, number] : counts)
      facet.terms.push_back({term, labels.label(term, language_), number});
    by_count(facet);
  }

  static void by_count(FacetCount& facet) {
    std::stable_sort(facet.terms.begin(), facet.terms.end(),
                     [](const TermCount& a, const TermCount& b) { return a.count > b.count; });
  }

  FacetCount count_languages() const {
    FacetCount facet = make_facet(language_field, "Language");
    for (const std::string& language : index_.about().text_languages) {
      Xapian::Enquire enquire(all_);
      enquire.set_weighting_scheme(Xapian::BoolWeight());
      enquire.set_query(Xapian::Query(Xapian::Query::OP_FILTER,
                                      plan_.whole_query(language_field),
                                      Xapian::Query(make_term(language_prefix, language))));
      const Xapian::MSet found = enquire.get_mset(0, 0, all_.get_doccount());
      const std::size_t number = found.get_matches_lower_bound();
      if (number == 0) continue;
      facet.terms.push_back({language, language::language_name(language, language_), number});
    }
    by_count(facet);
    return facet;
  }

  void add_days(unsigned slot, const Spy& spy) {
    for (auto value = spy.values_begin(); value != spy.values_end(); ++value) {
      const std::string day = *value;
      if (day.empty()) continue;
      const int year = year_of(day);
      if (slot == first_day_slot) began_[year] += value.get_termfreq();
      if (slot == last_day_slot && year != no_year) ended_[year] += value.get_termfreq();
      if (slot == newest_slot) newest_ = std::max(newest_, year);
    }
  }

  // Latest first. In a year all are counted that began by then and had not ended before.
  std::vector<TermCount> count_years() const {
    if (began_.empty()) return {};
    std::size_t began = 0;
    std::size_t ended = 0;
    int last = began_.rbegin()->first;
    if (!ended_.empty()) last = std::max(last, ended_.rbegin()->first);
    for (const auto& [year, number] : began_) began += number;
    for (const auto& [year, number] : ended_) ended += number;
    if (ended < began) last = std::max(last, newest_);

    std::vector<TermCount> years;
    std::size_t running = 0;
    for (int year = began_.begin()->first; year <= last; ++year) {
      if (const auto at = began_.find(year); at != began_.end()) running += at->second;
      if (running > 0) years.push_back({std::to_string(year), std::to_string(year), running});
      if (const auto at = ended_.find(year); at != ended_.end()) running -= at->second;
    }
    std::reverse(years.begin(), years.end());
    return years;
  }

  const Index& index_;
  const Plan& plan_;
  const Xapian::Database& all_;
  const std::string& language_;
  std::vector<Watched> watched_;
  std::vector<FacetCount> facets_;
  std::map<int, std::size_t> began_;  // by year
  std::map<int, std::size_t> ended_;
  int newest_ = 0;
};

}  // namespace

std::vector<FacetCount> count_facets(const Index& index, const Plan& plan,
                                     const std::string& language) {
  return Counter(index, plan, language).count();
}

}  // namespace baraza::index
