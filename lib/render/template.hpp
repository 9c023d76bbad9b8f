// Compiles a Mustache template into steps that fill it without reading its text again.
//
// Comments, delimiters, variables, sections, inverted sections and partials are those of the
// official specification, https://github.com/mustache/spec; its optional modules are left out.
// Findings, all errors:
//   [E420 template-text]     not UTF-8, a control character, or more than 1 MiB
//   [E421 tag-unclosed]      a tag that nothing closes
//   [E422 tag-malformed]     no name, a name no view can have, bad delimiters, an unknown tag
//   [E423 section-unclosed]  a section still open at the end
//   [E424 section-crossed]   a closing tag that does not close the innermost section
//   [E427 unsafe-place]      a value where no escaping makes it safe (strict only)
//   [E429 too-deep]          sections nested deeper than 64
// What is found when a page is filled is told in template_set.hpp.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/place.hpp"

namespace baraza::render {

// `spec` is the specification and no more: what a view does not have is empty, and {{{name}}}
// prints any value. A bank's templates are `strict`: such names are errors, {{{name}}} is for
// HTML alone, and a value may stand only in an element's text or in a quoted attribute that
// holds no code.
enum class Mode : std::uint8_t { spec, strict };

// One step of a compiled template. Offsets are bytes in its text, ends are exclusive.
struct Step {
  enum class Kind : std::uint8_t {
    literal,   // prints text [from, to)
    indent,    // what follows stands at a line's start: prints the partial's indentation
    value,     // prints a value, escaped
    html,      // prints a value as it is
    section,   // the steps up to `next`, for each item of a value or once if it is true
    inverted,  // the steps up to `next`, if a value is not true
    partial,   // another template, named by text [from, to)
  };
  static constexpr std::uint32_t none = UINT32_MAX;

  Kind kind = Kind::literal;
  bool own_line = false;     // a literal: begins a line; a partial: is alone on its line
  std::uint32_t at = 0;      // where the tag opens, in the text
  std::uint32_t from = 0;    // a value or section: its name is name_parts [from, to)
  std::uint32_t to = 0;      //   with no part at all for `.`
  std::uint32_t next = 0;    // a section: the first step after it; a partial: its template's
                             //   number in the set, or `none`
  std::uint32_t indent = 0;  // a partial on its own line: how many bytes stand before it there
};

// One of the names that dots join.
struct NamePart {
  std::uint32_t hash = 0;
  std::uint32_t from = 0;  // in the text
  std::uint32_t to = 0;
};

struct Template {
  std::string path = {};  // as findings name it
  std::string text = {};
  std::vector<Step> steps = {};
  std::vector<NamePart> name_parts = {};

  std::string_view slice(std::uint32_t from, std::uint32_t to) const {
    return std::string_view(text).substr(from, to - from);
  }
  // The name of a value, section or partial as its author wrote it.
  std::string_view name_of(const Step& step) const;
  // The tag of `step`, for a finding: from its opening delimiter to the end of its name.
  Place place_of(const Step& step) const;
};

// Where bytes [from, to) of `text` stand, in lines and characters.
Place place_in(const std::string& path, std::string_view text, std::size_t from,
               std::size_t to);

// Compiles `text`, the template file `path`. Adds every mistake to `found` and answers nothing
// if there is one.
std::optional<Template> compile(std::string path, std::string text, Mode mode,
                                Diagnostics& found);

}  // namespace baraza::render
