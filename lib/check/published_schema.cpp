#include "check/published_schema.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "base/json.hpp"
#include "check/decimal.hpp"

namespace baraza::check {
namespace {

using content::Node;
using content::Term;

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

template <class List>
bool holds(const List& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

class Publisher {
 public:
  explicit Publisher(const content::Vocabularies& vocabularies) : vocabularies_(vocabularies) {}

  std::string publish(const Node& schema) {
    write_schema(schema);
    return json_.text() + "\n";
  }

 private:
  void write_schema(const Node& schema) {
    if (!schema.is_map()) return write_value(schema);
    json_.begin_object();
    for (std::size_t i = 0; i < schema.keys.size(); ++i)
      write_keyword(schema.keys[i].name, schema.children[i]);
    json_.end_object();
  }

  void write_keyword(const std::string& keyword, const Node& value) {
    if (keyword == "x-vocabulary") return write_terms(value.scalar());
    if (keyword.substr(0, 2) == "x-") return;
    json_.key(keyword);
    if (holds(one_schema, keyword)) return write_schema(value);
    if (holds(schema_lists, keyword) && value.is_list()) {
      json_.begin_array();
      for (const Node& item : value.children) write_schema(item);
      json_.end_array();
    } else if (holds(schema_maps, keyword) && value.is_map()) {
      json_.begin_object();
      for (std::size_t i = 0; i < value.keys.size(); ++i) {
        json_.key(value.keys[i].name);
        write_schema(value.children[i]);
      }
      json_.end_object();
    } else {
      write_value(value);
    }
  }

  void write_value(const Node& value) {
    switch (value.kind) {
      case Node::Kind::boolean:
        json_.value(value.boolean);
        return;
      case Node::Kind::number:
        json_.raw(Decimal(value.text, value.number).text());
        return;
      case Node::Kind::text:
        json_.value(value.text);
        return;
      case Node::Kind::list:
        json_.begin_array();
        for (const Node& item : value.children) write_value(item);
        json_.end_array();
        return;
      case Node::Kind::map:
        json_.begin_object();
        for (std::size_t i = 0; i < value.keys.size(); ++i) {
          json_.key(value.keys[i].name);
          write_value(value.children[i]);
        }
        json_.end_object();
        return;
      default:
        json_.null();
    }
  }

  // `oneOf` with a constant each is the form in which editors show titles.
  void write_terms(const std::string& vocabulary) {
    const content::Vocabulary* list = vocabularies_.find(vocabulary);
    const bool lenses = list == nullptr && vocabulary == "frameworks";
    if (list == nullptr && !lenses) return;
    if (list != nullptr && list->terms.empty()) return;
    if (lenses && vocabularies_.frameworks.empty()) return;
    json_.key("oneOf").begin_array();
    if (list != nullptr)
      for (const Term& term : list->terms) write_term(term, "");
    if (lenses)
      for (const auto& [id, framework] : vocabularies_.frameworks)
        for (const Term& term : framework.terms) write_term(term, id + "/");
    json_.end_array();
  }

  void write_term(const Term& term, const std::string& before) {
    json_.begin_object().key("const").value(before + term.id);
    json_.key("title").value(term.label_in("en"));
    if (term.deprecated) json_.key("deprecated").value(true);
    json_.end_object();
  }

  const content::Vocabularies& vocabularies_;
  JsonWriter json_{true};
};

}  // namespace

std::string to_json_schema(const Node& schema_tree, const content::Vocabularies& vocabularies) {
  return Publisher(vocabularies).publish(schema_tree);
}

}  // namespace baraza::check
