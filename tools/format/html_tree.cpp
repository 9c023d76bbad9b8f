#include "tools/format/html_tree.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "base/text.hpp"

namespace baraza::tools {
namespace {

constexpr std::size_t deepest = 200;  // what is below it stands in its parent
constexpr std::array<std::string_view, 4> without_end = {"br", "hr", "img", "input"};

constexpr std::pair<std::string_view, char> entities[] = {
    {"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&#39;", '\''}};

std::string unescaped(std::string_view text) {
  std::string result;
  while (!text.empty()) {
    const auto* const entity =
        std::find_if(std::begin(entities), std::end(entities),
                     [&](const auto& one) { return text.starts_with(one.first); });
    if (text[0] == '&' && entity != std::end(entities)) {
      result += entity->second;
      text.remove_prefix(entity->first.size());
    } else {
      result += text[0];
      text.remove_prefix(1);
    }
  }
  return result;
}

// The HTML with the number of each link in its empty href or src.
std::string numbered(const content::Body& body) {
  std::string html;
  std::size_t done = 0;
  for (const content::Slot& slot : body.slots) {
    if (slot.offset < done || slot.offset > body.html.size()) continue;
    html.append(body.html, done, slot.offset - done);
    html += std::to_string(slot.link);
    done = slot.offset;
  }
  return html.append(body.html, done, std::string::npos);
}

std::size_t link_of(std::string_view attributes, std::size_t links) {
  for (const std::string_view name : {"href=\"", "src=\""}) {
    const std::size_t at = attributes.find(name);
    if (at == std::string_view::npos) continue;
    const std::string_view value = attributes.substr(at + name.size());
    std::size_t number = 0;
    const auto read = std::from_chars(value.data(), value.data() + value.size(), number);
    if (read.ec == std::errc() && number < links) return number;
  }
  return Element::no_link;
}

class TreeReader {
 public:
  explicit TreeReader(std::size_t links) : links_(links) {}

  Element read(std::string_view html) {
    Element root;
    open_ = {&root};
    while (!html.empty()) {
      const std::size_t tag = std::min(html.find('<'), html.size());
      if (tag > 0) add({.text = unescaped(html.substr(0, tag))});
      html.remove_prefix(tag);
      if (html.empty()) break;
      const std::size_t end = html.find('>');
      if (end == std::string_view::npos) break;
      read_tag(html.substr(1, end - 1));
      html.remove_prefix(end + 1);
    }
    return root;
  }

 private:
  void read_tag(std::string_view tag) {
    if (tag.starts_with('/')) return close(tag.substr(1));
    const std::size_t name = std::min(tag.find(' '), tag.size());
    Element element{.tag = std::string(tag.substr(0, name)),
                    .attributes = std::string(tag.substr(name))};
    element.link = link_of(element.attributes, links_);
    Element& added = add(std::move(element));
    const bool leaf =
        std::find(without_end.begin(), without_end.end(), added.tag) != without_end.end();
    if (!leaf && open_.size() < deepest) open_.push_back(&added);
  }

  // Only the last child of an element is ever added to, so the others may move.
  Element& add(Element element) {
    open_.back()->children.push_back(std::move(element));
    return open_.back()->children.back();
  }

  void close(std::string_view name) {
    for (std::size_t i = open_.size(); i-- > 1;) {
      if (open_[i]->tag != name) continue;
      open_.resize(i);
      return;
    }
  }

  std::size_t links_;
  std::vector<Element*> open_;
};

}  // namespace

Element html_tree(const content::Body& body) {
  return TreeReader(body.links.size()).read(numbered(body));
}

}  // namespace baraza::tools
