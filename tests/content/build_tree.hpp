// Short words to write trees in tests: map({{"id", text("a")}}).
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "content/tree.hpp"

namespace baraza::test {

inline content::Node text(std::string value) { return content::make_text(std::move(value)); }

inline content::Node list(std::vector<content::Node> items) {
  content::Node node;
  node.kind = content::Node::Kind::list;
  node.children = std::move(items);
  return node;
}

inline content::Node texts(const std::vector<std::string>& words) {
  std::vector<content::Node> items;
  items.reserve(words.size());
  for (const std::string& word : words) items.push_back(text(word));
  return list(std::move(items));
}

inline content::Node map(const std::vector<std::pair<std::string, content::Node>>& members) {
  content::Node node;
  node.kind = content::Node::Kind::map;
  for (const auto& [name, value] : members) {
    node.keys.push_back({name, {}});
    node.children.push_back(value);
  }
  return node;
}

}  // namespace baraza::test
