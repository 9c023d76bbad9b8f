#include "index/sheet.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

#include "base/binary.hpp"
#include "index/entry.hpp"
#include "index/node_io.hpp"

namespace baraza::index {
namespace {

using content::Body;
using content::Node;

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

const Sheet* sheet_in(const std::vector<Sheet>& sheets,
                      const std::vector<std::string>& languages) {
  std::vector<std::string_view> texts;
  texts.reserve(sheets.size());
  for (const Sheet& sheet : sheets) texts.emplace_back(sheet.language);
  return sheets.empty() ? nullptr : &sheets[choose_language(texts, languages)];
}

std::string encode(const std::vector<Sheet>& sheets) {
  BinaryWriter out;
  out.number(sheets.size());
  for (const Sheet& sheet : sheets) {
    out.text(sheet.language);
    put_node(out, sheet.fields);
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
    sheet.fields = take_node(in);
    sheet.body = take_body(in);
  }
  ok = in.ok() && in.at_end();
  return sheets;
}

}  // namespace baraza::index
