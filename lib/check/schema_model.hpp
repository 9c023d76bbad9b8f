// What a schema becomes when it is compiled: every keyword read, every reference found. For
// check's own files alone.
#pragma once

#include <cstddef>
#include <deque>
#include <limits>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "check/decimal.hpp"
#include "check/formats.hpp"
#include "check/pattern.hpp"
#include "content/tree.hpp"

namespace baraza::check {

struct Subschema;

// Which of JSON Schema's vocabularies a resource asks for with its `$schema`; core is always
// there.
struct Dialect {
  bool applicator = true;
  bool unevaluated = true;
  bool validation = true;
  bool format_assertion = false;
};

// A schema with an address of its own: a document, or a part of one with an `$id`.
struct Resource {
  std::string uri = {};   // absolute, or relative to the bank; without a fragment
  std::string path = {};  // of the file it stands in, for findings
  const content::Node* root = nullptr;
  Dialect dialect = {};
  std::map<std::string, const content::Node*, std::less<>> anchors = {};
  std::map<std::string, const content::Node*, std::less<>> dynamic_anchors = {};
  std::map<std::string, const Subschema*, std::less<>> dynamic_targets = {};
};

// The bits of `types`.
enum TypeBit : unsigned {
  type_null = 1,
  type_boolean = 2,
  type_integer = 4,
  type_number = 8,  // integers too
  type_text = 16,
  type_list = 32,
  type_map = 64,
};

// baraza's own words.
struct OwnWords {
  std::string vocabulary = {};  // x-vocabulary
  std::string ref = {};         // x-ref: case, lesson, source, actor, outcome, lens
  std::string unique = {};      // x-unique: file, bank
  std::string not_before = {};  // x-not-before: a JSON pointer from the root
  std::string message = {};     // x-message
  std::string flag = {};        // the flag of x-facet: what one of its terms is called
  bool publish = false;         // x-publish

  // Is there a word that a record's values are to be checked by later?
  bool annotates() const {
    return !vocabulary.empty() || !ref.empty() || !unique.empty() || !not_before.empty();
  }
};

// Names sorted, so that one is found by bisection.
using PropertyList = std::vector<std::pair<std::string, const Subschema*>>;

constexpr std::size_t no_limit = std::numeric_limits<std::size_t>::max();

struct Subschema {
  const content::Node* node = nullptr;  // as written
  Resource* resource = nullptr;
  bool never = false;  // the schema `false`

  unsigned types = 0;  // 0: any
  const content::Node* constant = nullptr;
  const std::vector<content::Node>* choices = nullptr;  // enum

  std::optional<Decimal> minimum = {};
  std::optional<Decimal> maximum = {};
  std::optional<Decimal> above = {};  // exclusiveMinimum
  std::optional<Decimal> below = {};  // exclusiveMaximum
  std::optional<Decimal> multiple_of = {};

  std::size_t shortest = 0;  // in code points
  std::size_t longest = no_limit;
  std::optional<Pattern> pattern = {};
  const Format* format = nullptr;  // only where it is asserted

  std::vector<const Subschema*> prefix_items = {};
  const Subschema* items = nullptr;
  const Subschema* contains = nullptr;
  std::size_t fewest_contained = 1;
  std::size_t most_contained = no_limit;
  std::size_t fewest_items = 0;
  std::size_t most_items = no_limit;
  bool unique_items = false;
  const Subschema* unevaluated_items = nullptr;

  PropertyList properties = {};
  std::vector<std::pair<Pattern, const Subschema*>> pattern_properties = {};
  const Subschema* additional = nullptr;
  const Subschema* property_names = nullptr;
  std::vector<std::string> required = {};
  std::vector<std::string> publish_required = {};  // properties marked x-publish
  std::size_t fewest_keys = 0;
  std::size_t most_keys = no_limit;
  std::vector<std::pair<std::string, std::vector<std::string>>> dependent_required = {};
  PropertyList dependent_schemas = {};
  const Subschema* unevaluated_properties = nullptr;

  const Subschema* ref = nullptr;
  const Subschema* dynamic_ref = nullptr;  // where it leads if nothing outside overrides it
  std::string dynamic_anchor = {};         // of dynamic_ref; empty: it is a plain reference
  std::vector<const Subschema*> all_of = {};
  std::vector<const Subschema*> any_of = {};
  std::vector<const Subschema*> one_of = {};
  const Subschema* negated = nullptr;
  const Subschema* condition = nullptr;
  const Subschema* then_do = nullptr;
  const Subschema* else_do = nullptr;

  OwnWords words = {};

  // Where the value of `keyword` stands, or the schema itself.
  Span span_of(std::string_view keyword) const;
  const Subschema* property(std::string_view name) const;
};

const Subschema* find_property(const PropertyList& list, std::string_view name);

// Owns all that its parts point to, so it never moves.
struct CompiledSchema {
  std::deque<content::Node> documents = {};
  std::deque<Resource> resources = {};
  std::deque<Subschema> parts = {};
  const Subschema* root = nullptr;
  std::string path = {};

  CompiledSchema() = default;
  CompiledSchema(const CompiledSchema&) = delete;
  CompiledSchema& operator=(const CompiledSchema&) = delete;
};

}  // namespace baraza::check
