// The table of all rules of the program: what `baraza explain` prints, and what no finding may
// be without.
//
// Codes are for ever: one is never given another meaning, nor used again once it is gone. All
// begin with E, also those of warnings and hints, since a bank may make a warning an error. The
// rows stand in files by number: 1 what cannot be read, with YAML from 130, Markdown from
// 160 and the words of a text from 182 on, 2 what a schema does not allow, 3 what ties records
// together, 4 schemas, vocabularies and templates.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"

namespace baraza::check {

// What both examples of a rule are a piece of; what else that needs is left out of them.
enum class Example : std::uint8_t {
  fields,      // of a case, between its two lines `---`
  body,        // of a case, the Markdown below them
  record,      // a case from its first byte on
  files,       // files of a bank
  history,     // the same, as they were published and as they are now
  settings,    // of cases/bank.yaml
  schema,      // of schemas/case.schema.yaml
  vocabulary,  // of a list of terms, such as schemas/vocabularies/sectors.yaml
  page,        // of a template, such as templates/case.html
};

// An example is read as follows, by people and by the tests that put it into a bank.
//
// Among fields, a line `# no KEY` says that the case does not have that key. Of files, a line
// that is not indented is a path; `/` ends that of a folder, ` -> ` stands before what a
// symlink names, and `../` leaves the bank. Lines that are indented below it are the fields of
// a record, with a line `---` before its text, or all that another file holds. Of a history,
// `was: ` and `now: ` stand before paths.
//
// Marks stand for what cannot be shown: `<1F>` for a byte, `<U+00A0>` for a character, `<tab>`
// for a tab, `<1,501 lines: x>`, `<600 times: x>` and `<201 blank lines>` for so many; the `x`
// there has no `>`.
struct Rule {
  std::string_view code;    // `E203`
  Severity severity;        // by default; a finding may have another
  std::string_view name;    // a slug: `unknown-term`
  std::string_view reason;  // what is wrong, in at most 64 characters
  std::string_view cause;   // how it comes about or why it matters, in a sentence or two
  Example example;
  std::string_view bad;
  std::string_view good;  // the same, mended
  std::string_view fix;   // what to do
};

// Where such an example stands: `in the fields of a case`.
std::string_view place_of(Example example);
// An example with what its marks stand for in their place.
std::string spelled_out(std::string_view example);

const std::vector<Rule>& rules();  // by number
// Null for a code that is no rule.
const Rule* find_rule(std::string_view code);

}  // namespace baraza::check
