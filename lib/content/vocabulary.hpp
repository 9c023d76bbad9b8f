// Vocabularies and frameworks: the terms a bank's schemas draw on. The words are SKOS's,
// https://www.w3.org/TR/skos-reference/
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/place.hpp"
#include "content/tree.hpp"

namespace baraza::content {

// A text in several languages, by BCP 47 tag. A plain text in YAML is kept under the empty tag.
using Texts = std::map<std::string, std::string>;

// The text in `language`, else in its primary language, else untagged, else English, else the
// first; empty if there is none.
const std::string& text_in(const Texts& texts, std::string_view language);

// A text, or texts by language; empty where `node` is null or has another form.
Texts read_texts(const Node* node);

struct Term {
  std::string id = {};
  Texts label = {};
  Texts description = {};
  std::vector<std::string> alt = {};      // other words for it, in any language
  std::vector<std::string> aliases = {};  // ids it had before
  std::string broader = {};               // the id of the wider term, or empty
  std::string group = {};                 // of a framework: the part it belongs to
  std::vector<std::pair<std::string, std::vector<std::string>>> codes =
      {};                              // by scheme, as written
  std::vector<Texts> questions = {};   // of a framework: for reflection
  std::string questions_by = {};       // publisher or ours
  std::vector<Texts> indicators = {};  // of a framework: signs of change
  std::string confidence = {};         // read, name-only, inferred, not-found, ours, or empty
  Texts note = {};                     // to be shown wherever the term is explained
  bool deprecated = false;
  std::string replaced_by = {};
  Place where = {};

  // The label in `language`, else the id.
  const std::string& label_in(std::string_view language) const;

  bool operator==(const Term&) const = default;
};

// A part of a framework.
struct TermGroup {
  std::string id = {};
  Texts label = {};
  Texts description = {};
  Texts note = {};
  int expected_count = -1;  // how many terms its publisher names; -1: as many as are here

  bool operator==(const TermGroup&) const = default;
};

struct Vocabulary {
  std::string id = {};  // the file's stem: `sectors`
  Texts label = {};
  Texts description = {};
  std::vector<Texts> notes = {};  // what readers should know about it
  std::vector<Term> terms = {};   // in the file's order
  // Of a framework only:
  bool framework = false;
  std::string publisher = {};
  std::string year = {};
  std::string url = {};
  std::string licence = {};            // empty: none is stated
  Texts status = {};                   // "a tool for learning, not a performance target"
  std::vector<TermGroup> groups = {};  // in order
  int expected_count = -1;  // how many terms its publisher names; -1: as many as are here
  Place where = {};
  bool built_in = false;  // the program's own, since the bank has no file of that name
  // The terms by id, as numbers of `terms`, and by the ids that they had before; as long as
  // sort_ids has not filled them in, the terms are looked through one by one.
  std::vector<std::size_t> by_id = {};
  std::vector<std::pair<std::string, std::size_t>> by_alias = {};

  const Term* find(std::string_view id) const;        // by id alone
  const Term* find_alias(std::string_view id) const;  // by an id it had before

  bool operator==(const Vocabulary&) const = default;
};

// Fills `by_id` and `by_alias`, after which terms are found by halves.
void sort_ids(Vocabulary& list);

// Reads a tree that satisfies its schema; what does not have the expected form is left out.
// `path` names the file; its stem is the id, and a folder `frameworks` makes it a framework.
Vocabulary make_vocabulary(const Node& tree, const std::string& path);

// Vocabularies by id; frameworks are kept apart so that a term is written `framework/term`.
struct Vocabularies {
  std::map<std::string, Vocabulary> lists = {};
  std::map<std::string, Vocabulary> frameworks = {};

  const Vocabulary* find(std::string_view id) const;
  // The framework's term of `framework/term`, or null.
  const Term* find_lens(std::string_view framework_and_term) const;
};

}  // namespace baraza::content
