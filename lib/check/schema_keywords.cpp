#include <algorithm>
#include <array>
#include <utility>

#include "base/text.hpp"
#include "check/schema_compiler.hpp"

namespace baraza::check {

using content::Node;

namespace {

constexpr std::array<std::pair<std::string_view, unsigned>, 7> type_names = {{
    {"null", type_null},
    {"boolean", type_boolean},
    {"integer", type_integer},
    {"number", type_number},
    {"string", type_text},
    {"array", type_list},
    {"object", type_map},
}};

}  // namespace

// Every word that a schema may use. One that only sets one member does so here.
// NOLINTNEXTLINE(readability-function-size): a table
const std::vector<SchemaCompiler::Row>& SchemaCompiler::rows() {
  using S = SchemaCompiler;
  using G = Group;
  static const std::vector<Row> all = {
      // Core. References are followed when everything has been read.
      {"$schema", G::core, [](S& s, const Node& v, Subschema&) { s.read_text(v); }},
      {"$id", G::core, [](S& s, const Node& v, Subschema&) { s.read_text(v); }},
      {"$ref", G::core, [](S& s, const Node& v, Subschema&) { s.read_text(v); }},
      {"$anchor", G::core, [](S& s, const Node& v, Subschema&) { s.read_text(v); }},
      {"$dynamicRef", G::core, [](S& s, const Node& v, Subschema&) { s.read_text(v); }},
      {"$dynamicAnchor", G::core, [](S& s, const Node& v, Subschema&) { s.read_text(v); }},
      {"$comment", G::core, [](S& s, const Node& v, Subschema&) { s.read_text(v); }},
      {"$vocabulary", G::core, nullptr},
      {"$defs", G::core, [](S& s, const Node& v, Subschema&) { s.read_schema_map(v); }},
      {"definitions", G::core, [](S& s, const Node& v, Subschema&) { s.read_schema_map(v); }},
      // Applicators.
      {"allOf", G::applicator,
       [](S& s, const Node& v, Subschema& p) { p.all_of = s.read_schemas(v); }},
      {"anyOf", G::applicator,
       [](S& s, const Node& v, Subschema& p) { p.any_of = s.read_schemas(v); }},
      {"oneOf", G::applicator,
       [](S& s, const Node& v, Subschema& p) { p.one_of = s.read_schemas(v); }},
      {"not", G::applicator,
       [](S& s, const Node& v, Subschema& p) { p.negated = s.read_schema(v); }},
      {"if", G::applicator,
       [](S& s, const Node& v, Subschema& p) { p.condition = s.read_schema(v); }},
      {"then", G::applicator,
       [](S& s, const Node& v, Subschema& p) { p.then_do = s.read_schema(v); }},
      {"else", G::applicator,
       [](S& s, const Node& v, Subschema& p) { p.else_do = s.read_schema(v); }},
      {"dependentSchemas", G::applicator,
       [](S& s, const Node& v, Subschema& p) { p.dependent_schemas = s.read_schema_map(v); }},
      {"prefixItems", G::applicator,
       [](S& s, const Node& v, Subschema& p) { p.prefix_items = s.read_schemas(v); }},
      {"items", G::applicator,
       [](S& s, const Node& v, Subschema& p) { p.items = s.read_schema(v); }},
      {"contains", G::applicator,
       [](S& s, const Node& v, Subschema& p) { p.contains = s.read_schema(v); }},
      {"properties", G::applicator,
       [](S& s, const Node& v, Subschema& p) { s.read_properties(v, p); }},
      {"patternProperties", G::applicator,
       [](S& s, const Node& v, Subschema& p) { s.read_pattern_properties(v, p); }},
      {"additionalProperties", G::applicator,
       [](S& s, const Node& v, Subschema& p) { p.additional = s.read_schema(v); }},
      {"propertyNames", G::applicator,
       [](S& s, const Node& v, Subschema& p) { p.property_names = s.read_schema(v); }},
      {"unevaluatedItems", G::unevaluated,
       [](S& s, const Node& v, Subschema& p) { p.unevaluated_items = s.read_schema(v); }},
      {"unevaluatedProperties", G::unevaluated,
       [](S& s, const Node& v, Subschema& p) { p.unevaluated_properties = s.read_schema(v); }},
      // Validation.
      {"type", G::validation, [](S& s, const Node& v, Subschema& p) { s.read_type(v, p); }},
      {"const", G::validation, [](S&, const Node& v, Subschema& p) { p.constant = &v; }},
      {"enum", G::validation,
       [](S& s, const Node& v, Subschema& p) {
         if (!v.is_list()) return s.fault(v, "`enum` is a list");
         p.choices = &v.children;
       }},
      {"multipleOf", G::validation,
       [](S& s, const Node& v, Subschema& p) { s.read_multiple_of(v, p); }},
      {"minimum", G::validation,
       [](S& s, const Node& v, Subschema& p) { p.minimum = s.read_number(v); }},
      {"maximum", G::validation,
       [](S& s, const Node& v, Subschema& p) { p.maximum = s.read_number(v); }},
      {"exclusiveMinimum", G::validation,
       [](S& s, const Node& v, Subschema& p) { p.above = s.read_number(v); }},
      {"exclusiveMaximum", G::validation,
       [](S& s, const Node& v, Subschema& p) { p.below = s.read_number(v); }},
      {"minLength", G::validation,
       [](S& s, const Node& v, Subschema& p) { p.shortest = s.read_count(v).value_or(0); }},
      {"maxLength", G::validation,
       [](S& s, const Node& v, Subschema& p) { p.longest = s.read_count(v).value_or(no_limit); }},
      {"pattern", G::validation,
       [](S& s, const Node& v, Subschema& p) {
         if (v.is_text()) p.pattern = s.read_pattern(v.text, v.span);
         if (!v.is_text()) s.read_text(v);
       }},
      {"minItems", G::validation,
       [](S& s, const Node& v, Subschema& p) { p.fewest_items = s.read_count(v).value_or(0); }},
      {"maxItems", G::validation,
       [](S& s, const Node& v, Subschema& p) {
         p.most_items = s.read_count(v).value_or(no_limit);
       }},
      {"uniqueItems", G::validation,
       [](S& s, const Node& v, Subschema& p) { p.unique_items = s.read_flag(v); }},
      {"minContains", G::validation,
       [](S& s, const Node& v, Subschema& p) {
         p.fewest_contained = s.read_count(v).value_or(1);
       }},
      {"maxContains", G::validation,
       [](S& s, const Node& v, Subschema& p) {
         p.most_contained = s.read_count(v).value_or(no_limit);
       }},
      {"minProperties", G::validation,
       [](S& s, const Node& v, Subschema& p) { p.fewest_keys = s.read_count(v).value_or(0); }},
      {"maxProperties", G::validation,
       [](S& s, const Node& v, Subschema& p) {
         p.most_keys = s.read_count(v).value_or(no_limit);
       }},
      {"required", G::validation,
       [](S& s, const Node& v, Subschema& p) { p.required = s.read_texts(v); }},
      {"dependentRequired", G::validation,
       [](S& s, const Node& v, Subschema& p) { s.read_dependent_required(v, p); }},
      // Formats, contents and notes.
      {"format", G::format,
       [](S& s, const Node& v, Subschema& p) {
         const std::string name = s.read_text(v);
         if (p.resource->dialect.format_assertion) p.format = find_format(name);
       }},
      {"contentEncoding", G::note, [](S& s, const Node& v, Subschema&) { s.read_text(v); }},
      {"contentMediaType", G::note, [](S& s, const Node& v, Subschema&) { s.read_text(v); }},
      {"contentSchema", G::note, [](S& s, const Node& v, Subschema&) { s.read_schema(v); }},
      {"title", G::note, [](S& s, const Node& v, Subschema&) { s.read_text(v); }},
      {"description", G::note, [](S& s, const Node& v, Subschema&) { s.read_text(v); }},
      {"default", G::note, nullptr},
      {"deprecated", G::note, [](S& s, const Node& v, Subschema&) { s.read_flag(v); }},
      {"readOnly", G::note, [](S& s, const Node& v, Subschema&) { s.read_flag(v); }},
      {"writeOnly", G::note, [](S& s, const Node& v, Subschema&) { s.read_flag(v); }},
      {"examples", G::note,
       [](S& s, const Node& v, Subschema&) {
         if (!v.is_list()) s.fault(v, "`examples` is a list");
       }},
      // baraza's own.
      {"x-vocabulary", G::own,
       [](S& s, const Node& v, Subschema& p) { p.words.vocabulary = s.read_text(v); }},
      {"x-ref", G::own,
       [](S& s, const Node& v, Subschema& p) {
         p.words.ref =
             s.read_word(v, {"case", "lesson", "source", "actor", "outcome", "lens"});
       }},
      {"x-unique", G::own,
       [](S& s, const Node& v, Subschema& p) { p.words.unique = s.read_word(v, {"file", "bank"}); }},
      {"x-facet", G::own, [](S& s, const Node& v, Subschema& p) { s.read_facet(v, p); }},
      {"x-not-before", G::own,
       [](S& s, const Node& v, Subschema& p) {
         p.words.not_before = s.read_text(v);
         if (v.is_text() && (v.text.empty() || !is_json_pointer(v.text)))
           s.fault(v, "`x-not-before` names a field from the top, such as `/period/start`");
       }},
      {"x-message", G::own,
       [](S& s, const Node& v, Subschema& p) { p.words.message = s.read_text(v); }},
      {"x-minutes", G::own, [](S& s, const Node& v, Subschema&) { s.read_count(v); }},
      {"x-publish", G::own,
       [](S& s, const Node& v, Subschema& p) { p.words.publish = s.read_flag(v); }},
      {"x-sections", G::own,
       [](S& s, const Node& v, Subschema&) {
         s.read_texts(v);
         if (!v.is_list()) s.fault(v, "`x-sections` is a list of headings for a new record");
       }},
  };
  return all;
}

const SchemaCompiler::Row* SchemaCompiler::find_row(std::string_view keyword) {
  static const std::vector<const Row*> sorted = [] {
    std::vector<const Row*> list;
    for (const Row& row : rows()) list.push_back(&row);
    std::sort(list.begin(), list.end(),
              [](const Row* a, const Row* b) { return a->keyword < b->keyword; });
    return list;
  }();
  const auto at = std::lower_bound(
      sorted.begin(), sorted.end(), keyword,
      [](const Row* row, std::string_view wanted) { return row->keyword < wanted; });
  return at == sorted.end() || (*at)->keyword != keyword ? nullptr : *at;
}

std::optional<std::size_t> SchemaCompiler::read_count(const Node& value) {
  if (value.is_number() && value.number >= 0 && Decimal(value.text, value.number).is_integer())
    return value.number < 1e15 ? static_cast<std::size_t>(value.number) : no_limit;
  fault(value, "`" + std::string(keyword_) + "` is a whole number of 0 or more");
  return std::nullopt;
}

std::optional<Decimal> SchemaCompiler::read_number(const Node& value) {
  if (value.is_number()) return Decimal(value.text, value.number);
  fault(value, "`" + std::string(keyword_) + "` is a number");
  return std::nullopt;
}

std::string SchemaCompiler::read_text(const Node& value) {
  if (value.is_text()) return value.text;
  fault(value, "`" + std::string(keyword_) + "` is a text");
  return {};
}

std::string SchemaCompiler::read_word(const Node& value,
                                      const std::vector<std::string>& known) {
  std::string word = read_text(value);
  if (!value.is_text() || std::find(known.begin(), known.end(), word) != known.end())
    return word;
  const std::string hint = did_you_mean(nearest(known, word));
  fault(value, "`" + std::string(keyword_) + "` cannot be `" + word + "`",
        hint.empty() ? "it is one of `" + join(known, "`, `") + "`" : hint);
  return {};
}

bool SchemaCompiler::read_flag(const Node& value) {
  if (value.kind == Node::Kind::boolean) return value.boolean;
  fault(value, "`" + std::string(keyword_) + "` is `true` or `false`");
  return false;
}

std::vector<std::string> SchemaCompiler::read_texts(const Node& value) {
  std::vector<std::string> texts;
  const auto is_text = [](const Node& item) { return item.is_text(); };
  if (!value.is_list() || !std::all_of(value.children.begin(), value.children.end(), is_text)) {
    fault(value, "`" + std::string(keyword_) + "` is a list of texts");
    return texts;
  }
  for (const Node& item : value.children) texts.push_back(item.text);
  return texts;
}

const Subschema* SchemaCompiler::read_schema(const Node& value) {
  return part(value, *current_->resource);
}

std::vector<const Subschema*> SchemaCompiler::read_schemas(const Node& value) {
  std::vector<const Subschema*> schemas;
  if (!value.is_list() || value.children.empty()) {
    fault(value, "`" + std::string(keyword_) + "` is a list of schemas, with one at least");
    return schemas;
  }
  for (const Node& item : value.children) schemas.push_back(read_schema(item));
  return schemas;
}

PropertyList SchemaCompiler::read_schema_map(const Node& value) {
  PropertyList list;
  if (!value.is_map()) {
    fault(value, "`" + std::string(keyword_) + "` is a group of names with a schema each");
    return list;
  }
  for (std::size_t i = 0; i < value.keys.size(); ++i)
    list.emplace_back(value.keys[i].name, read_schema(value.children[i]));
  std::stable_sort(list.begin(), list.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  return list;
}

std::optional<Pattern> SchemaCompiler::read_pattern(const std::string& text, Span span) {
  PatternProblem problem;
  Pattern pattern = Pattern::compile(text, problem);
  if (problem.message.empty()) return pattern;
  add_schema_fault(found_, "E403", current_->resource->path, span,  // schema-pattern
                   (problem.unsupported ? "pattern not supported: `" : "wrong pattern: `") +
                       text + "` " + problem.message,
                   problem.unsupported
                       ? "patterns are matched in one pass; say it with `not`, `anyOf` or `if`"
                       : "");
  return std::nullopt;
}

void SchemaCompiler::read_type(const Node& value, Subschema& part) {
  std::vector<std::string> names;
  names.reserve(type_names.size());
  for (const auto& [name, bit] : type_names) names.emplace_back(name);
  const auto read_one = [&](const Node& item) {
    for (const auto& [name, bit] : type_names)
      if (item.is_text() && item.text == name) {
        part.types |= bit;
        return;
      }
    std::string hint = did_you_mean(nearest(names, item.scalar()));
    if (hint.empty()) hint = "it is one of `" + join(names, "`, `") + "`";
    add_schema_fault(found_, "E402", part.resource->path, item.span,  // schema-type-name
                     "unknown type `" + item.scalar() + "`", hint);
  };
  if (!value.is_list()) return read_one(value);
  for (const Node& item : value.children) read_one(item);
}

void SchemaCompiler::read_multiple_of(const Node& value, Subschema& part) {
  part.multiple_of = read_number(value);
  if (!part.multiple_of || part.multiple_of->compare(Decimal("0", 0)) > 0) return;
  fault(value, "`multipleOf` is a number above 0");
  part.multiple_of.reset();
}

void SchemaCompiler::read_pattern_properties(const Node& value, Subschema& part) {
  if (!value.is_map())
    return fault(value, "`patternProperties` is a group of patterns with a schema each");
  for (std::size_t i = 0; i < value.keys.size(); ++i) {
    const Subschema* schema = read_schema(value.children[i]);
    std::optional<Pattern> pattern = read_pattern(value.keys[i].name, value.keys[i].span);
    if (pattern) part.pattern_properties.emplace_back(std::move(*pattern), schema);
  }
}

void SchemaCompiler::read_dependent_required(const Node& value, Subschema& part) {
  if (!value.is_map())
    return fault(value, "`dependentRequired` is a group of names with a list of names each");
  for (std::size_t i = 0; i < value.keys.size(); ++i)
    part.dependent_required.emplace_back(value.keys[i].name, read_texts(value.children[i]));
}

void SchemaCompiler::read_properties(const Node& value, Subschema& part) {
  part.properties = read_schema_map(value);
  if (!value.is_map()) return;
  for (const content::Key& key : value.keys)
    if (const Subschema* schema = part.property(key.name); schema != nullptr) {
      if (schema->words.publish) part.publish_required.push_back(key.name);
    }
}

void SchemaCompiler::read_facet(const Node& value, Subschema& part) {
  if (value.kind == Node::Kind::boolean) return;
  if (!value.is_map())
    return fault(value, "`x-facet` is a group such as `{flag: country, plural: countries}`");
  const std::vector<std::string> known = {"flag", "plural"};
  for (std::size_t i = 0; i < value.keys.size(); ++i) {
    const content::Key& key = value.keys[i];
    if (std::find(known.begin(), known.end(), key.name) == known.end())
      add_schema_fault(found_, "E405", part.resource->path, key.span,
                       "unknown field `" + key.name + "` of `x-facet`",
                       did_you_mean(nearest(known, key.name)));
    else if (!is_slug(value.children[i].scalar()))
      fault(value.children[i], "`" + key.name + "` of `x-facet` is a lower-case word");
  }
  part.words.flag = value.text_of("flag");
}

}  // namespace baraza::check
