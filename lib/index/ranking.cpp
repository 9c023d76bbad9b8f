#include "index/ranking.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <limits>

#include "index/databases.hpp"

namespace baraza::index {
namespace {

// What no entry can have where the index is damaged, which is told when it is read.
std::size_t number_of(const Index& index, Xapian::docid document) {
  return index.number_of(document).value_or(std::numeric_limits<std::size_t>::max());
}

}  // namespace

double round_score(double score) {
  constexpr int digits = 8;  // after the first
  std::array<char, 64> text{};
  const auto end = std::to_chars(text.data(), text.data() + text.size(), score,
                                 std::chars_format::scientific, digits);
  double rounded = 0;
  std::from_chars(text.data(), end.ptr, rounded);
  return rounded;
}

bool is_better(const Scored& a, const Scored& b) {
  return a.score != b.score ? a.score > b.score : a.number < b.number;
}

bool is_newer(const Scored& a, const Scored& b) {
  return a.day != b.day ? a.day > b.day : is_better(a, b);
}

bool has_lower_id(const Scored& a, const Scored& b) { return a.number < b.number; }

Scored scored_at(const Index& index, const Xapian::MSetIterator& at) {
  return {
      .score = round_score(at.get_weight()), .number = number_of(index, *at), .document = *at};
}

// Xapian breaks ties by its own numbers, so more are fetched until a score is reached that lies
// below the cut.
Ranked rank(const Index& index, const Xapian::Query& query, std::size_t offset,
            std::size_t limit, bool count) {
  const Xapian::Database& all = index.databases().all;
  const Xapian::doccount documents = all.get_doccount();
  Xapian::Enquire enquire(all);
  enquire.set_weighting_scheme(Xapian::IneB2Weight(1.0));
  enquire.set_query(query);
  const std::size_t end =
      std::min<std::size_t>(documents, offset) + std::min<std::size_t>(documents, limit);
  std::size_t take = end + 16;
  while (true) {
    const auto asked = static_cast<Xapian::doccount>(std::min<std::size_t>(take, documents));
    const Xapian::MSet found = enquire.get_mset(0, asked, count ? documents : 0);
    std::vector<Scored> scored;
    for (auto at = found.begin(); at != found.end(); ++at)
      scored.push_back(scored_at(index, at));
    const bool whole = scored.size() < asked || asked == documents;
    if (!whole && end > 0 && scored.back().score >= scored[end - 1].score) {
      take *= 4;
      continue;
    }
    std::sort(scored.begin(), scored.end(), is_better);
    return {
        .page = cut(scored, offset, limit),
        .total = whole ? scored.size() : found.get_matches_lower_bound(),
        .exact = whole || found.get_matches_lower_bound() == found.get_matches_upper_bound()};
  }
}

std::vector<Scored> cut(const std::vector<Scored>& scored, std::size_t offset,
                        std::size_t limit) {
  const std::size_t begin = std::min(offset, scored.size());
  const std::size_t end = begin + std::min(limit, scored.size() - begin);
  return {scored.begin() + static_cast<std::ptrdiff_t>(begin),
          scored.begin() + static_cast<std::ptrdiff_t>(end)};
}

}  // namespace baraza::index
