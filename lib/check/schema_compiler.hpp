// Reads the keywords of schemas into their compiled form, and reports what is wrong with them.
// For check's own files alone.
#pragma once

#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "check/schema_model.hpp"
#include "check/schema_registry.hpp"

namespace baraza::check {

class SchemaCompiler {
 public:
  SchemaCompiler(CompiledSchema& schema, Registry& registry, Diagnostics& found)
      : schema_(schema), registry_(registry), found_(found) {}

  // The compiled form of a schema, made when it is first asked for; all that it refers to is
  // compiled by finish().
  Subschema* part(const content::Node& node, Resource& outer);
  // Follows all references, and reports schemas that refer to themselves without end.
  void finish();

 private:
  using Handler = void (*)(SchemaCompiler& self, const content::Node& value, Subschema& part);
  enum class Group { core, applicator, unevaluated, validation, format, note, own };
  struct Row {
    std::string_view keyword;
    Group group;
    Handler read;  // null for a keyword that asks for nothing
  };
  static const std::vector<Row>& rows();
  static const Row* find_row(std::string_view keyword);

  void read_part(Subschema& part);
  void read_keywords(Subschema& part);
  void report_unknown(const content::Key& key, const Resource& resource);
  void follow_references(Subschema& part);
  void compile_dynamic_targets();
  void report_loops();
  void fault(const content::Node& value, std::string message, std::string hint = {});

  // Values of keywords; each reports what has another form and answers what is left of it.
  std::optional<std::size_t> read_count(const content::Node& value);
  std::optional<Decimal> read_number(const content::Node& value);
  std::string read_text(const content::Node& value);
  std::string read_word(const content::Node& value, const std::vector<std::string>& known);
  bool read_flag(const content::Node& value);
  std::vector<std::string> read_texts(const content::Node& value);
  const Subschema* read_schema(const content::Node& value);
  std::vector<const Subschema*> read_schemas(const content::Node& value);
  PropertyList read_schema_map(const content::Node& value);
  std::optional<Pattern> read_pattern(const std::string& text, Span span);

  void read_type(const content::Node& value, Subschema& part);
  void read_multiple_of(const content::Node& value, Subschema& part);
  void read_pattern_properties(const content::Node& value, Subschema& part);
  void read_dependent_required(const content::Node& value, Subschema& part);
  void read_properties(const content::Node& value, Subschema& part);
  void read_facet(const content::Node& value, Subschema& part);

  CompiledSchema& schema_;
  Registry& registry_;
  Diagnostics& found_;
  std::unordered_map<const content::Node*, Subschema*> known_;
  std::deque<Subschema*> waiting_;      // whose references are to be followed
  const Subschema* current_ = nullptr;  // whose keywords are being read
  std::string_view keyword_;            // which of them
  bool has_dynamic_ = false;
};

}  // namespace baraza::check
