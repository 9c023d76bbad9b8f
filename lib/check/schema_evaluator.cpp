#include "check/schema_evaluator.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "check/json_schema.hpp"

namespace baraza::check {

using content::Node;

namespace {

// Nesting of schemas and values together; real ones stay below a tenth of it.
constexpr int deepest = 500;
// A schema can ask 2^40 questions in 40 lines; a real one asks some dozen of each value.
constexpr std::size_t most_steps = 20'000'000;
constexpr std::size_t least_steps = 100'000;
constexpr std::size_t steps_of_value = 1'000;

std::size_t count_values(const Node& node) {
  std::size_t count = 1;
  for (const Node& child : node.children) count += count_values(child);
  return count;
}

}  // namespace

bool Evaluator::run(const Subschema& schema, const Spot& spot, Seen* seen, Report* report) {
  if (gave_up_ != nullptr) return false;
  if (spot.node->is_broken()) return true;
  if (depth_ == 0)
    most_steps_ = std::min(most_steps, least_steps + steps_of_value * count_values(*spot.node));
  if (schema.never) {
    add_problem(report, Failure::never, schema, spot);
    return false;
  }
  if (depth_ >= deepest || ++steps_ > most_steps_) {
    gave_up_ = &schema;
    return false;
  }
  ++depth_;
  const bool enters = scope_.empty() || scope_.back() != schema.resource;
  if (enters) scope_.push_back(schema.resource);
  const bool holds = run_inside(schema, spot, seen, report);
  if (enters) scope_.pop_back();
  --depth_;
  return holds;
}

bool Evaluator::run_inside(const Subschema& schema, const Spot& spot, Seen* seen,
                           Report* report) {
  const bool own_seen =
      schema.unevaluated_items != nullptr || schema.unevaluated_properties != nullptr;
  Seen own(own_seen ? spot.node->children.size() : 0);
  Seen* const here = own_seen ? &own : seen;

  if (report != nullptr && schema.words.annotates() && !add_mark(schema, spot, *report))
    return false;
  bool holds = check_any(schema, spot, report);
  const auto go_on = [&] { return holds || report != nullptr; };
  switch (spot.node->kind) {
    case Node::Kind::number:
      if (go_on()) holds = check_number(schema, spot, report) && holds;
      break;
    case Node::Kind::text:
      if (go_on()) holds = check_text(schema, spot, report) && holds;
      break;
    case Node::Kind::list:
      if (go_on()) holds = check_list(schema, spot, here, report) && holds;
      break;
    case Node::Kind::map:
      if (go_on()) holds = check_map(schema, spot, here, report) && holds;
      break;
    default:
      break;
  }
  if (go_on()) holds = check_same(schema, spot, here, report) && holds;
  if (own_seen && go_on()) holds = check_unevaluated(schema, spot, own, report) && holds;
  if (own_seen && seen != nullptr) seen->add(own);
  return holds;
}

bool Evaluator::add_mark(const Subschema& schema, const Spot& spot, Report& report) {
  if (!report.has_room()) {
    gave_up_ = &schema;
    return false;
  }
  report.marks.push_back({.schema = &schema, .at = locate(spot)});
  report.bytes += sizeof(Mark) + report.marks.back().at.pointer.size();
  return true;
}

bool Evaluator::check_any(const Subschema& schema, const Spot& spot, Report* report) {
  const Node& node = *spot.node;
  if (schema.types != 0 && (type_bits(node) & schema.types) == 0) {
    if (Problem* problem = add_problem(report, Failure::type, schema, spot))
      problem->types = schema.types;
    return false;
  }
  if (schema.constant != nullptr && !equal_values(node, *schema.constant)) {
    if (Problem* problem = add_problem(report, Failure::constant, schema, spot))
      add_known(*report, *problem, schema.constant->scalar());
    return false;
  }
  if (schema.choices == nullptr) return true;
  steps_ += schema.choices->size();
  const bool chosen =
      std::any_of(schema.choices->begin(), schema.choices->end(),
                  [&](const Node& choice) { return equal_values(node, choice); });
  if (chosen) return true;
  if (Problem* problem = add_problem(report, Failure::choice, schema, spot))
    for (const Node& choice : *schema.choices) add_known(*report, *problem, choice.scalar());
  return false;
}

bool Evaluator::check_number(const Subschema& schema, const Spot& spot, Report* report) {
  if (!schema.minimum && !schema.maximum && !schema.above && !schema.below &&
      !schema.multiple_of)
    return true;
  const Decimal number(spot.node->text, spot.node->number);
  const auto fail = [&](Failure failure) {
    add_problem(report, failure, schema, spot);
    return false;
  };
  if (schema.minimum && number.compare(*schema.minimum) < 0) return fail(Failure::minimum);
  if (schema.maximum && number.compare(*schema.maximum) > 0) return fail(Failure::maximum);
  if (schema.above && number.compare(*schema.above) <= 0) return fail(Failure::above);
  if (schema.below && number.compare(*schema.below) >= 0) return fail(Failure::below);
  if (schema.multiple_of && !number.is_multiple_of(*schema.multiple_of))
    return fail(Failure::multiple_of);
  return true;
}

bool Evaluator::check_text(const Subschema& schema, const Spot& spot, Report* report) {
  const std::string& text = spot.node->text;
  const auto fail = [&](Failure failure) {
    add_problem(report, failure, schema, spot);
    return false;
  };
  if (schema.shortest > 0 || schema.longest != no_limit) {
    // A block of YAML ends with a line end, which its writer neither sees nor counts.
    if (count_characters(without_line_ends(text)) > schema.longest)
      return fail(Failure::longest);
    if (count_characters(text) < schema.shortest) return fail(Failure::shortest);
  }
  const bool formed = schema.format == nullptr || schema.format->holds(text);
  // A date that has a date's form and does not exist is told as such.
  if (!formed && schema.format->holds == is_edtf_date && !impossible_date(text).empty())
    return fail(Failure::format);
  if (schema.pattern && !schema.pattern->matches(text)) return fail(Failure::pattern);
  return formed || fail(Failure::format);
}

bool Evaluator::try_branch(const Subschema& branch, const Spot& spot, Seen* seen,
                           Report* report) {
  Seen own(seen == nullptr ? 0 : spot.node->children.size());
  if (!run(branch, spot, seen == nullptr ? nullptr : &own, nullptr)) return false;
  if (seen != nullptr) seen->add(own);
  // Once more for the marks: whether it holds had to be known before they count.
  if (report != nullptr) run(branch, spot, nullptr, report);
  return true;
}

const Subschema& Evaluator::dynamic_target(const Subschema& schema) const {
  if (!schema.dynamic_anchor.empty()) {
    for (const Resource* resource : scope_) {
      const auto target = resource->dynamic_targets.find(schema.dynamic_anchor);
      if (target != resource->dynamic_targets.end()) return *target->second;
    }
  }
  return *schema.dynamic_ref;
}

bool Evaluator::check_references(const Subschema& schema, const Spot& spot, Seen* seen,
                                 Report* report) {
  const bool speaks = report != nullptr && !schema.words.message.empty();
  if (speaks) report->messages.emplace_back(spot.node, &schema.words.message);
  bool holds = true;
  if (schema.ref != nullptr) holds = run(*schema.ref, spot, seen, report);
  if (schema.dynamic_ref != nullptr && (holds || report != nullptr))
    holds = run(dynamic_target(schema), spot, seen, report) && holds;
  if (speaks) report->messages.pop_back();
  return holds;
}

bool Evaluator::check_condition(const Subschema& schema, const Spot& spot, Seen* seen,
                                Report* report) {
  const bool met = try_branch(*schema.condition, spot, seen, nullptr);
  const Subschema* next = met ? schema.then_do : schema.else_do;
  if (next == nullptr) return true;
  const std::size_t before = report == nullptr ? 0 : report->problems.size();
  const bool holds = run(*next, spot, seen, report);
  if (holds || !met || report == nullptr || schema.condition->required.empty()) return holds;
  // What is wrong with this value is wrong because it has that key.
  for (std::size_t i = before; i < report->problems.size(); ++i) {
    Problem& problem = report->problems[i];
    if (problem.at.node == spot.node && problem.because.empty())
      problem.because = schema.condition->required.front();
  }
  return holds;
}

bool Evaluator::check_dependents(const Subschema& schema, const Spot& spot, Seen* seen,
                                 Report* report) {
  bool holds = true;
  for (const auto& [name, dependent] : schema.dependent_schemas)
    if (spot.node->find(name) != nullptr && (holds || report != nullptr))
      holds = run(*dependent, spot, seen, report) && holds;
  return holds;
}

bool Evaluator::check_same(const Subschema& schema, const Spot& spot, Seen* seen,
                           Report* report) {
  bool holds = check_references(schema, spot, seen, report);
  const auto go_on = [&] { return holds || report != nullptr; };
  for (const Subschema* part : schema.all_of)
    if (go_on()) holds = run(*part, spot, seen, report) && holds;
  if (!schema.any_of.empty() && go_on())
    holds = check_any_of(schema, spot, seen, report) && holds;
  if (!schema.one_of.empty() && go_on())
    holds = check_one_of(schema, spot, seen, report) && holds;
  if (schema.negated != nullptr && go_on() && run(*schema.negated, spot, nullptr, nullptr)) {
    if (Problem* problem = add_problem(report, Failure::negated, schema, spot))
      problem->known = schema.negated->required;
    holds = false;
  }
  if (schema.condition != nullptr && go_on())
    holds = check_condition(schema, spot, seen, report) && holds;
  if (!schema.dependent_schemas.empty() && spot.node->is_map() && go_on())
    holds = check_dependents(schema, spot, seen, report) && holds;
  return holds;
}

bool Evaluator::check_any_of(const Subschema& schema, const Spot& spot, Seen* seen,
                             Report* report) {
  bool holds = false;
  for (const Subschema* branch : schema.any_of) {
    holds = try_branch(*branch, spot, seen, report) || holds;
    if (holds && seen == nullptr && report == nullptr) return true;
  }
  if (!holds && report != nullptr) report_union(schema, schema.any_of, spot, *report);
  return holds;
}

bool Evaluator::check_one_of(const Subschema& schema, const Spot& spot, Seen* seen,
                             Report* report) {
  std::size_t holding = 0;
  for (const Subschema* branch : schema.one_of) {
    if (try_branch(*branch, spot, seen, report)) ++holding;
    if (holding > 1) break;
  }
  if (holding > 1) add_problem(report, Failure::several_branches, schema, spot);
  if (holding == 0 && report != nullptr) report_union(schema, schema.one_of, spot, *report);
  return holding == 1;
}

bool Evaluator::check_unevaluated(const Subschema& schema, const Spot& spot, Seen& seen,
                                  Report* report) {
  const Subschema* next = spot.node->is_map()    ? schema.unevaluated_properties
                          : spot.node->is_list() ? schema.unevaluated_items
                                                 : nullptr;
  if (next == nullptr) return true;
  bool holds = true;
  for (std::size_t i = 0; i < seen.children.size(); ++i) {
    if (seen.children[i] || !(holds || report != nullptr)) continue;
    const Spot child{&spot.node->children[i], &spot, i};
    if (child.node->is_broken()) continue;
    if (next->never) {
      const Failure failure = spot.node->is_map() ? Failure::unknown_key : Failure::extra_item;
      if (Problem* problem = add_problem(report, failure, schema, spot)) problem->index = i;
      holds = false;
    } else {
      holds = run(*next, child, nullptr, report) && holds;
    }
  }
  seen.add_all();
  return holds;
}

bool Schema::allows(const Node& tree) const {
  if (compiled_ == nullptr) return true;
  Evaluator evaluator;
  return evaluator.run(*compiled_->root, {&tree, nullptr, 0}, nullptr, nullptr) &&
         evaluator.gave_up() == nullptr;
}

}  // namespace baraza::check
