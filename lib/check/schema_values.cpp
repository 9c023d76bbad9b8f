// Lists and maps: what a schema says of their children.
#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "base/text.hpp"
#include "check/schema_evaluator.hpp"

namespace baraza::check {

using content::Node;

namespace {

// A text that two values share if they are equal as JSON values.
void append_canonical(const Node& node, std::string& out) {
  switch (node.kind) {
    case Node::Kind::number:
      out += Decimal(node.text, node.number).text();
      return;
    case Node::Kind::text:
      out += '"' + std::to_string(node.text.size()) + ':' + node.text;
      return;
    case Node::Kind::list:
      out += '[';
      for (const Node& child : node.children) {
        append_canonical(child, out);
        out += ',';
      }
      out += ']';
      return;
    case Node::Kind::map: {
      std::vector<std::size_t> order(node.keys.size());
      for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
      std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return node.keys[a].name < node.keys[b].name;
      });
      out += '{';
      for (const std::size_t i : order) {
        out += std::to_string(node.keys[i].name.size()) + ':' + node.keys[i].name;
        append_canonical(node.children[i], out);
      }
      out += '}';
      return;
    }
    default:
      out += node.kind == Node::Kind::boolean ? (node.boolean ? "t" : "f") : "n";
  }
}

bool holds_broken(const Node& node) {
  return node.is_broken() ||
         std::any_of(node.children.begin(), node.children.end(), holds_broken);
}

}  // namespace

bool equal_values(const Node& a, const Node& b) {
  if (a.kind != b.kind) return false;
  switch (a.kind) {
    case Node::Kind::boolean:
      return a.boolean == b.boolean;
    case Node::Kind::number:
      return a.text == b.text ||
             Decimal(a.text, a.number).compare(Decimal(b.text, b.number)) == 0;
    case Node::Kind::text:
      return a.text == b.text;
    case Node::Kind::list:
      return std::equal(a.children.begin(), a.children.end(), b.children.begin(),
                        b.children.end(), equal_values);
    case Node::Kind::map:
      break;
    default:
      return true;
  }
  if (a.keys.size() != b.keys.size()) return false;
  for (std::size_t i = 0; i < a.keys.size(); ++i) {
    const Node* other = b.find(a.keys[i].name);
    if (other == nullptr || !equal_values(a.children[i], *other)) return false;
  }
  return true;
}

unsigned type_bits(const Node& node) {
  switch (node.kind) {
    case Node::Kind::null:
      return type_null;
    case Node::Kind::boolean:
      return type_boolean;
    case Node::Kind::number:
      return Decimal(node.text, node.number).is_integer() ? type_integer | type_number
                                                          : type_number;
    case Node::Kind::text:
      return type_text;
    case Node::Kind::list:
      return type_list;
    case Node::Kind::map:
      return type_map;
    case Node::Kind::broken:
      break;
  }
  return ~0U;
}

bool Evaluator::check_list(const Subschema& schema, const Spot& spot, Seen* seen,
                           Report* report) {
  const Node& list = *spot.node;
  bool holds = true;
  const auto go_on = [&] { return holds || report != nullptr; };
  const std::size_t size = list.children.size();
  if (size < schema.fewest_items || size > schema.most_items) {
    add_problem(report,
                size < schema.fewest_items ? Failure::fewest_items : Failure::most_items,
                schema, spot);
    holds = false;
  }
  const std::size_t prefix = std::min(size, schema.prefix_items.size());
  const std::size_t looked_at = schema.items == nullptr ? prefix : size;
  for (std::size_t i = 0; i < looked_at && go_on(); ++i) {
    const Subschema& item = i < prefix ? *schema.prefix_items[i] : *schema.items;
    if (seen != nullptr) seen->add(i);
    if (i >= prefix && item.never && !list.children[i].is_broken()) {
      if (Problem* problem = add_problem(report, Failure::extra_item, schema, spot))
        problem->index = i;
      return false;  // one finding for all that is too much
    }
    holds = run(item, {&list.children[i], &spot, i}, nullptr, report) && holds;
  }
  if (schema.contains != nullptr && go_on())
    holds = check_contains(schema, spot, seen, report) && holds;
  if (schema.unique_items && go_on()) holds = check_unique(schema, spot, report) && holds;
  return holds;
}

bool Evaluator::check_contains(const Subschema& schema, const Spot& spot, Seen* seen,
                               Report* report) {
  std::size_t contained = 0;
  for (std::size_t i = 0; i < spot.node->children.size(); ++i) {
    const Spot child{&spot.node->children[i], &spot, i};
    if (!run(*schema.contains, child, nullptr, nullptr)) continue;
    ++contained;
    if (seen != nullptr) seen->add(i);
  }
  if (contained >= schema.fewest_contained && contained <= schema.most_contained) return true;
  const Failure failure =
      contained < schema.fewest_contained ? Failure::contains : Failure::most_contained;
  if (Problem* problem = add_problem(report, failure, schema, spot)) problem->index = contained;
  return false;
}

bool Evaluator::check_unique(const Subschema& schema, const Spot& spot, Report* report) {
  const std::vector<Node>& items = spot.node->children;
  steps_ += 4 * items.size();
  bool holds = true;
  std::unordered_map<std::string, std::size_t> first;  // only asked, never gone through
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (holds_broken(items[i])) continue;
    std::string key;
    append_canonical(items[i], key);
    const auto [at, is_new] = first.emplace(std::move(key), i);
    if (is_new) continue;
    holds = false;
    if (report == nullptr) return false;
    if (Problem* problem = add_problem(report, Failure::unique_items, schema, spot)) {
      problem->index = i;
      problem->other = at->second;
    }
  }
  return holds;
}

bool Evaluator::check_map(const Subschema& schema, const Spot& spot, Seen* seen,
                          Report* report) {
  bool holds = check_keys(schema, spot, report);
  if (schema.properties.empty() && schema.pattern_properties.empty() &&
      schema.additional == nullptr && schema.property_names == nullptr)
    return holds;
  for (std::size_t i = 0; i < spot.node->keys.size(); ++i) {
    if (!holds && report == nullptr) return false;
    const Spot child{&spot.node->children[i], &spot, i};
    holds = check_property(schema, child, seen, report) && holds;
  }
  return holds;
}

bool Evaluator::check_keys(const Subschema& schema, const Spot& spot, Report* report) {
  const Node& map = *spot.node;
  bool holds = true;
  std::unordered_set<std::string_view> names;  // of a large map; only asked
  if (map.keys.size() > 64 && schema.required.size() + schema.dependent_required.size() > 64)
    for (const content::Key& key : map.keys) names.insert(key.name);
  const auto has = [&](const std::string& name) {
    return names.empty() ? map.find_key(name) != nullptr : names.contains(name);
  };
  const auto missing = [&](Failure failure, const std::string& name, const std::string& why) {
    if (has(name)) return;
    if (Problem* problem = add_problem(report, failure, schema, spot)) {
      problem->name = name;
      problem->because = why;
    }
    holds = holds && failure == Failure::publish;
  };
  for (const std::string& name : schema.required) missing(Failure::required, name, {});
  for (const auto& [key, others] : schema.dependent_required)
    if (has(key))
      for (const std::string& name : others) missing(Failure::dependent, name, key);
  if (report != nullptr)
    for (const std::string& name : schema.publish_required) missing(Failure::publish, name, {});
  if (map.keys.size() < schema.fewest_keys || map.keys.size() > schema.most_keys) {
    add_problem(
        report,
        map.keys.size() < schema.fewest_keys ? Failure::fewest_keys : Failure::most_keys,
        schema, spot);
    holds = false;
  }
  return holds;
}

bool Evaluator::check_property(const Subschema& schema, const Spot& child, Seen* seen,
                               Report* report) {
  const content::Key& key = child.up->node->keys[child.index];
  bool holds = true;
  bool known = false;
  if (schema.property_names != nullptr) {
    Node name = content::make_text(key.name);
    name.span = key.span;
    if (!run(*schema.property_names, {&name, nullptr, 0}, nullptr, nullptr)) {
      if (Problem* problem =
              add_problem(report, Failure::key_name, *schema.property_names, *child.up))
        problem->index = child.index;
      holds = false;
    }
  }
  const auto look = [&](const Subschema& value) {
    known = true;
    if (seen != nullptr) seen->add(child.index);
    if (holds || report != nullptr) holds = run(value, child, nullptr, report) && holds;
  };
  if (const Subschema* value = schema.property(key.name); value != nullptr) look(*value);
  for (const auto& [pattern, value] : schema.pattern_properties)
    if (pattern.matches(key.name)) look(*value);
  if (known || schema.additional == nullptr) return holds;
  if (!schema.additional->never || child.node->is_broken()) {
    look(*schema.additional);
    return holds;
  }
  if (Problem* problem = add_problem(report, Failure::unknown_key, schema, *child.up))
    problem->index = child.index;
  return false;
}

}  // namespace baraza::check
