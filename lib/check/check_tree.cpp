#include "check/check_tree.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "base/text.hpp"
#include "check/key_advice.hpp"
#include "check/problem_parts.hpp"
#include "check/problem_words.hpp"
#include "check/schema_evaluator.hpp"
#include "content/card.hpp"

namespace baraza::check {

using content::Node;

namespace {

// Nobody would read on; the rest is only counted.
constexpr std::ptrdiff_t most_problems = 200;

// A kind of problem that says all there is to say of its value.
bool outweighs_all(Failure failure) {
  return failure == Failure::type || failure == Failure::never;
}

// Leaves one problem for each root cause.
class Tidier {
 public:
  Tidier(std::vector<Problem> problems, const Node& root, const Subschema& schema,
         const SchemasByName& schemas)
      : problems_(std::move(problems)), root_(root), schema_(schema), schemas_(schemas) {}

  std::vector<Problem> tidy() {
    drop_repeats();
    drop_doubtful();
    advise_keys();
    drop_found_keys();
    return std::move(problems_);
  }

 private:
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

  // What is ruled out, or asked for, because of a key whose value is itself wrong.
  void drop_doubtful() {
    std::set<const Node*> wrong;
    for (const Problem& problem : problems_) wrong.insert(problem.at.node);
    std::erase_if(problems_, [&](const Problem& problem) {
      const bool because =
          problem.failure == Failure::negated || problem.failure == Failure::dependent;
      return because && !problem.because.empty() &&
             wrong.contains(problem.at.node->find(problem.because));
    });
  }

  void advise_keys() {
    for (Problem& problem : problems_) {
      if (problem.failure != Failure::unknown_key) continue;
      problem.advice = advise_key(problem, root_, schema_, schemas_);
      found_.insert(problem.advice.found.begin(), problem.advice.found.end());
    }
  }

  // A key that stands there misspelt, or elsewhere, is not missing.
  void drop_found_keys() {
    std::erase_if(problems_, [&](const Problem& problem) {
      const bool lacks = problem.failure == Failure::required ||
                         problem.failure == Failure::publish ||
                         problem.failure == Failure::dependent;
      return lacks && found_.contains({problem.at.node, problem.name});
    });
  }

  std::vector<Problem> problems_;
  const Node& root_;
  const Subschema& schema_;
  const SchemasByName& schemas_;
  std::set<std::pair<const Node*, std::string>> found_ = {};  // only asked, never gone through
};

const Node* find_pointer(const Node& root, const std::string& pointer) {
  const Node* node = &root;
  for (const std::string_view name : split(std::string_view(pointer).substr(1), '/')) {
    node = node->find(name);
    if (node == nullptr) return nullptr;
  }
  return node;
}

bool check_order(const Mark& mark, const Node& root, const std::string& path,
                 Diagnostics& found) {
  const std::string& pointer = mark.schema->words.not_before;
  if (pointer.empty()) return true;
  const Node* other = find_pointer(root, pointer);
  if (other == nullptr) return true;
  const content::Date date = content::parse_date(mark.at.node->scalar());
  const content::Date earliest = content::parse_date(other->scalar());
  if (!date.known() || !earliest.known() || !is_before(date, earliest)) return true;
  const std::string name = pointer.substr(pointer.rfind('/') + 1);
  found.add({.severity = Severity::error,
             .rule = "E214",  // date-order
             .where = {.path = path, .span = span_of(mark.at)},
             .message = subject_of(mark.at) + " is `" + mark.at.node->scalar() +
                        "`, which is before `" + name + "`, `" + other->scalar() + "`",
             .hint = "look both up again; perhaps they have changed places",
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

std::vector<Mark> check_marked_tree(const Schema& schema, const SchemasByName& schemas,
                                    const Node& tree, const std::string& path,
                                    Diagnostics& found) {
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
  const auto kept = static_cast<std::ptrdiff_t>(report.problems.size());
  const auto all = kept + static_cast<std::ptrdiff_t>(report.untold);
  if (kept > most_problems)
    report.problems.erase(report.problems.begin() + most_problems, report.problems.end());
  Tidier tidier(std::move(report.problems), tree, *schema.compiled()->root, schemas);
  for (const Problem& problem : tidier.tidy()) found.add(to_finding(problem, tree, path));
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
  check_marked_tree(schema, {}, tree, path, found);
}

}  // namespace baraza::check
