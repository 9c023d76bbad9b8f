// Asks a compiled schema about a tree: yes or no, or everything that is wrong. For check's own
// files alone.
//
// Source: JSON Schema 2020-12, Core, section 7; Validation, section 6.
#pragma once

#include <cstddef>
#include <deque>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "check/schema_model.hpp"
#include "content/tree.hpp"

namespace baraza::check {

// A value and the way to it from the root.
struct Spot {
  const content::Node* node = nullptr;
  const Spot* up = nullptr;  // null at the root
  std::size_t index = 0;     // which child of `up`
};

enum class Failure {
  type,
  constant,
  choice,
  minimum,
  maximum,
  above,
  below,
  multiple_of,
  shortest,
  longest,
  pattern,
  format,
  fewest_items,
  most_items,
  unique_items,
  contains,
  most_contained,
  extra_item,
  required,
  publish,
  dependent,
  unknown_key,
  key_name,
  fewest_keys,
  most_keys,
  no_branch,
  several_branches,
  negated,
  never,
};

// A value as people find it.
struct Location {
  const content::Node* node = nullptr;
  const content::Node* parent = nullptr;  // null at the root
  std::string pointer = {};               // the way to it: `/lessons/0/claim`
  std::string field = {};                 // the last key on it: `claim`; empty at the root
  bool item = false;                      // it is an item of the list of that name
  Span key = {};                          // of its key; of an item or the root: where it begins
};

// What the writer of an unknown key may have meant.
struct KeyAdvice {
  std::vector<std::string> here = {};  // keys of this place, the likeliest first
  bool only_spelling = false;          // the one in `here` is not there yet, and differs by
                                       // letter case, hyphens, underscores or spaces alone
  std::string hint = {};               // where the key belongs, if not here; may be empty
  std::size_t tight_colon = 0;         // where a colon without a space ends the key in `here`
  // What is not missing then, with the map that would lack it.
  std::vector<std::pair<const content::Node*, std::string>> found = {};
};

// One thing that the schema does not allow.
struct Problem {
  Failure failure = Failure::never;
  const Subschema* schema = nullptr;  // whose keyword it is
  Location at = {};
  std::size_t index = 0;                // the child that is meant, where one is; of contains
                                        // and most_contained: how many items there are
  std::size_t other = 0;                // the child before it that is equal, of unique_items
  std::string name = {};                // the key that is missing
  std::string because = {};             // the key that asks for it, where one does
  std::string message = {};             // the `x-message` that speaks of it
  std::vector<std::string> known = {};  // the values that would have been right; of negated:
                                        // the keys that may not stand together
  unsigned types = 0;                   // of type: those that would have been right
  KeyAdvice advice = {};                // of unknown_key: filled in by check_tree
};

// A value that the schema marks with words of baraza's own.
struct Mark {
  const Subschema* schema = nullptr;
  Location at = {};
};

struct Report {
  std::vector<Problem> problems = {};
  std::vector<Mark> marks = {};
  // Messages of schemas on the way, with the value that they speak of.
  std::vector<std::pair<const content::Node*, const std::string*>> messages = {};
  // About what all this takes. A schema can repeat one fault a million times: beyond a bound
  // problems are only counted.
  std::size_t bytes = 0;
  std::size_t untold = 0;

  bool has_room() const { return bytes < (std::size_t{32} << 20U); }
};

// Which children of one value some schema has looked at.
struct Seen {
  std::vector<bool> children = {};

  explicit Seen(std::size_t size) : children(size, false) {}
  void add(std::size_t index) { children[index] = true; }
  void add_all() { children.assign(children.size(), true); }
  void add(const Seen& other) {
    for (std::size_t i = 0; i < children.size(); ++i)
      if (other.children[i]) children[i] = true;
  }
};

class Evaluator {
 public:
  // With a report, all is looked at and told there; without, the first failure ends it.
  bool run(const Subschema& schema, const Spot& spot, Seen* seen, Report* report);

  // The schema at which the work was given up, because it leads back to itself without end or
  // multiplies beyond measure; null if it was not. Then no answer of run() counts.
  const Subschema* gave_up() const { return gave_up_; }

 private:
  bool run_inside(const Subschema& schema, const Spot& spot, Seen* seen, Report* report);
  bool add_mark(const Subschema& schema, const Spot& spot, Report& report);
  bool check_any(const Subschema& schema, const Spot& spot, Report* report);
  bool check_number(const Subschema& schema, const Spot& spot, Report* report);
  bool check_text(const Subschema& schema, const Spot& spot, Report* report);
  bool check_list(const Subschema& schema, const Spot& spot, Seen* seen, Report* report);
  bool check_contains(const Subschema& schema, const Spot& spot, Seen* seen, Report* report);
  bool check_unique(const Subschema& schema, const Spot& spot, Report* report);
  bool check_map(const Subschema& schema, const Spot& spot, Seen* seen, Report* report);
  bool check_keys(const Subschema& schema, const Spot& spot, Report* report);
  bool check_property(const Subschema& schema, const Spot& child, Seen* seen, Report* report);
  bool check_same(const Subschema& schema, const Spot& spot, Seen* seen, Report* report);
  bool check_references(const Subschema& schema, const Spot& spot, Seen* seen, Report* report);
  bool check_condition(const Subschema& schema, const Spot& spot, Seen* seen, Report* report);
  bool check_dependents(const Subschema& schema, const Spot& spot, Seen* seen, Report* report);
  bool check_any_of(const Subschema& schema, const Spot& spot, Seen* seen, Report* report);
  bool check_one_of(const Subschema& schema, const Spot& spot, Seen* seen, Report* report);
  bool check_unevaluated(const Subschema& schema, const Spot& spot, Seen& seen, Report* report);
  // Runs a branch that may fail without harm: what it has seen counts only if it holds.
  bool try_branch(const Subschema& branch, const Spot& spot, Seen* seen, Report* report);
  void report_union(const Subschema& schema, const std::vector<const Subschema*>& branches,
                    const Spot& spot, Report& report);
  const Subschema& dynamic_target(const Subschema& schema) const;

  std::vector<const Resource*> scope_;  // resources entered, the outermost first
  const Subschema* gave_up_ = nullptr;
  int depth_ = 0;
  std::size_t steps_ = 0;
  std::size_t most_steps_ = 0;
};

Location locate(const Spot& spot);
// Adds a problem with the value at `spot`, and answers it to be completed; null without a
// report, or room in it.
Problem* add_problem(Report* report, Failure failure, const Subschema& schema,
                     const Spot& spot);
// Notes a value that would have been right, as long as there is room.
void add_known(Report& report, Problem& problem, std::string value);
unsigned type_bits(const content::Node& node);
// Equal as JSON values, numbers by their digits.
bool equal_values(const content::Node& a, const content::Node& b);

}  // namespace baraza::check
