#include "index/hit.hpp"

#include <optional>
#include <utility>

namespace baraza::index {

Result<Hit> HitMaker::make(std::size_t number, double score, std::size_t rank) {
  Result<Entry> entry = index_.entry(number);
  if (!entry) return entry.error();
  Hit hit{.entry = std::move(*entry), .rank = rank, .score = score};
  const Title& title = hit.entry.title_in(languages_);
  hit.title = title.title;
  hit.language = title.language;
  hit.title_ranges = find_ranges(hit.title, hit.language, matcher_);
  if (excerpts_) {
    const Result<std::vector<Text>> texts = index_.texts(number);
    if (!texts) return texts.error();
    hit.excerpt = make_excerpt(*texts, matcher_, languages_);
    if (hit.title_ranges.empty() && hit.excerpt.ranges.empty()) quote_other_title(*texts, hit);
  }
  if (Status counted = count_stands(hit); !counted) return counted.error();
  return hit;
}

// What was found in a language that is not the reader's may be in its title alone.
void HitMaker::quote_other_title(const std::vector<Text>& texts, Hit& hit) {
  for (const Title& title : hit.entry.titles) {
    if (title.language == hit.language) continue;
    std::vector<Range> ranges = find_ranges(title.title, title.language, matcher_);
    if (ranges.empty()) continue;
    hit.excerpt = {
        .text = title.title, .ranges = std::move(ranges), .language = title.language};
    for (const Text& text : texts)
      if (text.language == title.language) hit.excerpt.path = text.path;
    return;
  }
}

Status HitMaker::count_stands(Hit& hit) {
  if (hit.entry.kind == Kind::insight) {
    const Result<std::vector<Stand>> stands = stands_of(index_, hit.entry);
    if (!stands) return stands.error();
    hit.tally = tally_of(*stands);
  }
  for (const Standing& standing : hit.entry.insights) {
    Result<KnownInsight> known = look_up(standing);
    if (!known) return known.error();
    hit.insights.push_back({standing, known->tally});
    hit.insights.back().standing.title = known->title;
  }
  return Done{};
}

Result<HitMaker::KnownInsight> HitMaker::look_up(const Standing& standing) {
  if (const auto known = insights_.find(standing.insight); known != insights_.end())
    return known->second;
  KnownInsight known{.title = standing.title};
  const Result<std::optional<Entry>> insight = index_.find_entry(standing.insight);
  if (!insight) return insight.error();
  if (*insight) {
    known.title = (*insight)->title_in(languages_).title;
    const Result<std::vector<Stand>> stands = stands_of(index_, **insight);
    if (!stands) return stands.error();
    known.tally = tally_of(*stands);
  }
  insights_.emplace(standing.insight, known);
  return known;
}

}  // namespace baraza::index
