// The located tree: what a YAML or JSON document says, every value with the place where its
// author wrote it.
//
// The shape is JSON's. Keys of a map keep the author's order and may repeat; finding a repeated
// key is the reader's duty, find() answers the first.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/place.hpp"

namespace baraza::content {

struct Key {
  std::string name = {};
  Span span = {};

  bool operator==(const Key&) const = default;
};

struct Node {
  // `number` is any number of JSON, an integer too. `broken` stands where a value could not be
  // read: a finding has said so, the key counts as present, and nothing more is said about it.
  enum class Kind : std::uint8_t { null, boolean, number, text, list, map, broken };

  Kind kind = Kind::null;
  bool boolean = false;
  bool plain = false;     // a scalar written without quotes
  std::string text = {};  // of a text: its value; of a number: as its author wrote it
  double number = 0;
  std::vector<Key> keys = {};       // of a map: keys[i] names children[i]
  std::vector<Node> children = {};  // of a list or a map
  Span span = {};                   // of the whole value

  bool is_text() const { return kind == Kind::text; }
  bool is_number() const { return kind == Kind::number; }
  bool is_list() const { return kind == Kind::list; }
  bool is_map() const { return kind == Kind::map; }
  bool is_broken() const { return kind == Kind::broken; }

  // The value under `name`, or null where this is no map or has no such key.
  const Node* find(std::string_view name) const;
  // The same along several keys: find_path({"period", "start"}).
  const Node* find_path(std::initializer_list<std::string_view> names) const;
  // The key `name` itself, for its place; null as above.
  const Key* find_key(std::string_view name) const;

  // The text under `name` or {} where there is none. A number gives its digits as written, so
  // that `year: 2016` and `year: "2016"` read alike.
  std::string text_of(std::string_view name) const;
  // A scalar's text: of a text or a number as above, `true` or `false` of a boolean, else {}.
  std::string scalar() const;
  // The scalars under `name`: of a list each scalar item's, of one scalar itself, else none.
  std::vector<std::string> texts_of(std::string_view name) const;
  // The items of the list under `name`; empty where there is none.
  const std::vector<Node>& items_of(std::string_view name) const;

  bool operator==(const Node&) const = default;  // the places too; see same_value
};

// A node of each kind, without a place; for tests and for values that no file holds.
Node make_null();
Node make_boolean(bool value);
Node make_number(std::string digits);  // as JSON writes it, e.g. "1e3"
Node make_text(std::string value);

// Equal as JSON values: numbers by value (1 and 1.0 are equal), maps without regard to order.
bool same_value(const Node& a, const Node& b);

// What a writer calls the kind: `text`, `a number`, `a list`, `yes or no`, ...
std::string_view name_of(Node::Kind kind);

}  // namespace baraza::content
