// Constants and choices, numbers, lengths and sizes.
#include <algorithm>
#include <utility>

#include "base/text.hpp"
#include "check/advice.hpp"
#include "check/problem_parts.hpp"
#include "check/problem_words.hpp"
#include "check/scalar_edit.hpp"

namespace baraza::check {

using content::Node;

namespace {

// Takes an item out of a list in one line, from the end of the one before it.
std::vector<Edit> without_item(const Node& list, std::size_t index) {
  if (index == 0 || list.span.line == 0 || list.span.line != list.span.end_line) return {};
  const Span& before = list.children[index - 1].span;
  const Span& item = list.children[index].span;
  return {{.span = {item.line, before.end_column, item.line, item.end_column}, .text = ""}};
}

// From the first item that is too much to the last.
Span surplus_span(const Node& list, std::size_t allowed) {
  Span span = list.children[allowed].span;
  span.end_line = list.children.back().span.end_line;
  span.end_column = list.children.back().span.end_column;
  return span;
}

// `yes` where the schema has `true`: the one that was meant, if it is allowed.
std::string meant_flag(const Problem& problem) {
  if (!problem.at.node->is_text()) return {};
  std::string flag = read_yes_or_no(problem.at.node->text);
  const bool allowed =
      std::find(problem.known.begin(), problem.known.end(), flag) != problem.known.end();
  const Node* constant = problem.schema->constant;
  const bool boolean = constant != nullptr ? constant->kind == Node::Kind::boolean : true;
  return allowed && boolean ? flag : std::string();
}

Words words_of_constant(const Problem& problem, const std::string& given) {
  Words words{.rule = "E210"};  // not-allowed-value
  const std::string& wanted = problem.known.front();
  const std::string flag = meant_flag(problem);
  const bool as_text = problem.at.node->scalar() == wanted;  // `"true"` for `true`
  words.message = subject_of(problem.at) + (as_text ? " is the text " : " is ") + given;
  words.message += wanted.empty() ? ", which is not allowed here"
                                  : ", and should be `" + shorten(wanted, 60) + "`";
  if (flag.empty()) return words;
  words.hint = "write `" + flag + "`, without quotes";
  words.edits = replace_by(*problem.at.node, flag);
  words.exact = true;
  return words;
}

// The one value of `known` that is the text but for letter case and what joins its words.
const std::string* same_value(const std::vector<std::string>& known, std::string_view text) {
  const std::string* same = nullptr;
  for (const std::string& one : known) {
    if (!is_alike(one, text)) continue;
    if (same != nullptr) return nullptr;
    same = &one;
  }
  return same;
}

}  // namespace

Words words_of_value(const Problem& problem) {
  const std::string value = problem.at.node->scalar();
  const std::string given =
      value.empty() ? std::string(name_of(problem.at.node->kind)) : quoted(value);
  if (problem.known.size() == 1) return words_of_constant(problem, given);
  Words words{.rule = "E210"};  // not-allowed-value
  words.message = subject_of(problem.at) + " cannot be " + given;
  const std::vector<std::string> near = nearest(problem.known, value);
  words.hint = did_you_mean(near);
  words.exact = !near.empty();
  const Node& node = *problem.at.node;
  if (const std::string* same = same_value(problem.known, value);
      same != nullptr && node.is_text())
    words.edits = replace_scalar(node, *same);
  if (words.hint.empty() && problem.message.empty() && !problem.known.empty() &&
      problem.known.size() <= 12)
    words.hint = "it is one of " + list_of(problem.known, "or");
  return words;
}

Words words_of_number(const Problem& problem) {
  Words words{.rule = "E207"};  // number-range
  const Subschema& schema = *problem.schema;
  const std::string& number = problem.at.node->text;
  // Digits alone may still be a date, `20160531`.
  if (schema.format != nullptr && schema.format->holds == is_edtf_date) {
    const Advice advice = advise_date(number, problem.at.field);
    words.rule = "E206";  // text-form
    words.message = quoted(number) + " is not how a date is written here";
    words.hint = advice.better.empty() ? advice.hint : "write `" + advice.better + "`";
    words.exact = !words.hint.empty();
    if (advice.certain) words.edits = replace_by(*problem.at.node, advice.better);
    return words;
  }
  words.message = subject_of(problem.at) + " is " + number;
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

Words words_of_length(const Problem& problem) {
  Words words{.rule = "E205"};  // text-length
  const std::size_t characters = count_characters(without_line_ends(problem.at.node->text));
  const Subschema& schema = *problem.schema;
  words.message =
      subject_of(problem.at) + " has " + counted(characters, "character", "characters") + "; ";
  if (problem.failure == Failure::longest) {
    words.message += amount_that(schema.longest, "allowed");
    if (problem.message.empty())
      words.hint =
          "shorten it by " + counted(characters - schema.longest, "character", "characters");
  } else {
    words.message += "at least " + amount_that(schema.shortest, "needed");
  }
  return words;
}

Words words_of_size(const Problem& problem) {
  Words words{.rule = "E208", .span = problem.at.key};  // list-length
  const Subschema& schema = *problem.schema;
  const Node& node = *problem.at.node;
  const std::size_t size = node.children.size();
  const bool keys = node.is_map();
  words.message =
      subject_of(problem.at) +
      (size == 0
           ? " is empty; "
           : " has " + counted(size, keys ? "key" : "item", keys ? "keys" : "items") + "; ");
  switch (problem.failure) {
    case Failure::fewest_items:
      words.message += "at least " + amount_that(schema.fewest_items, "needed");
      break;
    case Failure::most_items:
      words.message += amount_that(schema.most_items, "allowed");
      words.span = surplus_span(node, schema.most_items);
      break;
    case Failure::extra_item:
      words.message += amount_that(problem.index, "allowed");
      words.span = surplus_span(node, problem.index);
      break;
    case Failure::fewest_keys:
      words.message += "at least " + amount_that(schema.fewest_keys, "needed");
      break;
    default:
      words.message += amount_that(schema.most_keys, "allowed");
  }
  return words;
}

Words words_of_repeat(const Problem& problem, const std::string& path) {
  Words words{.rule = "E209"};  // listed-twice
  const Node& item = problem.at.node->children[problem.index];
  const std::string value = item.scalar();
  words.message = (value.empty() ? "an item of " + subject_of(problem.at) : quoted(value)) +
                  " is listed twice";
  words.hint = "take one of the two out";
  words.exact = true;
  words.span = item.span;
  words.edits = without_item(*problem.at.node, problem.index);
  words.notes.push_back(
      {{path, problem.at.node->children[problem.other].span}, "first listed here"});
  return words;
}

}  // namespace baraza::check
