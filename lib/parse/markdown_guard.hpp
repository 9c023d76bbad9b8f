// Refuses Markdown that would cost its reader, cmark-gfm, time or memory out of proportion.
//
// The library as Debian ships it has inputs of a few kilobytes that take seconds and make
// megabytes. Each limit below is far above what a page of text needs, and is counted in one
// pass. Fenced code does not count, where the guard is certain that the library sees code too.
#pragma once

#include <cstddef>
#include <string_view>

#include "parse/markdown_report.hpp"

namespace baraza::parse {

struct MarkdownLimits {
  std::size_t body_bytes = std::size_t{1} << 20U;
  std::size_t block_lines = 1500;
  std::size_t block_bytes = std::size_t{64} << 10U;
  std::size_t block_brackets = 600;
  std::size_t block_angles = 400;  // of `<`
  std::size_t block_ats = 600;     // of `@`: at each the library looks back for an address
  std::size_t block_runs = 1500;   // of `*`, `_` or `~`
  std::size_t nesting = 24;        // markers of quotes and lists at a line's start
  std::size_t line_pipes = 101;
  std::size_t table_cells = 20000;
  std::size_t body_cells = 100000;   // of all tables together
  std::size_t equal_in_a_row = 120;  // of one sign that is neither letter, digit nor space
  std::size_t blank_lines = 200;     // in a row
  // Brackets of the body, times the bytes of the longest block that defines references: each
  // use of a reference copies its address.
  std::size_t reference_bytes = std::size_t{16} << 20U;
};

// May the library read the text? If not, one finding of E160 to E169 or E174 says where and
// why.
bool check_markdown_size(std::string_view text, const MarkdownLimits& limits,
                         MarkdownReport& report);

}  // namespace baraza::parse
