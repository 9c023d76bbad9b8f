// Unions, what a list must hold, and what a schema rules out.
#include <string>

#include "base/text.hpp"
#include "check/problem_parts.hpp"
#include "check/problem_words.hpp"

namespace baraza::check {

using content::Node;

Words words_of_union(const Problem& problem) {
  Words words{.rule = "E211", .span = problem.at.key};  // no-form-fits
  if (is_scalar(*problem.at.node)) words.span = {};
  const std::string value = problem.at.node->scalar();
  const std::string what =
      subject_of(problem.at) + (value.empty() ? "" : " is " + quoted(value) + ", which");
  if (problem.failure == Failure::several_branches)
    words.message = what + " fits several of the forms it may have, and only one is allowed";
  else if (!problem.known.empty())
    words.message = subject_of(problem.at) + " has none of " + list_of(problem.known, "and");
  else
    words.message = what + " fits none of the forms it may have";
  words.needs_rule = problem.message.empty() && problem.known.empty();
  return words;
}

// `contains` with its bounds.
Words words_of_contents(const Problem& problem) {
  Words words{.rule = "E212", .span = problem.at.key};  // not-allowed
  const Subschema& schema = *problem.schema;
  const bool few = problem.failure == Failure::contains;
  if (!problem.message.empty()) {
    words.message = problem.message;
    return words;
  }
  const std::string wanted = schema.contains != nullptr && schema.contains->constant != nullptr
                                 ? quoted(schema.contains->constant->scalar())
                                 : std::string();
  const std::string counted_items = counted(problem.index, "item", "items");
  words.message = subject_of(problem.at) + " has " + counted_items +
                  (wanted.empty() ? " of the sort that is asked for" : " that say " + wanted) +
                  "; " +
                  (few ? "at least " + amount_that(schema.fewest_contained, "needed")
                       : amount_that(schema.most_contained, "allowed"));
  words.needs_rule = wanted.empty();
  return words;
}

Words words_of_ban(const Problem& problem, const std::string& path) {
  Words words{.rule = "E212", .span = problem.at.key};  // not-allowed
  const Node& node = *problem.at.node;
  if (is_scalar(node) && node.kind != Node::Kind::null) words.span = {};
  // `not: {required: [end]}`: it is that key which is too much.
  const content::Key* banned =
      problem.known.empty() ? nullptr : node.find_key(problem.known.front());
  const content::Key* reason =
      problem.because.empty() ? nullptr : node.find_key(problem.because);
  if (banned != nullptr) words.span = banned->span;
  if (banned != nullptr && reason != nullptr)
    words.notes.push_back({{path, reason->span}, "`" + reason->name + "` is here"});
  if (!problem.message.empty()) {
    words.message = problem.message;
    return words;
  }
  if (banned != nullptr)
    words.message = "`" + banned->name + "` may not stand " +
                    (reason != nullptr ? "beside `" + reason->name + "`" : std::string("here"));
  else if (problem.failure == Failure::never)
    words.message = subject_of(problem.at) + " may not stand here";
  else
    words.message = subject_of(problem.at) + " is what its schema rules out";
  words.needs_rule = banned == nullptr;
  return words;
}

}  // namespace baraza::check
