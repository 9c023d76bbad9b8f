// Texts that lack the form they must have.
#include <algorithm>
#include <string>
#include <utility>

#include "base/text.hpp"
#include "check/advice.hpp"
#include "check/problem_parts.hpp"
#include "check/problem_words.hpp"
#include "check/scalar_edit.hpp"

namespace baraza::check {

using content::Node;

namespace {

Advice advise(const Format& format, const std::string& text, const std::string& field) {
  if (format.holds == is_edtf_date || format.holds == is_date) return advise_date(text, field);
  if (format.holds == is_language_tag) return advise_language(text);
  if (format.holds == is_licence) return advise_licence(text);
  if (format.holds == is_orcid) return advise_orcid(text);
  if (format.holds == is_slug) return advise_slug(text);
  if (format.holds == is_email || format.holds == is_idn_email) return advise_email(text);
  if (format.holds == is_uri || format.holds == is_iri) return advise_uri(text);
  return {};
}

std::size_t count_same(const Node& node, const std::string& text) {
  std::size_t count = node.scalar() == text ? 1 : 0;
  for (const Node& child : node.children) count += count_same(child, text);
  return count;
}

// An id that nothing in the file names, and that would be no other's, may be put right; what
// stands in other files cannot name one that has not the form of an id.
bool may_rename(const Problem& problem, const Node& root, const std::string& better) {
  return problem.at.field == "id" && !problem.at.item &&
         count_same(root, problem.at.node->text) == 1 && count_same(root, better) == 0;
}

// "there is no day `2015-02-30`", with the reason as a hint.
Words words_of_no_day(const std::string& text, const std::string& reason,
                      const std::string& field) {
  Words words{.rule = "E206", .hint = reason, .exact = true};  // text-form
  if (reason.starts_with("a year") && text.size() >= 7)
    words.message = "there is no month " + text.substr(5, 2) + " in " + quoted(text);
  else
    words.message = "there is no day " + quoted(text);
  // 2014-16 may be two years.
  const YearRange years = read_years(text);
  if (!years.end.empty())
    words.hint +=
        field == "start" || field == "end"
            ? "; the years " + years.start + " to " + years.end +
                  " are `start: " + years.start + "` and `end: " + years.end + "`"
            : "; of two years write one, `" + years.start + "` or `" + years.end + "`";
  return words;
}

Words words_of_format(const Problem& problem, const Node& root) {
  const Node& node = *problem.at.node;
  const Format& format = *problem.schema->format;
  const bool is_day = format.holds == is_edtf_date || format.holds == is_date;
  if (const std::string reason = is_day ? impossible_date(node.text) : ""; !reason.empty())
    return words_of_no_day(node.text, reason, problem.at.field);
  Words words{.rule = "E206"};  // text-form
  Advice advice = advise(format, node.text, problem.at.field);
  // What is offered must be right itself.
  const Subschema& schema = *problem.schema;
  if (!format.holds(advice.better) ||
      (schema.pattern && !schema.pattern->matches(advice.better)))
    advice.better.clear();
  // A reader sees a date there; only its form is another.
  const bool other_form =
      is_day && advice.wrong.empty() && (!advice.better.empty() || !advice.hint.empty());
  words.message = quoted(node.text) + " is not " +
                  (other_form ? "how a date is written here" : std::string(format.noun)) +
                  (advice.wrong.empty() ? "" : ": " + advice.wrong);
  if (advice.count > 0) words.span = span_inside(node, advice.from, advice.count);
  words.hint = std::string(format.hint);
  if (!advice.hint.empty()) words.hint = advice.hint;
  if (!advice.better.empty())
    words.hint = (advice.certain ? "write `" : "did you mean `") + advice.better +
                 (advice.certain ? "`" : "`?");
  words.exact = !advice.better.empty() || !advice.hint.empty();
  const bool is_id = format.holds == is_slug;
  if (!advice.better.empty() && advice.certain &&
      (!is_id || may_rename(problem, root, advice.better)))
    words.edits =
        is_day ? replace_by(node, advice.better) : replace_scalar(node, advice.better);
  return words;
}

// The examples that a schema gives of a value.
std::string examples_of(const Subschema& schema) {
  std::vector<std::string> examples;
  for (const Node& example : schema.node->items_of("examples"))
    if (examples.size() < 3 && !example.scalar().empty()) examples.push_back(example.scalar());
  return examples.empty() ? "" : "it is written as " + list_of(examples, "or");
}

}  // namespace

Words words_of_form(const Problem& problem, const Node& root) {
  const std::string& text = problem.at.node->text;
  if (trim(text).empty())
    return {.rule = "E206", .message = subject_of(problem.at) + " is empty"};  // text-form
  if (problem.schema->format != nullptr) return words_of_format(problem, root);
  Words words{.rule = "E206"};
  words.message =
      subject_of(problem.at) + " is " + quoted(text) + ", which does not have the right form";
  words.hint = examples_of(*problem.schema);
  words.needs_rule = problem.message.empty() && words.hint.empty();
  return words;
}

}  // namespace baraza::check
