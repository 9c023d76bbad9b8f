// A finding: one thing that is wrong, where, why, and what would help.
//
// One root cause makes one finding. The text of every message says what is there, in lower
// case, without a full stop, with content in backticks; the hint says what would help. The
// model is rustc's, https://rustc-dev-guide.rust-lang.org/diagnostics.html
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "base/place.hpp"

namespace baraza {

enum class Severity { error, warning, hint };

// The word a user reads and writes: `error`, `warning`, `hint`.
std::string name_of(Severity severity);

// A second place that helps to understand a finding: "first used here".
struct Note {
  Place where = {};
  std::string message = {};

  bool operator==(const Note&) const = default;
};

// Replaces the text of `span` by `text`; only offered where it cannot change meaning.
struct Edit {
  Span span = {};
  std::string text = {};

  bool operator==(const Edit&) const = default;
};

struct Diagnostic {
  Severity severity = Severity::error;
  std::string rule = {};  // a code for ever, e.g. `E203`; the table of all is in check/rules
  Place where = {};
  std::string message = {};
  std::string hint = {};  // may be empty
  std::vector<Note> notes = {};
  std::vector<Edit> edits = {};

  bool operator==(const Diagnostic&) const = default;
};

// Gathers findings while the work goes on.
class Diagnostics {
 public:
  void add(Diagnostic diagnostic);
  void add_all(const std::vector<Diagnostic>& diagnostics);

  bool has_errors() const { return count(Severity::error) > 0; }
  bool empty() const { return all_.empty(); }
  std::size_t size() const { return all_.size(); }
  std::size_t count(Severity severity) const;

  const std::vector<Diagnostic>& all() const { return all_; }  // in the order they were added

  // By path, line, column, rule and message; exact repeats are left out.
  std::vector<Diagnostic> sorted() const;

 private:
  std::vector<Diagnostic> all_;
};

}  // namespace baraza
