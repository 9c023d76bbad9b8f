#include "check/problem_words.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "base/text.hpp"

namespace baraza::check {

using content::Node;

namespace {

std::string quoted(std::string_view text) { return "`" + shorten(text, 60) + "`"; }

std::string list_of(const std::vector<std::string>& values, std::string_view last_word) {
  std::string text;
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (i > 0) text += i + 1 == values.size() ? " " + std::string(last_word) + " " : ", ";
    text += "`" + values[i] + "`";
  }
  return text;
}

// What a problem becomes: filled in by the functions below, one for each kind of failure.
struct Words {
  std::string rule = {};
  std::string message = {};
  std::string hint = {};
  Span span = {};
  bool points_to_rule = false;  // the schema's own words help
};

std::string types_in_words(unsigned types) {
  static constexpr std::array<std::pair<unsigned, std::string_view>, 7> names = {{
      {type_text, "text"},
      {type_list, "a list"},
      {type_map, "a group of keys"},
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

// How the value there would look as it should be, where that is sure.
std::string type_hint(const Problem& problem) {
  const Node& node = *problem.at.node;
  const std::string& field = problem.at.field;
  const bool scalar = !node.is_list() && !node.is_map();
  if (node.kind == Node::Kind::null) return "write it after the colon, or take the line out";
  if ((problem.types & type_list) != 0 && scalar && !problem.at.item)
    return "a list has brackets: `" + field + ": [" + shorten(node.scalar(), 40) + "]`";
  if ((problem.types & type_text) != 0 && scalar)
    return "put it in quotes: `\"" + shorten(node.scalar(), 40) + "\"`";
  if ((problem.types & (type_number | type_integer)) != 0 && node.is_text())
    return "a number is written in digits alone, without quotes";
  if (problem.types == type_map && !problem.schema->required.empty())
    return "it has keys of its own: `{" + join(problem.schema->required, ": ..., ") + ": ...}`";
  if ((problem.types & type_text) != 0 && node.is_list() && node.children.size() == 1)
    return "take the brackets or the dash away";
  return {};
}

Words type_words(const Problem& problem) {
  const Node& node = *problem.at.node;
  Words words{.rule = "E204"};  // wrong-type
  if (node.kind == Node::Kind::null)
    words.message = subject_of(problem.at) + " has no value";
  else
    words.message = subject_of(problem.at) + " is " + std::string(name_of(node.kind)) +
                    ", and should be " + types_in_words(problem.types);
  words.hint = type_hint(problem);
  if (node.is_list() || node.is_map()) words.span = problem.at.key;
  return words;
}

Words value_words(const Problem& problem) {
  Words words{.rule = "E210"};  // not-allowed-value
  const std::string value = problem.at.node->scalar();
  const std::string given =
      value.empty() ? std::string(name_of(problem.at.node->kind)) : quoted(value);
  if (problem.failure == Failure::constant || problem.known.size() == 1) {
    words.message = subject_of(problem.at) + " is " + given;
    const std::string& wanted = problem.known.front();
    words.message +=
        wanted.empty() ? ", which is not allowed here" : ", and should be `" + wanted + "`";
    return words;
  }
  words.message = subject_of(problem.at) + " cannot be " + given;
  words.hint = did_you_mean(nearest(problem.known, value));
  if (words.hint.empty() && problem.message.empty() && problem.known.size() <= 12)
    words.hint = "it is one of " + list_of(problem.known, "or");
  return words;
}

Words number_words(const Problem& problem) {
  Words words{.rule = "E207"};  // number-range
  const Subschema& schema = *problem.schema;
  words.message = subject_of(problem.at) + " is " + problem.at.node->text;
  switch (problem.failure) {
    case Failure::minimum:
      words.message += "; the least allowed is " + schema.minimum->text();
      break;
    case Failure::maximum:
      words.message += "; the most allowed is " + schema.maximum->text();
      break;
    case Failure::above:
      words.message += "; it must be more than " + schema.above->text();
      break;
    case Failure::below:
      words.message += "; it must be less than " + schema.below->text();
      break;
    default:
      words.message += ", which is no multiple of " + schema.multiple_of->text();
  }
  return words;
}

Words length_words(const Problem& problem) {
  Words words{.rule = "E205"};  // text-length
  const std::size_t characters = count_characters(problem.at.node->text);
  words.message =
      subject_of(problem.at) + " has " + counted(characters, "character", "characters") + "; ";
  if (problem.failure == Failure::longest)
    words.message += std::to_string(problem.schema->longest) + " are allowed";
  else
    words.message += "at least " + std::to_string(problem.schema->shortest) + " are needed";
  return words;
}

Words form_words(const Problem& problem) {
  Words words{.rule = "E206"};  // text-form
  const std::string& text = problem.at.node->text;
  const Format* format = problem.schema->format;
  if (trim(text).empty()) {
    words.message = subject_of(problem.at) + " is empty";
    return words;
  }
  if (format == nullptr) {
    words.message =
        subject_of(problem.at) + " is " + quoted(text) + ", which does not have the right form";
    words.points_to_rule = problem.message.empty();
    return words;
  }
  words.message = quoted(text) + " is not " + std::string(format->noun);
  words.hint = problem.message.empty() ? format->hint : problem.message;
  if (format->holds == is_edtf_date || format->holds == is_date) {
    const std::string reason = impossible_date(text);
    if (!reason.empty()) {
      words.message = "there is no day " + quoted(text);
      words.hint = reason;
    }
  }
  const char digit = format->holds == is_orcid ? orcid_check_digit(text) : '\0';
  if (digit != '\0') {
    words.message += std::string(": with these digits the last would be `") + digit + "`";
    words.hint = "copy it again from the author's page";
  }
  return words;
}

// From the first item that is too much to the last.
Span surplus_span(const Node& list, std::size_t allowed) {
  Span span = list.children[allowed].span;
  span.end_line = list.children.back().span.end_line;
  span.end_column = list.children.back().span.end_column;
  return span;
}

Words size_words(const Problem& problem) {
  Words words{.rule = "E208", .span = problem.at.key};  // list-length
  const Subschema& schema = *problem.schema;
  const Node& node = *problem.at.node;
  const std::size_t size = node.children.size();
  const bool keys = node.is_map();
  words.message =
      subject_of(problem.at) +
      (size == 0 ? " is empty"
                 : " has " + counted(size, keys ? "key" : "item", keys ? "keys" : "items"));
  switch (problem.failure) {
    case Failure::fewest_items:
      words.message += "; at least " + std::to_string(schema.fewest_items) +
                       (schema.fewest_items == 1 ? " is needed" : " are needed");
      break;
    case Failure::most_items:
      words.message += "; " + std::to_string(schema.most_items) +
                       (schema.most_items == 1 ? " is allowed" : " are allowed");
      words.span = surplus_span(node, schema.most_items);
      break;
    case Failure::extra_item:
      words.message += "; " + std::to_string(problem.index) +
                       (problem.index == 1 ? " is allowed" : " are allowed");
      words.span = surplus_span(node, problem.index);
      break;
    case Failure::fewest_keys:
      words.message += "; at least " + std::to_string(schema.fewest_keys) +
                       (schema.fewest_keys == 1 ? " is needed" : " are needed");
      break;
    default:
      words.message += "; " + std::to_string(schema.most_keys) +
                       (schema.most_keys == 1 ? " is allowed" : " are allowed");
  }
  return words;
}

Words twice_words(const Problem& problem) {
  Words words{.rule = "E209"};  // listed-twice
  const Node& item = problem.at.node->children[problem.index];
  const std::string value = item.scalar();
  words.message = (value.empty() ? "an item of " + subject_of(problem.at) : quoted(value)) +
                  " is listed twice";
  words.hint = "take one of the two out";
  words.span = item.span;
  return words;
}

// The text that a schema has for writers about a key, without its full stop.
std::string description_of(const Subschema& schema, const std::string& key) {
  const Subschema* property = schema.property(key);
  if (property == nullptr) return {};
  std::string text = property->node->text_of("description");
  if (!text.empty() && text.back() == '.') text.pop_back();
  return text;
}

Words missing_words(const Problem& problem) {
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
  return words;
}

Words key_words(const Problem& problem) {
  const content::Key& key = problem.at.node->keys[problem.index];
  Words words{.rule = "E202", .span = key.span};  // unknown-key
  if (problem.failure == Failure::key_name) {
    words.rule = "E206";
    words.message = "the key " + quoted(key.name) + " does not have the right form";
    words.points_to_rule = problem.message.empty();
    return words;
  }
  words.message = "unknown key " + quoted(key.name);
  words.hint = did_you_mean(nearest_keys(problem));
  if (words.hint.empty() && !problem.known.empty() && problem.known.size() <= 10)
    words.hint = "the keys here are " + list_of(problem.known, "and");
  return words;
}

Words union_words(const Problem& problem) {
  Words words{.rule = "E211", .span = problem.at.key};  // no-form-fits
  if (!problem.at.node->is_list() && !problem.at.node->is_map()) words.span = {};
  const std::string value = problem.at.node->scalar();
  const std::string what =
      subject_of(problem.at) + (value.empty() ? "" : " is " + quoted(value) + ", which");
  if (problem.failure == Failure::several_branches)
    words.message = what + " fits several of the forms it may have, and only one is allowed";
  else if (!problem.known.empty())
    words.message = subject_of(problem.at) + " has none of " + list_of(problem.known, "and");
  else
    words.message = what + " fits none of the forms it may have";
  words.points_to_rule = problem.message.empty();
  return words;
}

Words other_words(const Problem& problem) {
  Words words{.rule = "E212", .span = problem.at.key};  // not-allowed
  const bool scalar = !problem.at.node->is_list() && !problem.at.node->is_map();
  if (scalar && problem.at.node->kind != Node::Kind::null) words.span = {};
  words.points_to_rule = true;
  if (!problem.message.empty())
    words.message = problem.message;
  else if (problem.failure == Failure::never)
    words.message = subject_of(problem.at) + " may not stand here";
  else if (problem.failure == Failure::contains)
    words.message = subject_of(problem.at) + " lacks an item that it must have";
  else if (problem.failure == Failure::most_contained)
    words.message = subject_of(problem.at) + " has too many items of one sort";
  else
    words.message = subject_of(problem.at) + " is what its schema rules out";
  return words;
}

Words words_of(const Problem& problem) {
  switch (problem.failure) {
    case Failure::type:
      return type_words(problem);
    case Failure::constant:
    case Failure::choice:
      return value_words(problem);
    case Failure::minimum:
    case Failure::maximum:
    case Failure::above:
    case Failure::below:
    case Failure::multiple_of:
      return number_words(problem);
    case Failure::shortest:
    case Failure::longest:
      return length_words(problem);
    case Failure::pattern:
    case Failure::format:
      return form_words(problem);
    case Failure::fewest_items:
    case Failure::most_items:
    case Failure::extra_item:
    case Failure::fewest_keys:
    case Failure::most_keys:
      return size_words(problem);
    case Failure::unique_items:
      return twice_words(problem);
    case Failure::required:
    case Failure::publish:
    case Failure::dependent:
      return missing_words(problem);
    case Failure::unknown_key:
    case Failure::key_name:
      return key_words(problem);
    case Failure::no_branch:
    case Failure::several_branches:
      return union_words(problem);
    default:
      return other_words(problem);
  }
}

// Does the finding's own hint help more than what the schema's author says?
bool keeps_hint(const Problem& problem, const Words& words) {
  if (problem.message.empty() || words.message == problem.message) return true;
  const bool near = words.hint.substr(0, 12) == "did you mean";
  const bool exact = (problem.failure == Failure::format && !words.hint.empty()) ||
                     words.hint.substr(0, 16) == "put it in quotes";
  return near || exact || problem.at.node->kind == Node::Kind::null ||
         problem.failure == Failure::unknown_key;
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

std::string singular(std::string_view plural) {
  const auto ends = [plural](std::string_view end) {
    return plural.size() > end.size() && plural.substr(plural.size() - end.size()) == end;
  };
  if (plural == "bases") return "basis";
  if (ends("ies") && plural.size() > 4)
    return std::string(plural.substr(0, plural.size() - 3)) + "y";
  if (!ends("s") || ends("ss") || ends("us") || ends("is")) return std::string(plural);
  return std::string(plural.substr(0, plural.size() - 1));
}

std::vector<std::string> nearest_keys(const Problem& problem) {
  const Node& map = *problem.at.node;
  const std::string& word = map.keys[problem.index].name;
  std::vector<std::string> absent;
  for (const std::string& key : problem.known) {
    if (map.find_key(key) != nullptr) continue;
    if (singular(key) == word || key == singular(word)) return {key};
    absent.push_back(key);
  }
  std::vector<std::string> near = nearest(absent, word);
  return near.empty() ? nearest(problem.known, word) : near;
}

std::string subject_of(const Location& at) {
  if (at.field.empty()) return at.item ? "an item" : "this";
  return at.item ? "an item of `" + at.field + "`" : "`" + at.field + "`";
}

Span span_of(const Location& at) { return at.node->span.line == 0 ? at.key : at.node->span; }

Diagnostic to_finding(const Problem& problem, const Node& root, const std::string& path) {
  Words words = words_of(problem);
  if (!keeps_hint(problem, words)) words.hint = problem.message;
  Diagnostic finding;
  finding.rule = std::move(words.rule);
  finding.message = std::move(words.message);
  finding.hint = std::move(words.hint);
  finding.where = {.path = path,
                   .span = words.span.line == 0 ? span_of(problem.at) : words.span};
  if (problem.failure == Failure::publish && root.find("draft") != nullptr &&
      root.find("draft")->boolean)
    finding.severity = Severity::hint;
  if (problem.failure == Failure::unique_items)
    finding.notes.push_back(
        {{path, problem.at.node->children[problem.other].span}, "first listed here"});
  const Span rule = problem.schema->span_of(keyword_of(problem.failure));
  if (words.points_to_rule && rule.line > 0)
    finding.notes.push_back({{problem.schema->resource->path, rule}, "the rule is here"});
  return finding;
}

}  // namespace baraza::check
