#include "index/standings.hpp"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <tuple>
#include <utility>

#include "base/binary.hpp"
#include "base/fixed_width.hpp"
#include "index/damaged.hpp"

namespace baraza::index {
namespace {

using Narrow = std::uint32_t;

// Of the number that tells where the standing `i` begins, behind their count.
std::size_t place_of(std::size_t i) { return (1 + i) * sizeof(Narrow); }

// How many there are; nothing where the bytes have no room to tell where each begins.
std::optional<std::size_t> count_of(std::string_view bytes) {
  if (bytes.size() < sizeof(Narrow)) return std::nullopt;
  const std::uint64_t count = read_fixed<Narrow>(bytes, 0);
  if (count > bytes.size() / sizeof(Narrow) - 1) return std::nullopt;
  return static_cast<std::size_t>(count);
}

void put(BinaryWriter& out, const LessonStanding& one) {
  out.text(one.lesson);
  out.text(one.standing.insight);
  out.text(one.standing.title);
  out.text(one.standing.stance);
}

LessonStanding take(BinaryReader& in) {
  LessonStanding one;
  one.lesson = in.text();
  one.standing.insight = in.text();
  one.standing.title = in.text();
  one.standing.stance = in.text();
  return one;
}

Diagnostic unreadable() { return damaged_inside("`insights` does not read as written"); }

}  // namespace

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

std::string encode(const Standings& standings) {
  std::string table;
  put_fixed(table, static_cast<Narrow>(standings.all().size()));
  BinaryWriter out;
  for (const LessonStanding& one : standings.all()) {
    put_fixed(table, static_cast<Narrow>(out.bytes().size()));
    put(out, one);
  }
  return table + out.bytes();
}

Result<Standings> decode_standings(std::string_view bytes) {
  const std::optional<std::size_t> count = count_of(bytes);
  if (!count) return unreadable();
  BinaryReader in(bytes.substr(place_of(*count)));
  std::vector<LessonStanding> all;
  all.reserve(*count);
  for (std::size_t i = 0; i < *count && in.ok(); ++i) all.push_back(take(in));
  if (!in.ok() || !in.at_end()) return unreadable();
  return Standings(std::move(all));
}

Result<StandingsFile> StandingsFile::open(const std::string& path) {
  Result<Blocks> blocks = Blocks::open(path);
  if (!blocks) return blocks.error();
  const std::optional<std::size_t> count =
      blocks->whole(0, std::min(blocks->bytes().size(), sizeof(Narrow)))
          ? count_of(blocks->bytes())
          : std::nullopt;
  if (!count) return unreadable();
  StandingsFile file;
  file.blocks_ = std::move(*blocks);
  file.count_ = *count;
  return file;
}

std::string_view StandingsFile::bytes_of(std::size_t i) const {
  const std::string_view all = blocks_.bytes();
  const bool is_last = i + 1 == count_;
  if (!blocks_.whole(place_of(i), (is_last ? 1 : 2) * sizeof(Narrow))) return {};
  const std::size_t first = place_of(count_);
  const std::size_t begin = first + read_fixed<Narrow>(all, place_of(i));
  const std::size_t end =
      is_last ? all.size() : first + read_fixed<Narrow>(all, place_of(i + 1));
  if (begin > end || !blocks_.whole(begin, end - begin)) return {};
  return all.substr(begin, end - begin);
}

Result<std::vector<Standing>> StandingsFile::of(std::string_view lesson) const {
  std::size_t low = 0;
  for (std::size_t high = count_; low < high;) {
    const std::size_t middle = low + (high - low) / 2;
    const std::string_view bytes = bytes_of(middle);
    if (bytes.empty()) return unreadable();
    if (BinaryReader(bytes).view() < lesson)
      low = middle + 1;
    else
      high = middle;
  }
  std::vector<Standing> found;
  for (; low < count_; ++low) {
    BinaryReader in(bytes_of(low));
    LessonStanding one = take(in);
    if (!in.ok()) return unreadable();
    if (one.lesson != lesson) break;
    found.push_back(std::move(one.standing));
  }
  return found;
}

Result<Standings> StandingsFile::all() const {
  return blocks_.whole() ? decode_standings(blocks_.bytes()) : unreadable();
}

}  // namespace baraza::index
