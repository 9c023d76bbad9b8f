// Values of another kind than the schema wants, and how they would look as it wants them.
#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>

#include "base/text.hpp"
#include "check/advice.hpp"
#include "check/problem_parts.hpp"
#include "check/problem_words.hpp"
#include "check/scalar_edit.hpp"
#include "check/schema_keys.hpp"
#include "language/slug.hpp"

namespace baraza::check {

using content::Node;

namespace {

constexpr std::size_t longest_example = 40;

std::string types_in_words(unsigned types) {
  static constexpr std::array<std::pair<unsigned, std::string_view>, 7> names = {{
      {type_text, "text"},
      {type_list, "a list"},
      {type_map, "a group of fields"},
      {type_integer, "a whole number"},
      {type_number, "a number"},
      {type_boolean, "`true` or `false`"},
      {type_null, "nothing"},
  }};
  if ((types & type_number) != 0) types &= ~static_cast<unsigned>(type_integer);
  std::vector<std::string> words;
  for (const auto& [bit, name] : names)
    if ((types & bit) != 0) words.emplace_back(name);
  std::string text;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0) text += i + 1 == words.size() ? " or " : ", ";
    text += words[i];
  }
  return text;
}

// A value as it should be: said to the writer, and put there where nothing else can be meant.
struct Mend {
  std::string hint = {};
  std::vector<Edit> edits = {};
};

bool takes_only(const Subschema& schema, unsigned types) {
  unsigned taken = 0;
  for (const Subschema* part : same_value_parts(schema)) taken |= part->types;
  return taken != 0 && (taken & ~types) == 0;
}

// One value without parts, as far as is known.
bool takes_scalar(const Subschema& schema) {
  return takes_only(schema, type_text | type_number | type_integer);
}

// Does the schema take ids and terms, which hold no comma?
bool takes_ids(const Subschema& schema) {
  const auto parts = same_value_parts(schema);
  return std::any_of(parts.begin(), parts.end(), [](const Subschema* part) {
    return !part->words.vocabulary.empty() || !part->words.ref.empty() ||
           (part->format != nullptr && part->format->name == "slug");
  });
}

// The one key that has to be there, if it takes a text: `{name: Amina Otieno}`.
std::string only_text_key(const Subschema& schema) {
  const std::vector<std::string> required = required_keys(schema);
  if (required.size() != 1) return {};
  const std::vector<const Subschema*> values = properties_named(schema, required.front());
  const bool text = std::any_of(values.begin(), values.end(), [](const Subschema* value) {
    return takes_only(*value, type_text);
  });
  return text ? required.front() : std::string();
}

// A text given where a group of fields is wanted, with the text where it likely belongs.
std::string as_keys(const Subschema& schema, std::string_view text) {
  std::string keys;
  bool placed = false;
  for (const std::string& key : required_keys(schema)) {
    const auto values = properties_named(schema, key);
    std::string value = sample_of(values);
    if (key == "id" && !language::slugify(text).empty()) {
      value = shorten(language::slugify(text), longest_example);
    } else if (!placed && value == "...") {
      placed = std::any_of(values.begin(), values.end(),
                           [](const Subschema* part) { return takes_scalar(*part); });
      if (placed) value = shorten(text, longest_example);
    }
    keys.append(keys.empty() ? "" : ", ").append(key).append(": ").append(value);
  }
  return keys;
}

// A group of keys that the schema's author gives as an example.
const Node* example_of(const Subschema& schema) {
  for (const Subschema* part : same_value_parts(schema)) {
    const Node* examples = part->node->find("examples");
    if (examples != nullptr && examples->is_list() && !examples->children.empty() &&
        examples->children.front().is_map())
      return &examples->children.front();
  }
  return nullptr;
}

const Subschema* item_schema(const Subschema& schema) {
  for (const Subschema* part : same_value_parts(schema))
    if (part->items != nullptr) return part->items;
  return nullptr;
}

// `countries: kenya`, `sectors: education, health`, `authors: Amina Otieno`.
Mend mend_to_list(const Problem& problem) {
  const Node& node = *problem.at.node;
  const std::string text = node.scalar();
  const Subschema* items = item_schema(*problem.schema);
  const std::string field = problem.at.field;
  if (items != nullptr && takes_only(*items, type_map)) {
    const std::string keys = as_keys(*items, text);
    Mend mend{.hint = "write `" + field + ": [{" + (keys.empty() ? "..." : keys) + "}]`"};
    if (const std::string key = only_text_key(*items); !key.empty())
      mend.edits = replace_by(node, "[{" + key + ": " + as_yaml(text) + "}]");
    return mend;
  }
  if (!node.is_text()) return {.hint = "write `" + field + ": [" + text + "]`"};
  const bool ids = items != nullptr && takes_ids(*items);
  std::vector<std::string> parts;
  const char comma = text.find(',') == std::string::npos ? ';' : ',';
  for (const std::string_view part : split(text, comma))
    if (!trim(part).empty()) parts.emplace_back(as_yaml(trim(part)));
  const std::string list = "[" + join(parts, ", ") + "]";
  const std::string shown =
      list.size() > 2 * longest_example ? "[" + shorten(text, longest_example) + "]" : list;
  Mend mend{.hint = "write `" + field + ": " + shown + "`"};
  // A text may hold a comma itself; then nobody but its writer knows.
  if ((ids || parts.size() == 1) && !parts.empty()) mend.edits = replace_by(node, list);
  return mend;
}

// A line to copy: the field with its value, or the value alone in a list.
std::string write_as(const Problem& problem, const std::string& value,
                     const std::string& lead = "write ") {
  const bool named = !problem.at.item && !problem.at.field.empty();
  return lead + "`" + (named ? problem.at.field + ": " : std::string()) + value + "`";
}

// What the schema tells writers of each field of an example.
std::string what_they_are(const Subschema& schema, const Node& example) {
  std::string text;
  for (const content::Key& key : example.keys) {
    const std::string told = description_of(schema, key.name);
    if (!told.empty()) text += "; `" + key.name + "`: " + told;
  }
  return text;
}

// `period: 2014-2016`, `authors: [Amina Otieno]`, `stage: pilot`.
Mend mend_to_keys(const Problem& problem) {
  const Node& node = *problem.at.node;
  const std::string text = node.scalar();
  const Subschema& schema = *problem.schema;
  const bool is_period =
      !properties_named(schema, "start").empty() && !properties_named(schema, "end").empty();
  const YearRange years = is_period ? read_years(text) : YearRange{};
  if (years.known()) {
    const std::string keys =
        "{start: " + years.start +
        (years.end.empty() ? ", ongoing: true}" : ", end: " + years.end + "}");
    return {.hint = write_as(problem, keys), .edits = replace_by(node, keys)};
  }
  if (is_period && is_edtf_date(text))
    return {.hint = write_as(problem, "{start: " + text + ", end: ...}") +
                    ", or `{start: " + text + ", ongoing: true}` while it goes on"};
  if (const std::string key = only_text_key(schema); !key.empty() && node.is_text()) {
    const std::string keys = "{" + key + ": " + as_yaml(text) + "}";
    return {.hint = write_as(problem, keys), .edits = replace_by(node, keys)};
  }
  if (const Node* example = example_of(schema); example != nullptr)
    return {.hint = write_as(problem, as_flow(*example), "write it like ") +
                    what_they_are(schema, *example)};
  const std::string keys = as_keys(schema, text);
  return {.hint = keys.empty() ? "" : write_as(problem, "{" + keys + "}")};
}

// What was written, without the brackets or the quotes that make it another kind.
Mend mend_to_text(const Problem& problem) {
  const Node& node = *problem.at.node;
  if (is_scalar(node)) {
    const std::string as_text = "\"" + shorten(node.scalar(), longest_example) + "\"";
    Mend mend{.hint = "put it in quotes: `" + as_text + "`"};
    // `True` is read as `true`, and nobody knows here which was written.
    if (node.is_number()) mend.edits = replace_by(node, "\"" + node.text + "\"");
    return mend;
  }
  if (node.is_map())
    return {.hint = "one text is wanted here; if it begins with `{`, put all of it in quotes"};
  if (node.children.size() != 1 || !is_scalar(node.children[0]))
    return {.hint = "one text is wanted here; if it begins with `[`, put all of it in quotes"};
  Mend mend{.hint = "take the brackets or the dash away"};
  if (node.children[0].is_text()) mend.edits = replace_by(node, as_yaml(node.children[0].text));
  return mend;
}

Mend mend_to_number(const Problem& problem) {
  const Node& node = *problem.at.node;
  const Advice advice = advise_number(node.text);
  const bool whole = (problem.types & type_number) == 0;
  const bool fits = !whole || advice.better.find('.') == std::string::npos;
  if (!advice.hint.empty()) return {.hint = advice.hint};
  if (advice.better.empty() || !fits)
    return {.hint = "a number is written in digits alone, without quotes"};
  if (advice.better == trim(node.text))
    return {.hint = "take the quotes away: `" + advice.better + "`",
            .edits = replace_by(node, advice.better)};
  Mend mend{.hint = "a number is written in digits alone: `" + advice.better + "`"};
  if (advice.certain) mend.edits = replace_by(node, advice.better);
  return mend;
}

// Takes the brackets of a list away that holds one item, all in one line.
std::vector<Edit> without_brackets(const Node& list) {
  const Span& outer = list.span;
  const Span& inner = list.children[0].span;
  const bool brackets = outer.line > 0 && outer.line == outer.end_line &&
                        inner.column > outer.column && inner.end_column < outer.end_column;
  if (!brackets) return {};
  return {{.span = {outer.line, outer.column, outer.line, inner.column}, .text = ""},
          {.span = {outer.line, inner.end_column, outer.line, outer.end_column}, .text = ""}};
}

// A list of the one group of keys that is wanted: `period: [{start: 2014, end: 2016}]`.
bool is_one_of_it(const Node& list, const Subschema& schema) {
  if (!list.is_list() || list.children.size() != 1 || !list.children[0].is_map()) return false;
  const std::vector<content::Key>& keys = list.children[0].keys;
  return std::all_of(keys.begin(), keys.end(), [&](const content::Key& key) {
    return !properties_named(schema, key.name).empty();
  });
}

// `[{name: Amina Otieno}]`, without the values where they are long.
std::string in_brackets(const Node& map) {
  const std::string whole = "[" + as_flow(map) + "]";
  return whole.size() <= 2 * longest_example ? whole : "[{" + map.keys[0].name + ": ...}]";
}

// `authors: {name: Amina Otieno}`, or the same below it, where each author is an item of a
// list.
Mend mend_to_item(const Node& map) {
  const Span& outer = map.span;
  const Span& first = map.keys[0].span;
  const Node& value = map.children[0];
  const bool braces = outer.line < first.line || outer.column < first.column;
  if (braces)
    return {
        .hint = "put brackets round the braces: `" + in_brackets(map) + "`",
        .edits = {{.span = {outer.line, outer.column, outer.line, outer.column}, .text = "["},
                  {.span = {outer.end_line, outer.end_column, outer.end_line, outer.end_column},
                   .text = "]"}}};
  const std::string line =
      std::string(static_cast<std::size_t>(std::max(first.column, 1)) - 1, ' ') + "- " +
      map.keys[0].name + ":" +
      (is_scalar(value) ? " " + shorten(as_flow(value), longest_example) : "");
  Mend mend{.hint = "put a dash and a space before `" + map.keys[0].name + "`: `" + line + "`"};
  const Span place = {first.line, first.column, first.line, first.column};
  if (map.keys.size() > 1)
    mend.hint += ", and two spaces more before each of its other fields";
  else if (is_scalar(value) && value.span.end_line == first.line)
    mend.edits = {{.span = place, .text = "- "}};
  return mend;
}

Mend mend_of(const Problem& problem) {
  const Node& node = *problem.at.node;
  const unsigned types = problem.types;
  const bool scalar = is_scalar(node);
  if (node.kind == Node::Kind::null)
    return {.hint = "write it after the colon, or take the line out"};
  if ((types & type_boolean) != 0 && node.is_text()) {
    const std::string flag = read_yes_or_no(node.text);
    if (!flag.empty())
      return {.hint = "write `" + flag + "`, without quotes", .edits = replace_by(node, flag)};
  }
  if (types == type_boolean && scalar) return {.hint = "write `true` or `false`"};
  if ((types & type_list) != 0 && scalar && !problem.at.item) return mend_to_list(problem);
  if ((types & type_list) != 0 && node.is_map() && !node.keys.empty())
    return mend_to_item(node);
  if ((types & type_text) != 0) return mend_to_text(problem);
  if ((types & (type_number | type_integer)) != 0 && node.is_text())
    return mend_to_number(problem);
  if ((types & (type_number | type_integer)) == type_integer && node.is_number())
    return {.hint = "leave the fraction out"};
  if ((types & type_map) != 0 && scalar) return mend_to_keys(problem);
  if ((types & type_map) != 0 && is_one_of_it(node, *problem.schema))
    return {.hint = "it is no list: take the dash or the brackets away",
            .edits = without_brackets(node)};
  if (types == type_map && node.is_list()) {
    const std::string keys = join(required_keys(*problem.schema), ": ..., ");
    return {.hint = keys.empty() ? "" : write_as(problem, "{" + keys + ": ...}")};
  }
  return {};
}

}  // namespace

Words words_of_type(const Problem& problem) {
  const Node& node = *problem.at.node;
  Words words{.rule = "E204"};  // wrong-type
  if (node.kind == Node::Kind::null)
    words.message = subject_of(problem.at) + " has no value";
  else
    words.message = subject_of(problem.at) + " is " + std::string(name_of(node.kind)) +
                    ", and should be " + types_in_words(problem.types);
  Mend mend = mend_of(problem);
  words.hint = std::move(mend.hint);
  words.edits = std::move(mend.edits);
  words.exact = !words.hint.empty();
  if (node.is_list() || node.is_map()) words.span = problem.at.key;
  return words;
}

}  // namespace baraza::check
