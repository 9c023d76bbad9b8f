#include "index/sheet.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

#include "base/binary.hpp"

namespace baraza::index {
namespace {

using content::Body;
using content::Node;

constexpr int deepest_tree = 100;  // what parse lets through is less deep

constexpr std::array<std::string_view, 3> names_of_items = {"id", "term", "lesson"};

// Fields of a translation that are about itself.
constexpr std::array<std::string_view, 4> of_translation = {"schema", "kind", "translation_of",
                                                            "source_hashes"};

std::string name_of_item(const Node& item) {
  for (const std::string_view key : names_of_items)
    if (std::string name = item.text_of(key); !name.empty()) return name;
  return {};
}

void translate(Node& value, const Node& translation);

void translate_items(Node& list, const Node& translation) {
  for (std::size_t i = 0; i < translation.children.size(); ++i) {
    const Node& item = translation.children[i];
    if (!item.is_map()) {
      if (i < list.children.size()) translate(list.children[i], item);
      continue;
    }
    const std::string name = name_of_item(item);
    const auto original = std::find_if(
        list.children.begin(), list.children.end(),
        [&](const Node& one) { return !name.empty() && name_of_item(one) == name; });
    if (original != list.children.end()) translate(*original, item);
  }
}

void translate(Node& value, const Node& translation) {
  if (value.is_list() && translation.is_list()) {
    translate_items(value, translation);
  } else if (value.is_map() && translation.is_map()) {
    for (std::size_t i = 0; i < translation.keys.size(); ++i) {
      const std::string& key = translation.keys[i].name;
      const auto at = std::find_if(value.keys.begin(), value.keys.end(),
                                   [&](const content::Key& one) { return one.name == key; });
      if (at != value.keys.end())
        translate(value.children[static_cast<std::size_t>(at - value.keys.begin())],
                  translation.children[i]);
    }
  } else if (value.is_text() && translation.is_text()) {
    value.text = translation.text;
  }
}

void put(BinaryWriter& out, const Node& node) {
  out.number(static_cast<std::uint64_t>(node.kind));
  out.flag(node.boolean);
  out.text(node.text);
  out.number(node.children.size());
  for (std::size_t i = 0; i < node.children.size(); ++i) {
    if (node.is_map()) out.text(node.keys[i].name);
    put(out, node.children[i]);
  }
}

Node take_node(BinaryReader& in, int depth) {
  Node node;
  const std::uint64_t kind = in.number();
  if (kind > static_cast<std::uint64_t>(Node::Kind::broken) || depth > deepest_tree) in.fail();
  node.kind = static_cast<Node::Kind>(kind % 7);
  node.boolean = in.flag();
  node.text = in.text();
  for (std::size_t left = in.count(); left > 0 && in.ok(); --left) {
    if (node.is_map()) node.keys.push_back({.name = in.text()});
    node.children.push_back(take_node(in, depth + 1));
  }
  return node;
}

void put(BinaryWriter& out, const Body& body) {
  out.text(body.html);
  out.number(body.slots.size());
  for (const content::Slot& slot : body.slots) {
    out.number(slot.offset);
    out.number(slot.link);
  }
  out.number(body.links.size());
  for (const content::Link& link : body.links) {
    out.text(link.target);
    out.text(link.text);
    out.flag(link.image);
  }
}

Body take_body(BinaryReader& in) {
  Body body;
  body.html = in.text();
  for (std::size_t left = in.count(); left > 0 && in.ok(); --left) {
    const auto offset = static_cast<std::size_t>(in.number());
    body.slots.push_back({.offset = offset, .link = static_cast<std::size_t>(in.number())});
  }
  for (std::size_t left = in.count(); left > 0 && in.ok(); --left) {
    content::Link& link = body.links.emplace_back();
    link.target = in.text();
    link.text = in.text();
    link.image = in.flag();
  }
  for (const content::Slot& slot : body.slots)
    if (slot.offset > body.html.size() || slot.link >= body.links.size()) in.fail();
  return body;
}

}  // namespace

Node translated(const Node& fields, const Node& translation) {
  Node result = fields;
  Node texts = translation;
  for (std::size_t i = 0; i < texts.keys.size(); ++i) {
    const bool own = std::find(of_translation.begin(), of_translation.end(),
                               texts.keys[i].name) != of_translation.end();
    if (own) texts.children[i] = content::make_null();
  }
  translate(result, texts);
  return result;
}

std::string encode(const std::vector<Sheet>& sheets) {
  BinaryWriter out;
  out.number(sheets.size());
  for (const Sheet& sheet : sheets) {
    out.text(sheet.language);
    put(out, sheet.fields);
    put(out, sheet.body);
  }
  return out.take();
}

std::vector<Sheet> decode_sheets(std::string_view bytes, bool& ok) {
  BinaryReader in(bytes);
  std::vector<Sheet> sheets;
  for (std::size_t left = in.count(); left > 0 && in.ok(); --left) {
    Sheet& sheet = sheets.emplace_back();
    sheet.language = in.text();
    sheet.fields = take_node(in, 0);
    sheet.body = take_body(in);
  }
  ok = in.ok() && in.at_end();
  return sheets;
}

}  // namespace baraza::index
