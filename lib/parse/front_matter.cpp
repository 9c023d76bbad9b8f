#include "parse/front_matter.hpp"

#include <string>

#include "base/text.hpp"

namespace baraza::parse {
namespace {

// Takes the first line of `rest`, without its end.
std::string_view take_line(std::string_view& rest) {
  const std::size_t end = rest.find('\n');
  std::string_view line = rest.substr(0, end);
  rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

bool is_fence(std::string_view line) {
  if (!line.starts_with("---")) return false;
  return line.find_first_not_of(" \t", 3) == std::string_view::npos;
}

// A line that may have been meant as a fence: what word processors make of three hyphens, too
// many or too few of them, a space before them, or what ends a document elsewhere.
bool is_nearly_fence(std::string_view line) {
  line = trim(line);
  if (line.empty()) return false;
  if (line == "...") return true;  // ends a document of YAML, but no front matter
  bool dashes = false;
  while (!line.empty()) {
    const char32_t c = take_character(line);
    if (c == 0x2014) dashes = true;
    if (c != '-' && c != 0x2013 && c != 0x2014) return false;
    if (!line.empty()) dashes = true;
  }
  return dashes;
}

// The first line that is a fence, or 0.
int line_of_fence(std::string_view text) {
  for (int line = 1; !text.empty(); ++line)
    if (is_fence(take_line(text))) return line;
  return 0;
}

// Could these lines be fields? Each is a key with a colon, or stands below one.
bool are_fields(std::string_view lines) {
  bool any = false;
  while (!lines.empty()) {
    const std::string_view line = take_line(lines);
    const bool below = any && (line.starts_with(' ') || line.starts_with("- "));
    if (trim(line).empty() || line.starts_with('#') || below) continue;
    const std::size_t end = line.find_first_not_of("abcdefghijklmnopqrstuvwxyz_-0123456789");
    if (end == std::string_view::npos || end == 0 || line[end] != ':') return false;
    any = true;
  }
  return any;
}

// Do fields follow, and then a fence?
bool has_fields_and_fence(std::string_view text) {
  std::string_view rest = text;
  while (!rest.empty()) {
    const std::size_t end = text.size() - rest.size();
    if (is_fence(take_line(rest))) return are_fields(text.substr(0, end));
  }
  return false;
}

Diagnostic missing(std::string_view text, std::string_view first, std::string_view path) {
  Diagnostic reason{.rule = "E120",
                    .where = {std::string(path), {1, 1, 1, 1}},
                    .message = "the file does not open with front matter",
                    .hint = "write a line `---` first, then the fields, then another `---`"};
  const int width = static_cast<int>(count_characters(first));
  if (is_nearly_fence(first)) {
    reason.message = "the first line is not exactly `---`";
    reason.hint = "write three hyphens and nothing else in the first line";
    reason.where.span.end_column = width + 1;
    std::string_view rest = text;
    take_line(rest);
    if (has_fields_and_fence(rest)) reason.edits.push_back({reason.where.span, "---"});
    return reason;
  }
  if (!trim(first).empty()) {
    if (has_fields_and_fence(text)) reason.edits.push_back({{1, 1, 1, 1}, "---\n"});
    if (const int closing = line_of_fence(text); closing > 0)
      reason.hint =
          "write a line `---` above the first; the one that ends the fields is there, "
          "in line " +
          std::to_string(closing);
    return reason;
  }
  int line = 1;
  while (!text.empty()) {
    const std::string_view next = take_line(text);
    if (is_fence(next)) {
      reason.message =
          "the front matter begins in line " + std::to_string(line) + ", after an empty line";
      reason.hint = "delete what stands before the first `---`";
      if (has_fields_and_fence(text)) reason.edits.push_back({{1, 1, line, 1}, ""});
      return reason;
    }
    if (!trim(next).empty()) return reason;
    ++line;
  }
  return reason;
}

}  // namespace

Result<SplitText> split_front_matter(std::string_view text, std::string_view path) {
  std::string_view rest = text;
  const std::string_view first = take_line(rest);
  if (!is_fence(first)) return missing(text, first, path);

  const std::size_t begin = text.size() - rest.size();
  Diagnostic unclosed{.rule = "E121",
                      .where = {std::string(path), {1, 1, 1, 4}},
                      .message = "the front matter that opens here is never closed",
                      .hint = "write a line `---` after the last field"};
  int line = 2;
  while (!rest.empty()) {
    const std::size_t end = text.size() - rest.size();
    const std::string_view next = take_line(rest);
    if (is_fence(next)) {
      return SplitText{
          .front_matter = text.substr(begin, end - begin), .body = rest, .body_line = line + 1};
    }
    if (is_nearly_fence(next) && unclosed.notes.empty()) {
      const int width = static_cast<int>(count_characters(next));
      const Span span = {line, 1, line, width + 1};
      unclosed.notes.push_back(
          {{std::string(path), span},
           "this line looks like the closing `---`, but is not exactly it"});
      if (are_fields(text.substr(begin, end - begin))) unclosed.edits.push_back({span, "---"});
    }
    ++line;
  }
  return unclosed;
}

}  // namespace baraza::parse
