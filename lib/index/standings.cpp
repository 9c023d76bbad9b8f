#include "index/standings.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

#include "base/binary.hpp"
#include "index/damaged.hpp"

namespace baraza::index {

std::vector<LessonStanding> standings_of(const Entry& insight) {
  std::vector<LessonStanding> standings;
  if (insight.kind != Kind::insight) return standings;
  const std::string title =
      insight.titles.empty() ? std::string() : insight.titles.front().title;
  for (const content::Support& support : insight.rests_on)
    standings.push_back({support.lesson, {insight.id, title, support.stance}});
  return standings;
}

Standings::Standings(std::vector<LessonStanding> all) : all_(std::move(all)) {
  const auto is_before = [](const LessonStanding& a, const LessonStanding& b) {
    return std::tie(a.lesson, a.standing.insight) < std::tie(b.lesson, b.standing.insight);
  };
  // Those of a file are in order.
  if (!std::is_sorted(all_.begin(), all_.end(), is_before))
    std::stable_sort(all_.begin(), all_.end(), is_before);
}

std::vector<Standing> Standings::of(std::string_view lesson) const {
  std::vector<Standing> found;
  auto at = std::lower_bound(
      all_.begin(), all_.end(), lesson,
      [](const LessonStanding& one, std::string_view id) { return one.lesson < id; });
  for (; at != all_.end() && at->lesson == lesson; ++at) found.push_back(at->standing);
  return found;
}

std::string encode(const Standings& standings) {
  BinaryWriter out;
  out.number(standings.all().size());
  for (const LessonStanding& one : standings.all()) {
    out.text(one.lesson);
    out.text(one.standing.insight);
    out.text(one.standing.title);
    out.text(one.standing.stance);
  }
  return out.take();
}

Result<Standings> decode_standings(std::string_view bytes) {
  BinaryReader in(bytes);
  std::vector<LessonStanding> all;
  for (std::size_t left = in.count(); left > 0 && in.ok(); --left) {
    LessonStanding& one = all.emplace_back();
    one.lesson = in.text();
    one.standing.insight = in.text();
    one.standing.title = in.text();
    one.standing.stance = in.text();
  }
  if (!in.ok() || !in.at_end()) return damaged("its insights do not read as written");
  return Standings(std::move(all));
}

}  // namespace baraza::index
