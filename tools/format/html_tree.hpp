// HTML as a tree, as far as the Markdown of records becomes some.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "content/body.hpp"

namespace baraza::tools {

struct Element {
  static constexpr std::size_t no_link = static_cast<std::size_t>(-1);

  std::string tag = {};         // empty: a text
  std::string text = {};        // of a text, without entities
  std::string attributes = {};  // as written
  std::size_t link = no_link;   // of a link or an image: its number in Body::links
  std::vector<Element> children = {};

  bool is(std::string_view name) const { return tag == name; }
  // Does its `class`, or another attribute, hold the word?
  bool says(std::string_view word) const { return attributes.find(word) != std::string::npos; }
};

// The children of the whole. An element that is not closed ends where its parent does.
Element html_tree(const content::Body& body);

}  // namespace baraza::tools
