#include "check/schema_compiler.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "base/text.hpp"
#include "check/json_schema.hpp"

namespace baraza::check {

using content::Node;

Subschema* SchemaCompiler::part(const Node& node, Resource& outer) {
  const auto known = known_.find(&node);
  if (known != known_.end()) return known->second;
  Subschema& made = schema_.parts.emplace_back();
  known_.emplace(&node, &made);
  made.node = &node;
  made.resource = registry_.resource_of(node, outer);
  read_part(made);
  return &made;
}

void SchemaCompiler::read_part(Subschema& part) {
  const Subschema* const outer = std::exchange(current_, &part);
  const std::string_view outer_keyword = keyword_;
  const Node& node = *part.node;
  if (node.kind == Node::Kind::boolean) {
    part.never = !node.boolean;
  } else if (node.is_map()) {
    read_keywords(part);
    waiting_.push_back(&part);
  } else if (!node.is_broken()) {
    fault(node, "a schema is a group of fields, or `true` or `false`, and this is " +
                    std::string(name_of(node.kind)));
  }
  current_ = outer;
  keyword_ = outer_keyword;
}

void SchemaCompiler::read_keywords(Subschema& part) {
  const Dialect& asked = part.resource->dialect;
  const Node& node = *part.node;
  for (std::size_t i = 0; i < node.keys.size(); ++i) {
    const Row* row = find_row(node.keys[i].name);
    if (row == nullptr) {
      report_unknown(node.keys[i], *part.resource);
      continue;
    }
    const bool skipped = (row->group == Group::applicator && !asked.applicator) ||
                         (row->group == Group::unevaluated && !asked.unevaluated) ||
                         (row->group == Group::validation && !asked.validation);
    if (skipped || row->read == nullptr || node.children[i].is_broken()) continue;
    keyword_ = row->keyword;
    row->read(*this, node.children[i], part);
  }
}

void SchemaCompiler::report_unknown(const content::Key& key, const Resource& resource) {
  const bool own = key.name.substr(0, 2) == "x-";
  std::vector<std::string> known;
  for (const Row& row : rows())
    if ((row.group == Group::own) == own) known.emplace_back(row.keyword);
  const std::vector<std::string> near = nearest(known, key.name);
  if (!own && (near.empty() || key.name.size() < 4)) return;  // a note, as 2020-12 allows
  found_.add(
      {.severity = own ? Severity::error : Severity::warning,
       .rule = "E405",  // schema-word
       .where = {.path = resource.path, .span = key.span},
       .message = std::string(own ? "unknown word `" : "unknown keyword `") + key.name + "`",
       .hint = did_you_mean(near),
       .notes = {},
       .edits = {}});
}

void SchemaCompiler::fault(const Node& value, std::string message, std::string hint) {
  add_schema_fault(found_, "E401", current_->resource->path, value.span, std::move(message),
                   std::move(hint));  // schema-form
}

void SchemaCompiler::finish() {
  while (!waiting_.empty()) {
    while (!waiting_.empty()) {
      Subschema* part = waiting_.front();
      waiting_.pop_front();
      follow_references(*part);
    }
    if (has_dynamic_) compile_dynamic_targets();
  }
  report_loops();
}

void SchemaCompiler::follow_references(Subschema& part) {
  const Resource& base = *part.resource;
  for (const std::string_view keyword : {"$ref", "$dynamicRef"}) {
    const Node* value = part.node->find(keyword);
    if (value == nullptr || !value->is_text()) continue;
    const Target target = registry_.find(base, value->text);
    if (target.node == nullptr) {
      const bool inside = value->text.substr(0, 1) == "#";
      add_schema_fault(found_, "E404", base.path, value->span,  // schema-reference
                       "`" + value->text + "` leads nowhere",
                       inside ? "it is to name a place in this schema, such as `#/$defs/text`"
                              : "it is to name a schema that is here, or a place in one");
      continue;
    }
    const Subschema* leads_to = this->part(*target.node, *target.resource);
    if (keyword == "$ref") {
      part.ref = leads_to;
    } else {
      part.dynamic_ref = leads_to;
      part.dynamic_anchor = target.dynamic_anchor;
      has_dynamic_ = true;
    }
  }
}

// Any resource may come to stand outside of a `$dynamicRef`.
void SchemaCompiler::compile_dynamic_targets() {
  // By index, since part() may open more of them.
  for (std::size_t i = 0; i < schema_.resources.size(); ++i)  // NOLINT(modernize-loop-convert)
    for (Resource& resource = schema_.resources[i];
         const auto& [name, node] : resource.dynamic_anchors)
      if (!resource.dynamic_targets.contains(name))
        resource.dynamic_targets.emplace(name, part(*node, resource));
}

namespace {

// The schemas that a schema asks of the same value.
std::vector<const Subschema*> parts_asked_of_value(const Subschema& part) {
  std::vector<const Subschema*> parts = {part.ref, part.negated, part.condition, part.then_do,
                                         part.else_do};
  if (part.dynamic_anchor.empty()) parts.push_back(part.dynamic_ref);
  for (const auto* list : {&part.all_of, &part.any_of, &part.one_of})
    parts.insert(parts.end(), list->begin(), list->end());
  for (const auto& [name, schema] : part.dependent_schemas) parts.push_back(schema);
  std::erase(parts, nullptr);
  return parts;
}

// Goes along parts_asked_of_value, each part once, and finds those that lead back to
// themselves.
class LoopFinder {
 public:
  std::vector<const Subschema*> find(const std::deque<Subschema>& parts) {
    for (const Subschema& part : parts) visit(part, 0);
    return std::move(loops_);
  }

 private:
  void visit(const Subschema& part, int depth) {
    if (done_.contains(&part) || depth > 500) return;
    if (!open_.insert(&part).second) {
      loops_.push_back(&part);
      return;
    }
    for (const Subschema* next : parts_asked_of_value(part)) visit(*next, depth + 1);
    open_.erase(&part);
    done_.insert(&part);
  }

  std::set<const Subschema*> open_;
  std::set<const Subschema*> done_;
  std::vector<const Subschema*> loops_;
};

}  // namespace

void SchemaCompiler::report_loops() {
  for (const Subschema* part : LoopFinder().find(schema_.parts))
    add_schema_fault(
        found_, "E406", part->resource->path, part->node->span,  // schema-loop
        "this schema asks the same of the same value without end",
        "a schema may refer to itself only for a value inside: a property or an item");
}

Span Subschema::span_of(std::string_view keyword) const {
  const content::Key* key = node->find_key(keyword);
  if (key == nullptr) return node->span;
  return key->span.line == 0 ? node->find(keyword)->span : key->span;
}

const Subschema* Subschema::property(std::string_view name) const {
  return find_property(properties, name);
}

const Subschema* find_property(const PropertyList& list, std::string_view name) {
  const auto at = std::lower_bound(
      list.begin(), list.end(), name,
      [](const auto& entry, std::string_view wanted) { return entry.first < wanted; });
  return at == list.end() || at->first != name ? nullptr : at->second;
}

Schema Schema::compile(const Node& tree, const std::string& path, const Loader& loader,
                       Diagnostics& found, const SchemaOptions& options) {
  auto compiled = std::make_shared<CompiledSchema>();
  compiled->path = path;
  Registry registry(*compiled, loader, options, found);
  SchemaCompiler compiler(*compiled, registry, found);
  Resource* root = registry.add_document(tree, path, path);
  compiled->root = compiler.part(*root->root, *root);
  compiler.finish();
  Schema schema;
  schema.compiled_ = std::move(compiled);
  return schema;
}

}  // namespace baraza::check
