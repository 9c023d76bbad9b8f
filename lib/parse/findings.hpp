// Adds findings to one document's list, at byte offsets, and stops where nobody would read on.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "base/diagnostic.hpp"
#include "parse/positions.hpp"

namespace baraza::parse {

// At most `most` findings of one document are kept; flush() says how many more there were.
class Findings {
 public:
  static constexpr std::size_t most = 200;

  Findings(const Positions& positions, const std::string& path, Diagnostics& found)
      : positions_(positions), path_(path), found_(found) {}

  Place place(std::size_t begin, std::size_t end) const {
    return {path_, positions_.span_of(begin, end)};
  }

  Place place(const Span& span) const { return {path_, span}; }

  const Positions& positions() const { return positions_; }
  const std::string& path() const { return path_; }

  void add(Diagnostic finding) {
    if (++count_ <= most) return found_.add(std::move(finding));
    if (count_ == most + 1) last_ = finding.where;
    worst_ = std::min(worst_, finding.severity);
  }

  void add(const char* rule, std::size_t begin, std::size_t end, std::string message,
           std::string hint, Severity severity = Severity::error,
           std::vector<Edit> edits = {}) {
    add(Diagnostic{.severity = severity,
                   .rule = rule,
                   .where = place(begin, end),
                   .message = std::move(message),
                   .hint = std::move(hint),
                   .edits = std::move(edits)});
  }

  void flush() {
    if (count_ <= most) return;
    found_.add({.severity = worst_,
                .rule = "E159",
                .where = last_,
                .message = std::to_string(count_ - most) + " more findings from here on",
                .hint = "mend those above first"});
    count_ = 0;
  }

 private:
  const Positions& positions_;
  const std::string& path_;
  Diagnostics& found_;
  std::size_t count_ = 0;
  Place last_ = {};                  // of the first that was only counted
  Severity worst_ = Severity::hint;  // of those that were
};

}  // namespace baraza::parse
