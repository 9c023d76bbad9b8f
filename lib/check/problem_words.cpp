#include "check/problem_words.hpp"

#include <utility>

#include "base/text.hpp"
#include "check/problem_parts.hpp"
#include "check/scalar_edit.hpp"
#include "check/schema_keys.hpp"

namespace baraza::check {

using content::Node;

namespace {

Words words_of(const Problem& problem, const Node& root, const std::string& path) {
  switch (problem.failure) {
    case Failure::type:
      return words_of_type(problem);
    case Failure::constant:
    case Failure::choice:
      return words_of_value(problem);
    case Failure::minimum:
    case Failure::maximum:
    case Failure::above:
    case Failure::below:
    case Failure::multiple_of:
      return words_of_number(problem);
    case Failure::shortest:
    case Failure::longest:
      return words_of_length(problem);
    case Failure::pattern:
    case Failure::format:
      return words_of_form(problem, root);
    case Failure::fewest_items:
    case Failure::most_items:
    case Failure::extra_item:
    case Failure::fewest_keys:
    case Failure::most_keys:
      return words_of_size(problem);
    case Failure::unique_items:
      return words_of_repeat(problem, path);
    case Failure::required:
    case Failure::publish:
    case Failure::dependent:
      return words_of_missing(problem);
    case Failure::unknown_key:
    case Failure::key_name:
      return words_of_key(problem);
    case Failure::no_branch:
    case Failure::several_branches:
      return words_of_union(problem);
    case Failure::contains:
    case Failure::most_contained:
      return words_of_contents(problem);
    case Failure::negated:
    case Failure::never:
      break;
  }
  return words_of_ban(problem, path);
}

std::string_view keyword_of(Failure failure) {
  switch (failure) {
    case Failure::pattern:
      return "pattern";
    case Failure::negated:
      return "not";
    case Failure::contains:
      return "contains";
    case Failure::most_contained:
      return "maxContains";
    default:
      return {};
  }
}

}  // namespace

std::string quoted(std::string_view text) { return "`" + shorten(text, 60) + "`"; }

bool is_alike(std::string_view a, std::string_view b) {
  const auto loosely = [](std::string_view text) {
    std::string plain = to_lower(text);
    std::erase_if(plain, [](char c) { return c == '-' || c == '_' || c == ' '; });
    return plain;
  };
  return loosely(a) == loosely(b);
}

std::string list_of(const std::vector<std::string>& values, std::string_view last_word) {
  std::string text;
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (i > 0) text += i + 1 == values.size() ? " " + std::string(last_word) + " " : ", ";
    text += "`" + values[i] + "`";
  }
  return text;
}

std::string amount_that(std::size_t number, std::string_view what) {
  return std::to_string(number) + (number == 1 ? " is " : " are ") + std::string(what);
}

bool is_scalar(const Node& node) { return !node.is_list() && !node.is_map(); }

std::string singular(std::string_view plural) {
  const auto ends = [plural](std::string_view end) {
    return plural.size() > end.size() && plural.substr(plural.size() - end.size()) == end;
  };
  if (plural == "bases") return "basis";
  if (plural == "lenses") return "lens";
  if (ends("ies") && plural.size() > 4)
    return std::string(plural.substr(0, plural.size() - 3)) + "y";
  if (!ends("s") || ends("ss") || ends("us") || ends("is")) return std::string(plural);
  return std::string(plural.substr(0, plural.size() - 1));
}

std::string description_of(const Subschema& schema, const std::string& key) {
  for (const Subschema* property : properties_named(schema, key)) {
    std::string text = property->node->text_of("description");
    if (!text.empty() && text.back() == '.') text.pop_back();
    if (!text.empty()) return text;
  }
  return {};
}

std::string sample_of(const std::vector<const Subschema*>& values) {
  for (const Subschema* value : values) {
    const Node* examples = value->node->find("examples");
    if (examples != nullptr && !examples->children.empty())
      return as_flow(examples->children.front());
    if (value->choices != nullptr && !value->choices->empty())
      return as_flow(value->choices->front());
  }
  return "...";
}

std::string subject_of(const Location& at) {
  if (at.field.empty()) return at.item ? "an item" : "this";
  return at.item ? "an item of `" + at.field + "`" : "`" + at.field + "`";
}

Span span_of(const Location& at) { return at.node->span.line == 0 ? at.key : at.node->span; }

Diagnostic to_finding(const Problem& problem, const Node& root, const std::string& path) {
  Words words = words_of(problem, root, path);
  // What the schema's author says helps most, unless the value itself tells more.
  if (!words.exact && !problem.message.empty() && words.message != problem.message)
    words.hint = problem.message;
  Diagnostic finding;
  finding.rule = std::move(words.rule);
  finding.message = std::move(words.message);
  finding.hint = std::move(words.hint);
  finding.where = {.path = path,
                   .span = words.span.line == 0 ? span_of(problem.at) : words.span};
  finding.notes = std::move(words.notes);
  finding.edits = std::move(words.edits);
  const Node* draft = root.find("draft");
  if (problem.failure == Failure::publish && draft != nullptr && draft->boolean)
    finding.severity = Severity::hint;
  const Span rule = problem.schema->span_of(keyword_of(problem.failure));
  if (words.needs_rule && rule.line > 0)
    finding.notes.push_back({{problem.schema->resource->path, rule}, "the rule is here"});
  return finding;
}

}  // namespace baraza::check
