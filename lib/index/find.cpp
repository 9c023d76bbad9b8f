#include "index/find.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <limits>
#include <map>
#include <memory>
#include <utility>

#include <xapian.h>

#include "base/text.hpp"
#include "index/databases.hpp"
#include "index/filters.hpp"
#include "index/plan.hpp"
#include "index/terms.hpp"

namespace baraza::index {
namespace {

using Xapian::Query;
using Filters = std::map<std::string, Query>;

constexpr std::string_view kind_facet = "kind";

struct Scored {
  double score = 0;
  std::size_t number = 0;
};

// Scores of one database and of several differ in the last bits; rounded, they are equal.
double round_score(double score) {
  constexpr int digits = 8;  // after the first
  std::array<char, 64> text{};
  const auto end = std::to_chars(text.data(), text.data() + text.size(), score,
                                 std::chars_format::scientific, digits);
  double rounded = 0;
  std::from_chars(text.data(), end.ptr, rounded);
  return rounded;
}

bool comes_before(const Scored& a, const Scored& b) {
  return a.score != b.score ? a.score > b.score : a.number < b.number;
}

// Everything but the filter of facet `without`.
Query with_filters(Query query, const Filters& filters, std::string_view without = {}) {
  for (const auto& [facet, filter] : filters)
    if (facet != without) query = Query(Query::OP_FILTER, query, filter);
  return query;
}

class Finder {
 public:
  Finder(const Index& index, const Question& question)
      : index_(index),
        question_(question),
        all_(index.databases().all),
        languages_(question.languages.empty() ? index.about().languages : question.languages) {}

  Result<Hits> find() {
    Result<Filters> filters = make_filters(index_, question_);
    if (!filters) return filters.error();
    filters_ = std::move(*filters);
    Result<Plan> plan = make_plan(index_, question_);
    if (!plan) return plan.error();
    plan_ = std::move(*plan);
    hits_.notes = plan_.notes;
    hits_.replaced = plan_.replaced;
    if (plan_.nothing_asked) {
      hits_.notes.emplace_back("there is no word to look for");
      return std::move(hits_);
    }

    const std::vector<Scored> page = plan_.ranking.empty() ? list_page() : rank_page();
    if (question_.count) count_facets();
    Matcher matcher(plan_.asked);
    for (const Scored& one : page) {
      Result<Hit> hit = make_hit(one, matcher);
      if (!hit) return hit.error();
      hits_.hits.push_back(std::move(*hit));
    }
    return std::move(hits_);
  }

 private:
  // Exclusions are outermost: an AND_NOT below a filter costs Xapian its optimisations.
  Query whole_query(std::string_view without = {}) const {
    Query query = plan_.ranking.empty() ? Query::MatchAll : plan_.ranking;
    if (plan_.required) query = Query(Query::OP_FILTER, query, *plan_.required);
    query = with_filters(query, filters_, without);
    if (plan_.excluded) query = Query(Query::OP_AND_NOT, query, *plan_.excluded);
    return query;
  }

  std::size_t number_of(const Xapian::Document& document) const {
    const std::string data = document.get_data();
    std::size_t number = std::numeric_limits<std::size_t>::max();
    std::from_chars(data.data(), data.data() + data.size(), number);
    return number;
  }

  // The hits from `offset`, by score and id. Xapian breaks ties by its own numbers, so more are
  // fetched until a score is reached that lies below the cut.
  std::vector<Scored> rank_page() {
    const Xapian::doccount documents = all_.get_doccount();
    Xapian::Enquire enquire(all_);
    enquire.set_weighting_scheme(Xapian::IneB2Weight(1.0));
    enquire.set_query(whole_query());
    const std::size_t end = std::min<std::size_t>(documents, question_.offset) +
                            std::min<std::size_t>(documents, question_.limit);
    std::size_t take = end + 16;
    while (true) {
      const auto asked = static_cast<Xapian::doccount>(std::min<std::size_t>(take, documents));
      const Xapian::MSet found = enquire.get_mset(0, asked, question_.count ? documents : 0);
      std::vector<Scored> scored;
      for (auto at = found.begin(); at != found.end(); ++at)
        scored.push_back({round_score(at.get_weight()), number_of(at.get_document())});
      const bool whole = scored.size() < asked || asked == documents;
      if (!whole && end > 0 && scored.back().score >= scored[end - 1].score) {
        take *= 4;
        continue;
      }
      hits_.total = whole ? scored.size() : found.get_matches_lower_bound();
      hits_.exact = whole || found.get_matches_lower_bound() == found.get_matches_upper_bound();
      std::sort(scored.begin(), scored.end(), comes_before);
      return cut(std::move(scored));
    }
  }

  // All that passes the filters, newest first.
  std::vector<Scored> list_page() {
    Xapian::Enquire enquire(all_);
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    enquire.set_query(whole_query());
    const Xapian::MSet found = enquire.get_mset(0, all_.get_doccount());
    std::vector<std::pair<std::string, std::size_t>> listed;
    for (auto at = found.begin(); at != found.end(); ++at) {
      const Xapian::Document document = at.get_document();
      listed.emplace_back(document.get_value(newest_slot), number_of(document));
    }
    std::sort(listed.begin(), listed.end(), [](const auto& a, const auto& b) {
      return a.first != b.first ? a.first > b.first : a.second < b.second;
    });
    hits_.total = listed.size();
    std::vector<Scored> scored;
    scored.reserve(listed.size());
    for (const auto& [day, number] : listed) scored.push_back({.number = number});
    return cut(std::move(scored));
  }

  std::vector<Scored> cut(std::vector<Scored> scored) const {
    const std::size_t begin = std::min(question_.offset, scored.size());
    const std::size_t end = begin + std::min(question_.limit, scored.size() - begin);
    return {scored.begin() + static_cast<std::ptrdiff_t>(begin),
            scored.begin() + static_cast<std::ptrdiff_t>(end)};
  }

  // ---- counts

  struct Counter {
    FacetCount facet;
    unsigned slot = 0;
  };

  std::vector<Counter> make_counters() const {
    std::vector<Counter> counters;
    unsigned slot = first_facet_slot;
    for (const FacetLabels& labels : index_.about().facets)
      counters.push_back({.facet = {.field = labels.facet.field,
                                    .flag = labels.facet.flag,
                                    .label = labels.facet.label},
                          .slot = slot++});
    counters.push_back({.facet = {.field = std::string(kind_facet),
                                  .flag = std::string(kind_facet),
                                  .label = "Kind"},
                        .slot = kind_slot});
    return counters;
  }

  // One pass over all hits for the facets that the question does not filter by, one more for
  // each that it does.
  void count_facets() {
    std::vector<Counter> counters = make_counters();
    std::vector<Counter*> together;
    for (Counter& counter : counters) {
      if (filters_.contains(counter.facet.field)) {
        count({&counter}, counter.facet.field);
      } else {
        together.push_back(&counter);
      }
    }
    count(together, {});
    for (Counter& counter : counters) hits_.facets.push_back(std::move(counter.facet));
  }

  void count(const std::vector<Counter*>& counters, std::string_view without) {
    if (counters.empty()) return;
    Xapian::Enquire enquire(all_);
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    enquire.set_query(whole_query(without));
    std::vector<std::unique_ptr<Xapian::ValueCountMatchSpy>> spies;
    for (const Counter* counter : counters) {
      spies.push_back(std::make_unique<Xapian::ValueCountMatchSpy>(counter->slot));
      enquire.add_matchspy(spies.back().get());
    }
    enquire.get_mset(0, 0, all_.get_doccount());
    for (std::size_t i = 0; i < counters.size(); ++i) fill(counters[i]->facet, *spies[i]);
  }

  // A value holds all terms of a document, joined by line ends.
  void fill(FacetCount& facet, const Xapian::ValueCountMatchSpy& spy) const {
    std::map<std::string, std::size_t> counts;
    for (auto value = spy.values_begin(); value != spy.values_end(); ++value) {
      const std::string joined = *value;
      for (const std::string_view term : split(joined, '\n'))
        counts[std::string(term)] += value.get_termfreq();
    }
    const FacetLabels* labels = index_.about().find_facet(facet.field);
    for (const auto& [term, number] : counts) {
      const std::string label =
          labels == nullptr ? term : labels->label(term, languages_.front());
      facet.terms.push_back({term, label, number});
    }
    std::stable_sort(facet.terms.begin(), facet.terms.end(),
                     [](const TermCount& a, const TermCount& b) { return a.count > b.count; });
  }

  Result<Hit> make_hit(const Scored& scored, Matcher& matcher) const {
    Result<Entry> entry = index_.entry(scored.number);
    if (!entry) return entry.error();
    const Result<std::vector<Text>> texts = index_.texts(scored.number);
    if (!texts) return texts.error();
    Hit hit{.entry = std::move(*entry), .score = scored.score};
    const Title& title = hit.entry.title_in(languages_);
    hit.title = title.title;
    hit.language = title.language;
    hit.title_ranges = find_ranges(hit.title, hit.language, matcher);
    hit.excerpt = make_excerpt(*texts, matcher, languages_);
    return hit;
  }

  const Index& index_;
  const Question& question_;
  const Xapian::Database& all_;
  std::vector<std::string> languages_;
  Filters filters_;
  Plan plan_;
  Hits hits_;
};

}  // namespace

Result<Hits> find(const Index& index, const Question& question) {
  using Answer = Result<Hits>;
  const Result<Answer> answer =
      ask_xapian<Answer>([&] { return Answer(Finder(index, question).find()); });
  return answer ? *answer : Answer(answer.error());
}

}  // namespace baraza::index
