#include "index/stands.hpp"

#include <algorithm>
#include <optional>
#include <utility>

namespace baraza::index {

Result<std::vector<Stand>> stands_of(const Index& index, const Entry& insight) {
  std::vector<Stand> stands;
  for (const content::Support& support : insight.rests_on) {
    Result<std::optional<Entry>> lesson = index.find_entry(support.lesson);
    if (!lesson) return lesson.error();
    if (!*lesson || (*lesson)->kind != Kind::lesson) continue;
    auto at = std::find_if(stands.begin(), stands.end(), [&](const Stand& stand) {
      return stand.case_id == (*lesson)->case_id;
    });
    if (at == stands.end())
      at = stands.insert(stands.end(),
                         {.case_id = (*lesson)->case_id, .case_title = (*lesson)->case_title});
    (content::speaks_for(support.stance) ? at->supports : at->against) = true;
    at->lessons.push_back({std::move(**lesson), support});
  }
  std::sort(stands.begin(), stands.end(),
            [](const Stand& a, const Stand& b) { return a.case_id < b.case_id; });
  return stands;
}

Tally tally_of(const std::vector<Stand>& stands) {
  Tally tally;
  for (const Stand& stand : stands) {
    std::size_t& side = stand.supports && stand.against ? tally.both
                        : stand.supports                ? tally.supporting
                                                        : tally.against;
    ++side;
  }
  return tally;
}

}  // namespace baraza::index
