// The patterns of schemas: written as ECMA-262 says, matched by RE2 in time that is linear in
// the text, whatever the pattern.
//
// Source: JSON Schema 2020-12, Core, section 6.4; ECMA-262, section 22.2, with its `u` flag.
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace re2 {
class RE2;
}  // namespace re2

namespace baraza::check {

// Why a pattern cannot be used.
struct PatternProblem {
  std::string message = {};  // what is in the pattern, for a finding; empty: nothing is wrong
  // The pattern is right, and asks for what no linear matcher can do: looking ahead or behind,
  // or meeting again what it met before.
  bool unsupported = false;
};

class Pattern {
 public:
  // A pattern with a problem matches every text, so that nobody is blamed for it twice.
  static Pattern compile(std::string_view ecma, PatternProblem& problem);

  // Does it match anywhere in `text`, which is UTF-8?
  bool matches(std::string_view text) const;
  const std::string& source() const { return source_; }

 private:
  static Pattern compile_anew(std::string_view ecma, PatternProblem& problem);

  std::string source_;
  std::shared_ptr<const re2::RE2> compiled_;
};

// The pattern in RE2's words; `problem` says where that cannot be.
std::string translate_pattern(std::string_view ecma, PatternProblem& problem);

}  // namespace baraza::check
