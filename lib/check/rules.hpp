// The table of all rules of the program: what `baraza explain` prints, and what no finding may
// be without.
//
// Codes are for ever: one is never given another meaning, nor used again once it is gone. All
// begin with E, also those of warnings and hints, since a bank may make a warning an error. The
// rows stand in a file for each hundred: 1 what cannot be read, 2 what a schema does not allow,
// 3 what ties records together, 4 schemas, vocabularies and templates.
#pragma once

#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"

namespace baraza::check {

struct Rule {
  std::string_view code;    // `E203`
  Severity severity;        // by default; a finding may have another
  std::string_view name;    // a slug: `unknown-term`
  std::string_view reason;  // one line: what is wrong
  std::string_view cause;   // how it comes about, in a sentence or two
  // A piece of front matter, unless it opens with [file] the whole file, [body] the Markdown
  // below the front matter, [yaml] a schema, a vocabulary or bank.yaml, [html] a template,
  // [files] the bank's files.
  std::string_view bad;
  std::string_view good;
  std::string_view fix;  // what to do
};

const std::vector<Rule>& rules();  // by number
// Null for a code that is no rule.
const Rule* find_rule(std::string_view code);

}  // namespace baraza::check
