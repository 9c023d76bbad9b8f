// What went wrong, and in a union with which of its branches.
#include <algorithm>
#include <iterator>

#include "check/schema_evaluator.hpp"

namespace baraza::check {

using content::Node;

namespace {

// RFC 6901.
void append_escaped(const std::string& key, std::string& out) {
  for (const char c : key) {
    if (c == '~')
      out += "~0";
    else if (c == '/')
      out += "~1";
    else
      out += c;
  }
}

void append_pointer(const Spot& spot, std::string& out) {
  if (spot.up == nullptr) return;
  append_pointer(*spot.up, out);
  const Node& parent = *spot.up->node;
  out += '/';
  if (parent.is_map())
    append_escaped(parent.keys[spot.index].name, out);
  else
    out += std::to_string(spot.index);
}

// A branch of a union, and what the value lacks for it.
struct Branch {
  const Subschema* schema = nullptr;
  Report report = {};
};

bool is_value_failure(Failure failure) {
  return failure == Failure::constant || failure == Failure::choice;
}

const Problem* find_at(const Branch& branch, const Node* node, bool (*is)(Failure)) {
  for (const Problem& problem : branch.report.problems)
    if (problem.at.node == node && is(problem.failure)) return &problem;
  return nullptr;
}

// The field that shows that another branch was meant, such as `kind: digest`.
const Problem* find_contradiction(const Branch& branch, const Node* node) {
  for (const Problem& problem : branch.report.problems)
    if (problem.at.parent == node && is_value_failure(problem.failure)) return &problem;
  return nullptr;
}

std::size_t shared_keys(const Branch& branch, const Node& node) {
  return static_cast<std::size_t>(
      std::count_if(node.keys.begin(), node.keys.end(), [&](const content::Key& key) {
        return branch.schema->property(key.name) != nullptr ||
               (branch.schema->ref != nullptr &&
                branch.schema->ref->property(key.name) != nullptr);
      }));
}

class UnionReader {
 public:
  UnionReader(const Subschema& schema, const Spot& spot, std::vector<Branch> branches)
      : schema_(schema), spot_(spot), branches_(std::move(branches)) {}

  void read(Report& report) {
    if (report_types(report)) return;
    drop_if_not_all([&](const Branch& branch) {
      return find_at(branch, spot_.node, [](Failure f) { return f == Failure::type; }) !=
             nullptr;
    });
    if (report_values(report)) return;
    drop_if_not_all([&](const Branch& branch) {
      return find_contradiction(branch, spot_.node) != nullptr;
    });
    if (report_contradictions(report)) return;
    keep_nearest();
    if (branches_.size() > 1) return report_none(report);
    Report& meant = branches_.front().report;
    std::move(meant.problems.begin(), meant.problems.end(),
              std::back_inserter(report.problems));
    std::move(meant.marks.begin(), meant.marks.end(), std::back_inserter(report.marks));
  }

 private:
  template <class Wrong>
  void drop_if_not_all(Wrong wrong) {
    if (!std::all_of(branches_.begin(), branches_.end(), wrong))
      std::erase_if(branches_, wrong);
  }

  // No branch takes a value of this kind: the kinds that some branch takes are told together.
  bool report_types(Report& report) {
    unsigned types = 0;
    for (const Branch& branch : branches_) {
      const Problem* problem =
          find_at(branch, spot_.node, [](Failure f) { return f == Failure::type; });
      if (problem == nullptr) return false;
      types |= problem->types;
    }
    if (Problem* problem = add_problem(&report, Failure::type, schema_, spot_))
      problem->types = types;
    return true;
  }

  bool report_values(Report& report) {
    std::vector<std::string> known;
    for (const Branch& branch : branches_) {
      const Problem* problem = find_at(branch, spot_.node, is_value_failure);
      if (problem == nullptr) return false;
      known.insert(known.end(), problem->known.begin(), problem->known.end());
    }
    if (Problem* problem = add_problem(&report, Failure::choice, schema_, spot_))
      for (std::string& value : known) add_known(report, *problem, std::move(value));
    return true;
  }

  bool report_contradictions(Report& report) {
    const Problem* first = find_contradiction(branches_.front(), spot_.node);
    if (first == nullptr) return false;
    Problem merged = *first;
    merged.failure = Failure::choice;
    merged.known.clear();
    for (const Branch& branch : branches_) {
      const Problem* problem = find_contradiction(branch, spot_.node);
      if (problem == nullptr || problem->at.node != first->at.node) return false;
      merged.known.insert(merged.known.end(), problem->known.begin(), problem->known.end());
    }
    report.problems.push_back(std::move(merged));
    return true;
  }

  // Those with the most keys in common with the value, and of these the ones with the least to
  // mend.
  void keep_nearest() {
    std::size_t most = 0;
    for (const Branch& branch : branches_)
      most = std::max(most, shared_keys(branch, *spot_.node));
    std::erase_if(branches_, [&](const Branch& branch) {
      return shared_keys(branch, *spot_.node) < most;
    });
    std::size_t fewest = branches_.front().report.problems.size();
    for (const Branch& branch : branches_)
      fewest = std::min(fewest, branch.report.problems.size());
    std::erase_if(branches_,
                  [&](const Branch& branch) { return branch.report.problems.size() > fewest; });
  }

  // Several branches are as near as each other. If each lacks one key, the keys are named.
  void report_none(Report& report) {
    Problem* told = add_problem(&report, Failure::no_branch, schema_, spot_);
    if (told == nullptr) return;
    Problem& problem = *told;
    for (const Branch& branch : branches_) {
      const Problem& lack = branch.report.problems.front();
      if (branch.report.problems.size() == 1 && lack.failure == Failure::required &&
          lack.at.node == spot_.node)
        problem.known.push_back(lack.name);
    }
    if (problem.known.size() < branches_.size()) problem.known.clear();
  }

  const Subschema& schema_;
  const Spot& spot_;
  std::vector<Branch> branches_;
};

}  // namespace

Location locate(const Spot& spot) {
  Location at;
  at.node = spot.node;
  append_pointer(spot, at.pointer);
  const Span& span = spot.node->span;
  at.key = {span.line, span.column, span.line, span.column};
  if (spot.up == nullptr) return at;
  at.parent = spot.up->node;
  at.item = at.parent->is_list();
  if (!at.item) at.key = at.parent->keys[spot.index].span;
  const Spot* named = &spot;
  while (named->up != nullptr && named->up->node->is_list()) named = named->up;
  if (named->up != nullptr) at.field = named->up->node->keys[named->index].name;
  return at;
}

Problem* add_problem(Report* report, Failure failure, const Subschema& schema,
                     const Spot& spot) {
  if (report == nullptr) return nullptr;
  if (!report->has_room()) {
    ++report->untold;
    return nullptr;
  }
  Problem& problem = report->problems.emplace_back();
  problem.failure = failure;
  problem.schema = &schema;
  problem.at = locate(spot);
  for (const auto& [node, message] : report->messages)
    if (node == spot.node && problem.message.empty()) problem.message = *message;
  if (problem.message.empty()) problem.message = schema.words.message;
  report->bytes += sizeof(Problem) + problem.at.pointer.size() + problem.at.field.size() +
                   problem.message.size();
  return &problem;
}

void add_known(Report& report, Problem& problem, std::string value) {
  if (!report.has_room()) return;
  report.bytes += sizeof(std::string) + value.size();
  problem.known.push_back(std::move(value));
}

void Evaluator::report_union(const Subschema& schema,
                             const std::vector<const Subschema*>& branches, const Spot& spot,
                             Report& report) {
  std::vector<Branch> tried;
  for (const Subschema* branch : branches) {
    Branch& made = tried.emplace_back();
    made.schema = branch;
    made.report.messages = report.messages;
    made.report.bytes = report.bytes;
    if (!schema.words.message.empty())
      made.report.messages.emplace_back(spot.node, &schema.words.message);
    run(*branch, spot, nullptr, &made.report);
    report.bytes = made.report.bytes;
    report.untold += made.report.untold;
    if (gave_up_ != nullptr) return;
  }
  std::erase_if(tried, [](const Branch& branch) { return branch.report.problems.empty(); });
  if (!tried.empty()) UnionReader(schema, spot, std::move(tried)).read(report);
}

}  // namespace baraza::check
