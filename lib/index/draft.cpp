#include "index/draft.hpp"

#include <algorithm>
#include <iterator>
#include <optional>
#include <set>
#include <utility>

#include "base/binary.hpp"
#include "base/files.hpp"
#include "base/hash.hpp"
#include "index/damaged.hpp"

namespace baraza::index {
namespace {

// Sorts groups into those that are kept and the tasks of the others.
class Planner {
 public:
  Planner(const std::vector<RecordGroup>& groups, const Before* before, std::size_t shards)
      : groups_(groups), before_(before), shards_(shards), tasks_(shards) {}

  Result<WorkPlan> plan() {
    if (before_ == nullptr) {
      for (const RecordGroup& group : groups_) task_of(group.id).groups.push_back(&group);
    } else if (Status compared = compare(); !compared) {
      return compared.error();
    }
    std::uint32_t next_pack = 0;
    if (before_ != nullptr)
      for (const PackSize& pack : before_->contents.packs())
        next_pack = std::max(next_pack, pack.number + 1);
    for (std::size_t i = 0; i < shards_; ++i) {
      ShardTask& task = tasks_[i];
      task.shard = i;
      task.pack = next_pack + static_cast<std::uint32_t>(i);
      if (before_ == nullptr || !task.groups.empty() || !task.old.empty())
        plan_.tasks.push_back(std::move(task));
    }
    if (before_ != nullptr) start_from_before();
    return std::move(plan_);
  }

 private:
  ShardTask& task_of(const std::string& id) { return tasks_[shard_of(id, shards_)]; }

  // Both lists are by id.
  Status compare() {
    auto old = before_->origin.groups.begin();
    const auto end = before_->origin.groups.end();
    for (const RecordGroup& group : groups_) {
      for (; old != end && old->id < group.id; ++old)
        if (Status given = give_up(*old); !given) return given;
      const bool known = old != end && old->id == group.id;
      if (known && old->hash == group.hash) {
        plan_.kept.push_back(&*old);
      } else {
        task_of(group.id).groups.push_back(&group);
        if (known)
          if (Status given = give_up(*old); !given) return given;
      }
      if (known) ++old;
    }
    for (; old != end; ++old)
      if (Status given = give_up(*old); !given) return given;
    return Done{};
  }

  Status give_up(const OriginGroup& group) {
    ShardTask& task = task_of(group.id);
    for (const OriginDocument& document : group.documents) {
      const Diagnostic bad = damaged("what it was made of and its contents differ");
      const std::optional<std::size_t> number = before_->contents.number_of(document.docid);
      if (!number) return bad;
      const std::optional<PackPlace> place = before_->contents.place(*number);
      if (!place) return bad;
      const Result<const Pack*> pack = open_pack(place->pack);
      if (!pack) return pack.error();
      const Result<std::string> bytes = (*pack)->read(*place, Part::entry);
      if (!bytes) return bytes.error();
      OldDocument old{.docid = docid_in_shard(document.docid, shards_), .hash = document.hash};
      bool ok = false;
      old.entry = decode_entry(*bytes, ok);
      if (!ok) return bad;
      std::string id = old.entry.id;
      task.old.emplace(std::move(id), std::move(old));
    }
    return Done{};
  }

  Result<const Pack*> open_pack(std::uint32_t number) {
    if (const auto known = packs_.find(number); known != packs_.end()) return &known->second;
    for (const PackSize& size : before_->contents.packs()) {
      if (size.number != number) continue;
      Result<Pack> pack = Pack::open(join_path(before_->folder, pack_name(number)), size.bytes);
      if (!pack) return pack.error();
      return &packs_.emplace(number, std::move(*pack)).first->second;
    }
    return damaged("`" + pack_name(number) + "` is missing");
  }

  void start_from_before() {
    for (ShardTask& task : plan_.tasks) {
      task.before = before_->folder;
      std::uint64_t bytes = 0;
      for (const SealedFile& file : before_->sealed) {
        if (!file.path.starts_with(shard_name(task.shard) + "/")) continue;
        task.sealed.push_back(file);
        bytes += file.size;
      }
      task.repack = bytes > before_->origin.packed[task.shard] / 2 * 3;
      for (std::size_t i = 0; i < before_->contents.size(); ++i) {
        const std::uint32_t docid = before_->contents.docid(i);
        if (docid == 0 || shard_of_docid(docid, shards_) != task.shard) continue;
        const std::uint32_t own = docid_in_shard(docid, shards_);
        if (own >= task.taken.size()) task.taken.resize(own + 1);
        task.taken[own] = true;
      }
    }
  }

  const std::vector<RecordGroup>& groups_;
  const Before* before_;
  const std::size_t shards_;
  std::vector<ShardTask> tasks_;  // by shard
  std::map<std::uint32_t, Pack> packs_;
  WorkPlan plan_;
};

class Drafter {
 public:
  Drafter(const WorkPlan& plan, const std::vector<ShardResult>& results, const Before* before,
          std::size_t shards)
      : plan_(plan), results_(results), before_(before), shards_(shards) {}

  Draft draft(About about, const Inputs& inputs) {
    draft_.about = std::move(about);
    draft_.origin.program = inputs.program;
    draft_.origin.language = language_mark();
    draft_.origin.definitions = inputs.definitions;
    draft_.origin.files = inputs.files;
    keep();
    for (std::size_t i = 0; i < results_.size(); ++i) add(plan_.tasks[i], results_[i]);
    settle();
    return std::move(draft_);
  }

 private:
  void keep() {
    if (before_ == nullptr) {
      draft_.origin.packed.resize(shards_);
      return;
    }
    draft_.origin.packed = before_->origin.packed;
    draft_.origin.terms = before_->origin.terms;
    for (const OriginGroup* group : plan_.kept) {
      draft_.origin.groups.push_back(*group);
      for (const OriginDocument& document : group->documents) keep_row(document.docid);
    }
    std::set<std::string_view> gone;  // insights
    for (const ShardTask& task : plan_.tasks)
      for (const auto& [id, old] : task.old)
        if (old.entry.kind == Kind::insight) gone.insert(id);
    for (const LessonStanding& standing : before_->standings.all())
      if (!gone.contains(standing.standing.insight)) standings_.push_back(standing);
    draft_.packs = before_->contents.packs();
  }

  void keep_row(std::uint32_t docid) {
    if (const std::optional<std::size_t> number = before_->contents.number_of(docid))
      draft_.rows.push_back(before_->contents.row(*number));
  }

  void add(const ShardTask& task, const ShardResult& result) {
    std::size_t again = 0;
    for (std::size_t i = 0; i < result.groups.size(); ++i) {
      OriginGroup group{.id = task.groups[i]->id, .hash = task.groups[i]->hash};
      for (const MadeDocument& made : result.groups[i]) {
        const std::uint32_t docid = merged_docid(made.docid, task.shard, shards_);
        group.documents.push_back({docid, made.hash});
        if (task.old.contains(made.id)) ++again;
        if (made.same) {
          keep_row(docid);
          continue;
        }
        draft_.rows.push_back({made.id, docid, made.place});
        ++draft_.made;
      }
      draft_.origin.groups.push_back(std::move(group));
    }
    draft_.removed += task.old.size() - again;
    if (result.packed > 0) draft_.origin.packed[task.shard] = result.packed;
    if (result.pack_bytes > 0) draft_.packs.push_back({task.pack, result.pack_bytes});
    for (const auto& [word, more] : result.words) draft_.words[word] += more;
    for (const auto& [field, counts] : result.terms)
      for (const auto& [term, more] : counts) draft_.origin.terms[field][term] += more;
    standings_.insert(standings_.end(), result.standings.begin(), result.standings.end());
  }

  void settle() {
    std::sort(draft_.rows.begin(), draft_.rows.end(),
              [](const Row& a, const Row& b) { return a.id < b.id; });
    std::sort(draft_.origin.groups.begin(), draft_.origin.groups.end(),
              [](const OriginGroup& a, const OriginGroup& b) { return a.id < b.id; });
    draft_.standings = Standings(std::move(standings_));
    draft_.about.documents = draft_.rows.size();
    draft_.about.shards = shards_;
    content::TermsByFacet used;
    for (auto& [field, counts] : draft_.origin.terms) {
      std::erase_if(counts, [](const auto& count) { return count.second <= 0; });
      for (const auto& [term, count] : counts) used[field].push_back(term);
    }
    add_terms(draft_.about, used);
  }

  const WorkPlan& plan_;
  const std::vector<ShardResult>& results_;
  const Before* before_;
  const std::size_t shards_;
  std::vector<LessonStanding> standings_;
  Draft draft_;
};

}  // namespace

std::string Draft::name() const {
  BinaryWriter all;
  all.text(encode(about));
  all.text(encode(standings));
  all.text(interface);
  for (const OriginGroup& group : origin.groups) {
    all.text(group.id);
    for (const OriginDocument& document : group.documents) all.text(document.hash);
  }
  return hash_of(all.bytes());
}

Result<WorkPlan> plan_work(const std::vector<RecordGroup>& groups, const Before* before,
                           std::size_t shards) {
  return Planner(groups, before, shards).plan();
}

Draft make_draft(About about, const Inputs& inputs, const WorkPlan& plan,
                 const std::vector<ShardResult>& results, const Before* before,
                 std::size_t shards) {
  return Drafter(plan, results, before, shards).draft(std::move(about), inputs);
}

}  // namespace baraza::index
