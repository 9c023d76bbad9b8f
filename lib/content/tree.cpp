#include "content/tree.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

namespace baraza::content {

const Node* Node::find(std::string_view name) const {
  if (kind != Kind::map) return nullptr;
  for (std::size_t i = 0; i < keys.size(); ++i)
    if (keys[i].name == name) return &children[i];
  return nullptr;
}

const Node* Node::find_path(std::initializer_list<std::string_view> names) const {
  const Node* node = this;
  for (const std::string_view name : names) {
    node = node->find(name);
    if (node == nullptr) return nullptr;
  }
  return node;
}

const Key* Node::find_key(std::string_view name) const {
  if (kind != Kind::map) return nullptr;
  const auto at =
      std::find_if(keys.begin(), keys.end(), [&](const Key& key) { return key.name == name; });
  return at == keys.end() ? nullptr : &*at;
}

std::string Node::scalar() const {
  switch (kind) {
    case Kind::text:
    case Kind::number:
      return text;
    case Kind::boolean:
      return boolean ? "true" : "false";
    default:
      return {};
  }
}

std::string Node::text_of(std::string_view name) const {
  const Node* value = find(name);
  return value == nullptr ? std::string() : value->scalar();
}

std::vector<std::string> Node::texts_of(std::string_view name) const {
  std::vector<std::string> result;
  const Node* value = find(name);
  if (value == nullptr) return result;
  if (!value->is_list()) {
    if (std::string one = value->scalar(); !one.empty()) result.push_back(std::move(one));
    return result;
  }
  for (const Node& item : value->children)
    if (std::string one = item.scalar(); !one.empty()) result.push_back(std::move(one));
  return result;
}

const std::vector<Node>& Node::items_of(std::string_view name) const {
  static const std::vector<Node> none;
  const Node* value = find(name);
  return value != nullptr && value->is_list() ? value->children : none;
}

Node make_null() { return {}; }

Node make_boolean(bool value) {
  Node node;
  node.kind = Node::Kind::boolean;
  node.boolean = value;
  return node;
}

Node make_number(std::string digits) {
  Node node;
  node.kind = Node::Kind::number;
  std::from_chars(digits.data(), digits.data() + digits.size(), node.number);
  node.text = std::move(digits);
  return node;
}

Node make_text(std::string value) {
  Node node;
  node.kind = Node::Kind::text;
  node.text = std::move(value);
  return node;
}

bool same_value(const Node& a, const Node& b) {
  if (a.kind != b.kind) return false;
  switch (a.kind) {
    case Node::Kind::null:
    case Node::Kind::broken:
      return true;
    case Node::Kind::boolean:
      return a.boolean == b.boolean;
    case Node::Kind::number:
      return a.number == b.number;
    case Node::Kind::text:
      return a.text == b.text;
    case Node::Kind::list:
      return std::equal(a.children.begin(), a.children.end(), b.children.begin(),
                        b.children.end(), same_value);
    case Node::Kind::map:
      break;
  }
  if (a.keys.size() != b.keys.size()) return false;
  for (std::size_t i = 0; i < a.keys.size(); ++i) {
    const Node* other = b.find(a.keys[i].name);
    if (other == nullptr || !same_value(a.children[i], *other)) return false;
  }
  return true;
}

std::string_view name_of(Node::Kind kind) {
  switch (kind) {
    case Node::Kind::null:
      return "nothing";
    case Node::Kind::boolean:
      return "yes or no";
    case Node::Kind::number:
      return "a number";
    case Node::Kind::text:
      return "text";
    case Node::Kind::list:
      return "a list";
    case Node::Kind::map:
      return "a group of fields";
    case Node::Kind::broken:
      return "unreadable";
  }
  return {};
}

}  // namespace baraza::content
