#include "check/check_tree.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "base/text.hpp"
#include "check/problem_words.hpp"
#include "check/schema_evaluator.hpp"
#include "content/card.hpp"

namespace baraza::check {

using content::Node;

namespace {

bool is_scalar(const Node& node) { return !node.is_list() && !node.is_map(); }

// The keys that a schema and those it refers to know for the same value.
void collect_keys(const Subschema& schema, std::set<std::string>& keys, int depth) {
  if (depth > 8) return;
  for (const auto& [name, value] : schema.properties) keys.insert(name);
  std::vector<const Subschema*> parts = {schema.ref, schema.condition, schema.then_do,
                                         schema.else_do};
  for (const auto* list : {&schema.all_of, &schema.any_of, &schema.one_of})
    parts.insert(parts.end(), list->begin(), list->end());
  for (const Subschema* part : parts)
    if (part != nullptr) collect_keys(*part, keys, depth + 1);
}

// Nobody would read on; the rest is only counted.
constexpr std::ptrdiff_t most_problems = 200;

// A kind of problem that says all there is to say of its value.
bool outweighs_all(Failure failure) {
  return failure == Failure::type || failure == Failure::never;
}

// Leaves one problem for each root cause.
class Tidier {
 public:
  explicit Tidier(std::vector<Problem> problems) : problems_(std::move(problems)) {}

  std::vector<Problem> tidy() {
    name_keys();
    drop_repeats();
    drop_found_keys();
    return std::move(problems_);
  }

 private:
  // Puts the keys that would have been right to each unknown one.
  void name_keys() {
    for (Problem& problem : problems_) {
      if (problem.failure != Failure::unknown_key) continue;
      std::set<std::string> keys;
      collect_keys(*problem.schema, keys, 0);
      problem.known.assign(keys.begin(), keys.end());
      for (const std::string& near : nearest_keys(problem))
        meant_[problem.at.node].insert(near);
    }
  }

  void drop_repeats() {
    std::map<const Node*, bool> told;  // only asked, never gone through
    for (const Problem& problem : problems_)
      if (outweighs_all(problem.failure)) told.emplace(problem.at.node, false);
    std::set<std::tuple<const Node*, Failure, std::size_t, std::string>> met;
    std::vector<Problem> kept;
    for (Problem& problem : problems_) {
      const auto whole = told.find(problem.at.node);
      if (whole != told.end()) {
        if (whole->second || !outweighs_all(problem.failure)) continue;
        whole->second = true;
      } else if (is_scalar(*problem.at.node)) {
        told.emplace(problem.at.node, true);
      } else if (!met.insert({problem.at.node, problem.failure, problem.index, problem.name})
                      .second) {
        continue;
      }
      kept.push_back(std::move(problem));
    }
    problems_ = std::move(kept);
  }

  // A key that stands there misspelt is not missing.
  void drop_found_keys() {
    std::erase_if(problems_, [&](const Problem& problem) {
      const bool lacks = problem.failure == Failure::required ||
                         problem.failure == Failure::publish ||
                         problem.failure == Failure::dependent;
      const auto meant = meant_.find(problem.at.node);
      return lacks && meant != meant_.end() && meant->second.contains(problem.name);
    });
  }

  std::vector<Problem> problems_;
  std::map<const Node*, std::set<std::string>> meant_;
};

const Node* find_pointer(const Node& root, const std::string& pointer) {
  const Node* node = &root;
  for (const std::string_view name : split(std::string_view(pointer).substr(1), '/')) {
    node = node->find(name);
    if (node == nullptr) return nullptr;
  }
  return node;
}

// A date is before another only if its latest day is before the other's earliest.
bool check_order(const Mark& mark, const Node& root, const std::string& path,
                 Diagnostics& found) {
  const std::string& pointer = mark.schema->words.not_before;
  if (pointer.empty()) return true;
  const Node* other = find_pointer(root, pointer);
  if (other == nullptr) return true;
  const content::Date date = content::parse_date(mark.at.node->scalar());
  const content::Date earliest = content::parse_date(other->scalar());
  if (!date.known() || !earliest.known() || latest_day(date) >= earliest_day(earliest))
    return true;
  const std::string name = pointer.substr(pointer.rfind('/') + 1);
  found.add({.severity = Severity::error,
             .rule = "E214",  // date-order
             .where = {.path = path, .span = span_of(mark.at)},
             .message = subject_of(mark.at) + " is `" + mark.at.node->scalar() +
                        "`, which is before `" + name + "`, `" + other->scalar() + "`",
             .hint = "one of the two dates is wrong",
             .notes = {{{path, other->span}, "`" + name + "` is here"}},
             .edits = {}});
  return false;
}

void report_giving_up(const Subschema& at, const std::string& path, Diagnostics& found) {
  found.add(
      {.severity = Severity::error,
       .rule = "E406",  // schema-loop
       .where = {.path = at.resource->path, .span = at.node->span},
       .message = "this schema does not come to an end for `" + path + "`",
       .hint = "a schema may refer to itself only for a value inside: a property or an item",
       .notes = {},
       .edits = {}});
}

}  // namespace

std::vector<Mark> check_marked_tree(const Schema& schema, const Node& tree,
                                    const std::string& path, Diagnostics& found) {
  if (schema.compiled() == nullptr) return {};
  Report report;
  Evaluator evaluator;
  evaluator.run(*schema.compiled()->root, {&tree, nullptr, 0}, nullptr, &report);
  if (evaluator.gave_up() != nullptr) {
    report_giving_up(*evaluator.gave_up(), path, found);
    return {};
  }
  std::set<const Node*> wrong;
  for (const Problem& problem : report.problems) wrong.insert(problem.at.node);
  const auto all = static_cast<std::ptrdiff_t>(report.problems.size());
  if (all > most_problems)
    report.problems.erase(report.problems.begin() + most_problems, report.problems.end());
  for (const Problem& problem : Tidier(std::move(report.problems)).tidy())
    found.add(to_finding(problem, tree, path));
  if (all > most_problems)
    found.add({.rule = "E159",  // yaml-more
               .where = {.path = path, .span = {}},
               .message = std::to_string(all - most_problems) + " more findings in this file",
               .hint = "mend the others first"});
  std::erase_if(report.marks, [&](const Mark& mark) {
    return !is_scalar(*mark.at.node) || mark.at.node->is_broken() ||
           mark.at.node->scalar().empty() || wrong.contains(mark.at.node);
  });
  std::set<std::string> told;  // a date that two others contradict is the one to look at
  for (const Mark& mark : report.marks)
    if (!told.contains(mark.schema->words.not_before) && !check_order(mark, tree, path, found))
      told.insert(mark.schema->words.not_before);
  return std::move(report.marks);
}

void check_tree(const Schema& schema, const Node& tree, const std::string& path,
                Diagnostics& found) {
  check_marked_tree(schema, tree, path, found);
}

}  // namespace baraza::check
