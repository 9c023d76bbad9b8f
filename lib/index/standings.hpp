// Which insights rest on which lessons. This is told by other records than the lesson's own, so
// it is kept apart: a changed insight leaves the documents of its lessons alone.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
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

  std::vector<Standing> of(std::string_view lesson) const;
  const std::vector<LessonStanding>& all() const { return all_; }

 private:
  std::vector<LessonStanding> all_;
};

// For a file of with_hash().
std::string encode(const Standings& standings);
Result<Standings> decode_standings(std::string_view bytes);

}  // namespace baraza::index
