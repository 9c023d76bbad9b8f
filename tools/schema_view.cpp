#include "tools/schema_view.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace baraza::tools {

using content::Node;

namespace {

constexpr int most_references = 8;  // a schema that refers to itself stops here

}  // namespace

SchemaView::SchemaView(const Node& root, const Node& schema) : root_(root) {
  const Node* next = &schema;
  for (int i = 0; i < most_references && next != nullptr; ++i) {
    parts_.push_back(next);
    next = resolve(next->text_of("$ref"));
  }
}

const Node* SchemaView::find(std::string_view keyword) const {
  for (const Node* part : parts_)
    if (const Node* value = part->find(keyword); value != nullptr) return value;
  return nullptr;
}

std::string SchemaView::text(std::string_view keyword) const {
  const Node* value = find(keyword);
  return value == nullptr ? std::string() : value->scalar();
}

bool SchemaView::is(std::string_view type) const {
  const Node* types = find("type");
  if (types == nullptr) return false;
  if (!types->is_list()) return types->scalar() == type;
  return std::any_of(types->children.begin(), types->children.end(),
                     [&](const Node& one) { return one.scalar() == type; });
}

std::vector<std::string> SchemaView::required() const {
  std::vector<std::string> names;
  if (const Node* list = find("required"); list != nullptr)
    for (const Node& name : list->children) names.push_back(name.scalar());
  return names;
}

const Node* SchemaView::resolve(const std::string& reference) const {
  if (reference.rfind("#/", 0) != 0) return nullptr;
  const Node* node = &root_;
  for (const std::string_view step : split(std::string_view(reference).substr(2), '/')) {
    if (node == nullptr) break;
    node = node->find(step);
  }
  return node;
}

}  // namespace baraza::tools
