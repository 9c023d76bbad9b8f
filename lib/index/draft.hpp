// The parts of a generation that are not yet files: what the shards that were worked on, and
// what is left of the generation before, come to together.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "content/bank.hpp"
#include "index/before.hpp"
#include "index/record_groups.hpp"
#include "index/shard_task.hpp"

namespace baraza::index {

struct Draft {
  About about = {};
  Origin origin = {};
  std::vector<Row> rows = {};  // by id
  std::vector<PackSize> packs = {};
  Standings standings = {};
  std::string interface = {};                      // the words that records are shown with
  std::map<std::string, std::int64_t> words = {};  // how many documents more have each
  std::size_t made = 0;
  std::size_t removed = 0;

  // A hash of all that the generation answers from.
  std::string name() const;
};

// What is done with each group of `groups`, in tasks by shard.
struct WorkPlan {
  std::vector<ShardTask> tasks = {};
  std::vector<const OriginGroup*> kept = {};  // groups that are as before, by id
};

// Without `before` every shard has a task. Fails where the generation before is damaged.
Result<WorkPlan> plan_work(const std::vector<RecordGroup>& groups, const Before* before,
                           std::size_t shards);

// `results` are those of the plan's tasks.
Draft make_draft(About about, const Inputs& inputs, const WorkPlan& plan,
                 const std::vector<ShardResult>& results, const Before* before,
                 std::size_t shards);

}  // namespace baraza::index
