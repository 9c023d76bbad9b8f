// JSON Schema 2020-12: compiled once from a located tree, then asked of many.
//
// All vocabularies are known: core, applicator, unevaluated, validation, format (as assertion
// where asked), content and meta-data (as annotation). The words of baraza's own that begin
// with `x-` are kept beside them; check_tree.hpp and check_record.hpp read them.
//
// Source: https://json-schema.org/draft/2020-12/json-schema-core and json-schema-validation.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>

#include "base/diagnostic.hpp"
#include "content/tree.hpp"

namespace baraza::check {

struct CompiledSchema;

// Answers the document at an address that a `$ref` or `$schema` names, without its fragment:
// absolute, or relative to the bank's root if the schema has no absolute `$id`. Nothing if
// there is none. What JSON Schema publishes about itself is known without asking.
using Loader = std::function<std::optional<content::Node>(const std::string& uri)>;

struct SchemaOptions {
  // A text that lacks its `format` breaks the schema; else a format is a note to people, as
  // 2020-12 has it by default.
  bool assert_formats = true;
};

class Schema {
 public:
  Schema() = default;  // allows everything

  // `path` names the schema in findings, and is the base of its relative references. A wrong
  // schema is reported in `found`, each fault at its own place: [schema-form],
  // [schema-type-name], [schema-pattern], [schema-reference], [schema-word], [schema-loop],
  // [schema-dialect]. What is wrong allows everything, the rest is compiled.
  static Schema compile(const content::Node& tree, const std::string& path,
                        const Loader& loader, Diagnostics& found,
                        const SchemaOptions& options = {});

  // Does the tree satisfy the schema? A `broken` value satisfies all.
  bool allows(const content::Node& tree) const;

  // Null for a schema that was not compiled. For check's own files.
  const CompiledSchema* compiled() const { return compiled_.get(); }

 private:
  std::shared_ptr<const CompiledSchema> compiled_;
};

using SchemasByName = std::map<std::string, Schema>;  // `case`, `insight`, ...

}  // namespace baraza::check
