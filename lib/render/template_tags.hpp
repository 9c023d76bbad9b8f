// Splits a Mustache template into what stands between tags and the tags, as the specification
// counts white space: a tag alone on its line takes the whole line away.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "base/diagnostic.hpp"

namespace baraza::render {

// A tag and the literal text before it. Offsets are bytes in the template, ends are exclusive.
struct Tag {
  enum class Kind {
    value,
    html,
    section,
    inverted,
    close,
    partial,
    nothing,  // a comment, new delimiters, or a tag that a finding tells of
    end,      // no tag: the literal is the last
  };

  Kind kind = Kind::end;
  std::size_t literal_from = 0;
  std::size_t literal_to = 0;
  std::size_t at = 0;  // the opening delimiter
  std::size_t end = 0;
  std::size_t name_from = 0;  // the name without white space around it
  std::size_t name_to = 0;
  bool own_line = false;   // alone on its line
  std::size_t indent = 0;  // then: how many bytes stand before it there
};

class TagReader {
 public:
  // Both must outlive the reader; `path` names the file in findings.
  TagReader(const std::string& path, std::string_view text) : path_(path), text_(text) {}

  // The next tag; of kind `end` when there is none. Adds [E421] and [E422].
  Tag next(Diagnostics& found);

 private:
  Tag::Kind take_sigil(std::size_t& from, std::string& close) const;
  bool report_unclosed(const Tag& tag, const std::string& close, std::size_t from,
                       std::size_t to, Diagnostics& found);
  void set_delimiters(const Tag& tag, Diagnostics& found);
  bool check_name(const Tag& tag, Diagnostics& found) const;
  void take_line(Tag& tag);

  const std::string& path_;
  std::string_view text_;
  std::size_t position_ = 0;
  std::string open_ = "{{";
  std::string close_ = "}}";
};

}  // namespace baraza::render
