#include "parse/case_file.hpp"

#include <optional>

#include "base/text.hpp"
#include "content/record.hpp"
#include "parse/addresses.hpp"
#include "parse/bytes.hpp"
#include "parse/citations.hpp"
#include "parse/conflicts.hpp"
#include "parse/front_matter.hpp"
#include "parse/markdown.hpp"
#include "parse/personal.hpp"
#include "parse/positions.hpp"
#include "parse/suppressions.hpp"
#include "parse/yaml.hpp"

namespace baraza::parse {
namespace {

using content::Node;

// What the lines of a text that goes on in YAML look like in its file: of a block with `|` they
// are the file's own, some spaces further right.
MarkdownOptions options_for(const Node& detail, const std::string& id, const Positions& file,
                            int& first_line) {
  MarkdownOptions options{.id_prefix = id};
  const std::string_view text = file.text();
  const std::size_t at = file.offset_of(detail.span.line, detail.span.column);
  if (at >= text.size() || text[at] != '|') {
    options.whole = detail.span;
    return options;
  }
  first_line = detail.span.line + 1;
  for (int line = first_line; line <= detail.span.end_line; ++line) {
    const std::size_t start = file.offset_of_line(line);
    const std::size_t content = text.find_first_not_of(' ', start);
    if (content >= file.end_of_line(line)) continue;
    const std::size_t own =
        detail.text.find_first_not_of(" \n");  // of a first line indented more
    const std::size_t line_start =
        own == std::string::npos ? 0 : detail.text.rfind('\n', own) + 1;
    const std::size_t extra = own == std::string::npos ? 0 : own - line_start;
    options.indent = static_cast<int>(content - start - std::min(extra, content - start));
    break;
  }
  return options;
}

std::vector<std::pair<std::string, content::Body>> parse_details(const Node& front,
                                                                 std::string_view text,
                                                                 const std::string& path,
                                                                 Diagnostics& found) {
  std::vector<std::pair<std::string, content::Body>> details;
  std::optional<Positions> file;
  for (const Node& lesson : front.items_of("lessons")) {
    const Node* detail = lesson.find("detail");
    const std::string id = lesson.text_of("id");
    if (detail == nullptr || !detail->is_text() || id.empty()) continue;
    if (!file) file.emplace(text);
    int first_line = detail->span.line;
    const MarkdownOptions options = options_for(*detail, id, *file, first_line);
    content::Body body = parse_markdown(detail->text, path, first_line, options, found);
    if (!body.empty()) details.emplace_back(id, std::move(body));
  }
  return details;
}

Node broken() { return {.kind = Node::Kind::broken}; }

// Does the line open a field, as `key:` or `key: value`?
bool is_field(std::string_view line) {
  const std::size_t colon = line.find(':');
  if (colon == std::string_view::npos || colon == 0) return false;
  const bool key = line.substr(0, colon).find_first_not_of(
                       "abcdefghijklmnopqrstuvwxyz_-0123456789") == std::string_view::npos;
  return key && (colon + 1 == line.size() || line[colon + 1] == ' ');
}

// A `---` used to divide fields ends the front matter, and the fields after it would be taken
// for Markdown. Where the body is fields up to another `---`, takes them into the front matter,
// whose reading then names the line in the middle. One alone before a rule with a blank line
// above it is a sentence, `note: ...`.
void take_further_fields(SplitText& split, std::string_view text) {
  std::string_view rest = split.body;
  int fields = 0;
  bool blank = false;  // the line above
  int line_number = split.body_line;
  while (!rest.empty()) {
    const std::size_t end = rest.find('\n');
    const std::string_view whole = rest.substr(0, end);
    const std::string_view line = trim(whole);
    if (line == "---") {
      if (fields == 0 || (fields == 1 && blank)) return;
      const auto begin = static_cast<std::size_t>(split.front_matter.data() - text.data());
      const auto close = static_cast<std::size_t>(rest.data() - text.data());
      split.front_matter = text.substr(begin, close - begin);
      rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
      split.body = rest;
      split.body_line = line_number + 1;
      return;
    }
    const bool inner = fields > 0 && (whole.starts_with(" ") || line.starts_with("- "));
    if (!line.empty() && !is_field(line) && !inner && !line.starts_with("#")) return;
    if (is_field(line)) ++fields;
    blank = line.empty();
    rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
    ++line_number;
  }
}

// The comments that `baraza new` writes behind values that are to be replaced.
std::vector<Span> find_examples(std::string_view front_matter, std::string_view text) {
  std::vector<Span> examples;
  if (front_matter.find(content::example_mark) == std::string_view::npos) return examples;
  const Positions positions(text);
  const auto first = static_cast<std::size_t>(front_matter.data() - text.data());
  const std::string comment = "# " + std::string(content::example_mark);
  for (std::size_t at = front_matter.find(comment); at != std::string_view::npos;
       at = front_matter.find(comment, at + comment.size())) {
    const std::size_t line = front_matter.rfind('\n', at) + 1;
    const std::string_view before = trim(front_matter.substr(line, at - line));
    if (!before.empty() && !before.starts_with('#'))
      examples.push_back(positions.span_of(first + at, first + at + comment.size()));
  }
  return examples;
}

}  // namespace

Document parse_record(std::string_view bytes, const std::string& path, Diagnostics& found) {
  Document document{.front = broken()};
  if (!check_bytes(bytes, path, found)) return document;
  const std::string_view text = without_mark(bytes);
  if (!check_conflicts(text, path, found)) return document;
  Result<SplitText> split = split_front_matter(text, path);
  if (!split.has_value()) {
    found.add(split.error());
    return document;
  }
  take_further_fields(*split, text);
  document.suppressions = find_suppressions(text, split->body_line);
  document.examples = find_examples(split->front_matter, text);
  const std::size_t errors = found.count(Severity::error);
  document.front = parse_yaml(split->front_matter, path, 2, {}, found);
  const bool no_fields =
      document.front.is_map() ? document.front.keys.empty() : !document.front.is_broken();
  if (no_fields && found.count(Severity::error) == errors) {
    const bool placed = document.front.span.line > 0;
    found.add({.rule = "E156",
               .where = {path, placed ? document.front.span : Span{1, 1, 1, 4}},
               .message = "the front matter holds no fields",
               .hint = "write one field a line, `key: value`"});
    document.front = broken();
  }
  document.body = parse_markdown(split->body, path, split->body_line, {}, found);
  document.details = parse_details(document.front, text, path, found);
  check_personal(document.front, text, path, found);
  check_citations(document.front, text, path, found);
  check_addresses(text, path, found);
  return document;
}

content::Node parse_front(std::string_view bytes, const std::string& path, Diagnostics& found) {
  if (!check_bytes(bytes, path, found) || !check_conflicts(without_mark(bytes), path, found))
    return broken();
  const Result<SplitText> split = split_front_matter(without_mark(bytes), path);
  if (split.has_value()) return parse_yaml(split->front_matter, path, 2, {}, found);
  found.add(split.error());
  return broken();
}

content::Node parse_yaml_file(std::string_view bytes, const std::string& path,
                              Diagnostics& found) {
  if (!check_bytes(bytes, path, found, max_data_bytes) ||
      !check_conflicts(without_mark(bytes), path, found))
    return broken();
  return parse_yaml(without_mark(bytes), path, 1, {.max_bytes = max_data_bytes}, found);
}

}  // namespace baraza::parse
