// Which insights rest on which lessons. This is told by other records than the lesson's own, so
// it is kept apart: a changed insight leaves the documents of its lessons alone.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "index/blocks.hpp"
#include "index/entry.hpp"

namespace baraza::index {

struct LessonStanding {
  std::string lesson = {};  // full id, `case#lesson`
  Standing standing = {};

  bool operator==(const LessonStanding&) const = default;
};

// What an insight rests on, from its entry.
std::vector<LessonStanding> standings_of(const Entry& insight);

// All of them, by lesson, insight and then the insight's own order.
class Standings {
 public:
  Standings() = default;
  explicit Standings(std::vector<LessonStanding> all);

  const std::vector<LessonStanding>& all() const { return all_; }

 private:
  std::vector<LessonStanding> all_;
};

// How many there are, where each begins, and then all of them.
std::string encode(const Standings& standings);
Result<Standings> decode_standings(std::string_view bytes);

// The same in the file of a generation, one of with_block_hashes(): those of one lesson are
// found without the others.
class StandingsFile {
 public:
  // Fails where the file has none of the bytes that encode() makes, as far as its head tells.
  // The rest is looked at as it is read.
  static Result<StandingsFile> open(const std::string& path);

  Result<std::vector<Standing>> of(std::string_view lesson) const;
  Result<Standings> all() const;

 private:
  std::string_view bytes_of(std::size_t i) const;  // empty where they are damaged

  Blocks blocks_;
  std::size_t count_ = 0;
};

}  // namespace baraza::index
