#include "check/schema_registry.hpp"

#include <array>
#include <charconv>
#include <utility>

#include "base/text.hpp"
#include "check/json_tree.hpp"
#include "check/metaschema.hpp"
#include "check/uri.hpp"

namespace baraza::check {
namespace {

using content::Node;

constexpr std::string_view our_dialect = "https://json-schema.org/draft/2020-12/schema";
constexpr std::string_view vocabularies = "https://json-schema.org/draft/2020-12/vocab/";

constexpr std::array one_schema = {"not",
                                   "if",
                                   "then",
                                   "else",
                                   "items",
                                   "contains",
                                   "propertyNames",
                                   "additionalProperties",
                                   "contentSchema",
                                   "unevaluatedItems",
                                   "unevaluatedProperties"};
constexpr std::array schema_lists = {"allOf", "anyOf", "oneOf", "prefixItems"};
constexpr std::array schema_maps = {"$defs", "definitions", "properties", "patternProperties",
                                    "dependentSchemas"};

std::string without_fragment(const std::string& uri) { return uri.substr(0, uri.find('#')); }

// One step of a JSON pointer down from `node`; null where there is none.
const Node* step_down(const Node& node, std::string_view token) {
  std::string name;
  for (std::size_t i = 0; i < token.size(); ++i) {
    if (token[i] == '~' && i + 1 < token.size())
      name += token[++i] == '1' ? '/' : '~';
    else
      name += token[i];
  }
  if (node.is_map()) return node.find(name);
  std::size_t index = 0;
  const auto parsed = std::from_chars(name.data(), name.data() + name.size(), index);
  if (!node.is_list() || parsed.ec != std::errc() || index >= node.children.size())
    return nullptr;
  return &node.children[index];
}

}  // namespace

void add_schema_fault(Diagnostics& found, std::string rule, const std::string& path, Span span,
                      std::string message, std::string hint) {
  found.add({.severity = Severity::error,
             .rule = std::move(rule),
             .where = {.path = path, .span = span},
             .message = std::move(message),
             .hint = std::move(hint),
             .notes = {},
             .edits = {}});
}

Resource* Registry::add_document(Node tree, const std::string& uri, const std::string& path) {
  const Node& root = schema_.documents.emplace_back(std::move(tree));
  Resource& resource = schema_.resources.emplace_back();
  resource.uri = without_fragment(uri);
  resource.path = path;
  resource.root = &root;
  resource.dialect.format_assertion = options_.assert_formats;
  by_uri_.emplace(resource.uri, &resource);
  const Node* id = root.find("$id");
  if (id != nullptr && id->is_text()) {
    resource.uri = without_fragment(resolve_uri(resource.uri, id->text));
    by_uri_.emplace(resource.uri, &resource);
  }
  read_dialect(root, resource);
  index(root, &resource, true);
  return &resource;
}

Resource* Registry::resource_of(const Node& node, Resource& outer) {
  const auto known = resources_.find(&node);
  if (known != resources_.end()) return known->second;
  index(node, &outer, false);
  return resources_.at(&node);
}

void Registry::index(const Node& node, Resource* resource, bool is_root) {
  if (resources_.contains(&node)) return;
  const Node* id = node.find("$id");
  if (!is_root && id != nullptr && id->is_text()) resource = open_resource(node, *resource);
  resources_.emplace(&node, resource);
  if (!node.is_map()) return;
  index_anchors(node, *resource);
  index_children(node, resource);
}

Resource* Registry::open_resource(const Node& node, const Resource& outer) {
  Resource& resource = schema_.resources.emplace_back();
  resource.uri = without_fragment(resolve_uri(outer.uri, node.text_of("$id")));
  resource.path = outer.path;
  resource.root = &node;
  resource.dialect = outer.dialect;
  by_uri_.emplace(resource.uri, &resource);
  read_dialect(node, resource);
  return &resource;
}

void Registry::index_anchors(const Node& node, Resource& resource) {
  const Node* anchor = node.find("$anchor");
  if (anchor != nullptr && anchor->is_text()) resource.anchors.emplace(anchor->text, &node);
  const Node* dynamic = node.find("$dynamicAnchor");
  if (dynamic == nullptr || !dynamic->is_text()) return;
  resource.anchors.emplace(dynamic->text, &node);
  resource.dynamic_anchors.emplace(dynamic->text, &node);
}

void Registry::index_children(const Node& node, Resource* resource) {
  for (const char* keyword : one_schema)
    if (const Node* child = node.find(keyword); child != nullptr)
      index(*child, resource, false);
  for (const char* keyword : schema_lists)
    for (const Node& child : node.items_of(keyword)) index(child, resource, false);
  for (const char* keyword : schema_maps) {
    const Node* map = node.find(keyword);
    if (map == nullptr || !map->is_map()) continue;
    for (const Node& child : map->children) index(child, resource, false);
  }
}

std::optional<Node> Registry::load(const std::string& uri) {
  const std::string_view published = find_metaschema(uri);
  if (!published.empty()) {
    Result<Node> read = read_json(published, uri);
    if (read) return std::move(*read);
  }
  return loader_ ? loader_(uri) : std::nullopt;
}

Resource* Registry::find_resource(const std::string& uri) {
  const auto known = by_uri_.find(uri);
  if (known != by_uri_.end()) return known->second;
  std::optional<Node> tree = load(uri);
  return tree ? add_document(std::move(*tree), uri, uri) : nullptr;
}

void Registry::read_dialect(const Node& node, Resource& resource) {
  const Node* named = node.find("$schema");
  if (named == nullptr || !named->is_text()) return;
  const std::string uri = without_fragment(named->text);
  const bool asserted = options_.assert_formats;
  resource.dialect = {.format_assertion = asserted};
  if (uri == our_dialect) return;
  const std::optional<Node> tree = load(uri);
  if (!tree)
    return add_schema_fault(found_, "E407", resource.path, named->span,
                            "unknown dialect `" + named->text + "`",
                            "schemas are written in `" + std::string(our_dialect) + "`");
  const Node* words = tree->find("$vocabulary");
  if (words == nullptr || !words->is_map()) return;
  const auto has = [words](const std::string& name) {
    return words->find(std::string(vocabularies) + name) != nullptr;
  };
  resource.dialect = {.applicator = has("applicator"),
                      .unevaluated = has("unevaluated"),
                      .validation = has("validation"),
                      .format_assertion = has("format-assertion") || asserted};
  for (std::size_t i = 0; i < words->keys.size(); ++i) {
    const std::string& word = words->keys[i].name;
    if (words->children[i].boolean && word.substr(0, vocabularies.size()) != vocabularies)
      add_schema_fault(found_, "E407", resource.path, named->span,
                       "`" + named->text + "` needs the unknown vocabulary `" + word + "`");
  }
}

Target Registry::find(const Resource& base, std::string_view reference) {
  const std::string uri = resolve_uri(base.uri, reference);
  const std::size_t hash = uri.find('#');
  Resource* resource = find_resource(uri.substr(0, hash));
  if (resource == nullptr) return {};
  const std::string fragment =
      hash == std::string::npos ? std::string() : percent_decode(uri.substr(hash + 1));
  if (fragment.empty()) return {resource->root, resource, {}};
  if (fragment.front() == '/') return find_pointer(*resource, fragment);
  const auto anchor = resource->anchors.find(fragment);
  if (anchor == resource->anchors.end()) return {};
  const bool dynamic = resource->dynamic_anchors.contains(fragment);
  return {anchor->second, resource, dynamic ? fragment : std::string()};
}

Target Registry::find_pointer(Resource& resource, std::string_view pointer) {
  const Node* node = resource.root;
  Resource* around = &resource;
  pointer.remove_prefix(1);
  for (const std::string_view token : split(pointer, '/')) {
    node = step_down(*node, token);
    if (node == nullptr) return {};
    const auto known = resources_.find(node);
    if (known != resources_.end()) around = known->second;
  }
  return {node, resource_of(*node, *around), {}};
}

}  // namespace baraza::check
