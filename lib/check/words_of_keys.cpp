// Keys that are missing, and keys that nobody knows.
#include <string>
#include <utility>
#include <vector>

#include "base/text.hpp"
#include "check/problem_parts.hpp"
#include "check/problem_words.hpp"
#include "check/scalar_edit.hpp"
#include "check/schema_keys.hpp"

namespace baraza::check {
namespace {

// A line of its own below, or the end of what stands in braces.
std::string where_to_write(const content::Node& map, const std::string& field) {
  const Span& first = map.keys.front().span;
  const bool braces = map.span.line < first.line || map.span.column < first.column;
  return braces ? "write `, " + field + "` before the `}`" : "write it as `" + field + "`";
}

// The list of terms that the key's text is of, if it is of one.
std::string vocabulary_of(const Subschema& schema, const std::string& key) {
  const Subschema* property = schema.property(key);
  if (property == nullptr) return {};
  const std::string& own = property->words.vocabulary;
  return own.empty() && property->items != nullptr ? property->items->words.vocabulary : own;
}

bool takes_only(const std::vector<const Subschema*>& values, unsigned types) {
  unsigned taken = 0;
  for (const Subschema* value : values)
    for (const Subschema* part : same_value_parts(*value)) taken |= part->types;
  return taken != 0 && (taken & ~types) == 0;
}

// `title:Wells: a story`, read as the key `title:Wells`: a space after the first colon, and
// what follows it as one text, in quotes for the sake of the second. Only where the key and the
// value stand in one line with a space between them, both without quotes.
std::vector<Edit> split_key(const content::Key& key, const content::Node& value,
                            std::size_t colon) {
  const Span& name = key.span;
  const Span& rest = value.span;
  const auto width = [](const Span& span) {
    return static_cast<std::size_t>(span.end_column - span.column);
  };
  const bool plain = value.plain && (value.is_text() || value.is_number()) &&
                     count_characters(value.text) == width(rest) &&
                     count_characters(key.name) == width(name);
  const bool beside = name.line > 0 && name.line == rest.line && rest.line == rest.end_line &&
                      name.end_column + 2 == rest.column;
  if (!plain || !beside) return {};
  const auto skipped = static_cast<int>(count_characters(key.name.substr(0, colon + 1)));
  return {{.span = {name.line, name.column + skipped, name.line, rest.end_column},
           .text = " " + as_yaml(key.name.substr(colon + 1) + ": " + value.text)}};
}

}  // namespace

Words words_of_missing(const Problem& problem) {
  const bool publish = problem.failure == Failure::publish;
  Words words{.rule = publish ? "E213" : "E201", .span = problem.at.key};  // missing-key
  const std::string key = "`" + problem.name + "`";
  if (problem.failure == Failure::dependent)
    words.message = "`" + problem.because + "` needs " + key + " beside it";
  else if (publish)
    words.message = key + " is missing, which a published record must have";
  else if (problem.at.field.empty() && !problem.at.item)
    words.message = key + " is missing";
  else if (problem.at.item && !problem.at.field.empty())
    words.message = "this " + singular(problem.at.field) + " has no " + key;
  else
    words.message = subject_of(problem.at) + " has no " + key;
  words.hint = description_of(*problem.schema, problem.name);
  const std::string list = vocabulary_of(*problem.schema, problem.name);
  const std::string sample = sample_of(properties_named(*problem.schema, problem.name));
  const std::string dots = list.empty() ? sample : "...";
  if ((sample != "..." || !list.empty()) && !problem.at.node->keys.empty())
    words.hint += (words.hint.empty() ? "" : "; ") +
                  where_to_write(*problem.at.node, problem.name + ": " + dots);
  if (!list.empty())
    words.hint += ", with a term of the list that `baraza schema vocabularies/" + list +
                  "` prints" + (sample == "..." ? "" : ", for example `" + sample + "`");
  if (problem.failure == Failure::dependent)
    if (const content::Key* reason = problem.at.node->find_key(problem.because))
      words.span = reason->span;
  return words;
}

Words words_of_key(const Problem& problem) {
  const content::Key& key = problem.at.node->keys[problem.index];
  Words words{.rule = "E202", .span = key.span};  // unknown-key
  if (problem.failure == Failure::key_name) {
    words.rule = "E206";
    words.message = "the key " + quoted(key.name) + " does not have the right form";
    words.needs_rule = problem.message.empty();
    return words;
  }
  words.message = "unknown field " + quoted(key.name);
  words.exact = true;
  const KeyAdvice& advice = problem.advice;
  words.hint = advice.hint;
  if (advice.here.empty()) return words;
  if (advice.tight_colon > 0) {
    words.hint = "write `" + advice.here.front() + ": `, with a space after the colon";
    words.edits = split_key(key, problem.at.node->children[problem.index], advice.tight_colon);
    return words;
  }
  words.hint = did_you_mean(advice.here);
  const std::string& first = advice.here.front();
  const content::Node& value = problem.at.node->children[problem.index];
  const bool list = advice.here.size() == 1 && value.is_text() &&
                    takes_only(properties_named(*problem.schema, first), type_list);
  if (list)
    words.hint = "did you mean `" + first + "`? that is a list, in brackets: `" + first +
                 ": [" + as_yaml(shorten(value.text, 60)) + "]`";
  const content::Key* there = problem.at.node->find_key(first);
  if (advice.here.size() == 1 && there != nullptr)
    words.hint = "`" + first + "` is in line " + std::to_string(there->span.line) +
                 " already: keep what you want to say under that name, and take the other out";
  if (advice.only_spelling) words.edits = {{.span = key.span, .text = as_yaml(first)}};
  return words;
}

}  // namespace baraza::check
