// What a problem becomes in a writer's words, one function for each sort of failure. For
// check's own files alone.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"
#include "check/schema_evaluator.hpp"

namespace baraza::check {

struct Words {
  std::string rule = {};
  std::string message = {};
  std::string hint = {};
  Span span = {};           // line 0: that of the value
  bool exact = false;       // the hint says more than the schema's author could
  bool needs_rule = false;  // nothing here says what is wanted, so the schema is shown
  std::vector<Note> notes = {};
  std::vector<Edit> edits = {};
};

Words words_of_type(const Problem& problem);
Words words_of_value(const Problem& problem);   // a constant, one of several
Words words_of_number(const Problem& problem);  // too small, too large
Words words_of_length(const Problem& problem);
Words words_of_size(const Problem& problem);  // of a list or a map
Words words_of_repeat(const Problem& problem, const std::string& path);
Words words_of_form(const Problem& problem, const content::Node& root);
Words words_of_missing(const Problem& problem);
Words words_of_key(const Problem& problem);
Words words_of_union(const Problem& problem);
Words words_of_contents(const Problem& problem);
Words words_of_ban(const Problem& problem, const std::string& path);  // `not`, `false`

// `x`, at most 60 characters of it.
std::string quoted(std::string_view text);
// Alike but for letter case and what joins words.
bool is_alike(std::string_view a, std::string_view b);
// `a`, `b` or `c`.
std::string list_of(const std::vector<std::string>& values, std::string_view last_word);
// "2 are allowed", "1 is needed".
std::string amount_that(std::size_t number, std::string_view what);
bool is_scalar(const content::Node& node);
// What a schema tells writers of the value under a key, without its full stop.
std::string description_of(const Subschema& schema, const std::string& key);
// A value as YAML that a schema gives as an example, or the first that it allows; else `...`.
std::string sample_of(const std::vector<const Subschema*>& values);

}  // namespace baraza::check
