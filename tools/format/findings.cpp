#include "tools/format/findings.hpp"

#include <algorithm>
#include <ostream>
#include <utility>

#include "base/files.hpp"
#include "base/json.hpp"
#include "base/text.hpp"
#include "language/width.hpp"

namespace baraza::tools {
namespace {

constexpr std::size_t longest_excerpt = 88;  // characters of a line that are shown
constexpr std::size_t largest_excerpted = std::size_t{8} << 20;

struct Paint {
  bool on = false;
  std::string operator()(std::string_view code, std::string_view text) const {
    if (!on) return std::string(text);
    return "\x1b[" + std::string(code) + "m" + std::string(text) + "\x1b[0m";
  }
};

constexpr std::string_view bold = "1";
constexpr std::string_view blue = "1;34";

std::string_view colour_of(Severity severity) {
  switch (severity) {
    case Severity::error:
      return "1;31";
    case Severity::warning:
      return "1;33";
    case Severity::hint:
      return "1;36";
  }
  return bold;
}

// What a terminal may be shown of a text of the bank: tabs as one space, other control
// characters as a mark.
std::string visible(std::string_view text) {
  std::string result;
  while (!text.empty()) {
    const char32_t character = take_character(text);
    const bool control =
        character < 0x20 || character == 0x7F || (character >= 0x80 && character < 0xA0);
    const bool direction = (character >= 0x202A && character <= 0x202E) ||
                           (character >= 0x2066 && character <= 0x2069);
    if (character == '\t')
      result += ' ';
    else if (control || direction)
      append_utf8(result, U'\uFFFD');
    else
      append_utf8(result, character);
  }
  return result;
}

std::string characters(std::string_view text, std::size_t from, std::size_t count) {
  std::string result;
  for (std::size_t i = 0; !text.empty() && i < from + count; ++i) {
    const char32_t character = take_character(text);
    if (i >= from) append_utf8(result, character);
  }
  return result;
}

std::string place_text(const Place& place) {
  std::string text = place.path;
  if (place.span.line > 0) text += ":" + std::to_string(place.span.line);
  if (place.span.line > 0 && place.span.column > 0)
    text += ":" + std::to_string(place.span.column);
  return text;
}

struct Margin {
  std::string number;
  std::string blank;
};

Margin margin_of(int line, std::size_t width) {
  std::string number = std::to_string(line);
  number.insert(0, width - std::min(width, number.size()), ' ');
  return {number, std::string(width, ' ')};
}

// The line and, below it, carets under the characters of the span. A long line is shown round
// them.
void write_excerpt(const Place& place, Excerpts& excerpts, const Margin& margin,
                   const Paint& paint, std::string_view colour, std::ostream& out) {
  const std::optional<std::string> line = excerpts.line(place.path, place.span.line);
  if (!line || trim(*line).empty() || line->find('\0') != std::string::npos) return;
  const auto column = static_cast<std::size_t>(std::max(place.span.column, 1)) - 1;
  const std::size_t length = count_characters(*line);
  const std::size_t end =
      place.span.end_line == place.span.line && place.span.end_column > place.span.column
          ? static_cast<std::size_t>(place.span.end_column) - 1
      : place.span.end_line > place.span.line ? length
                                              : column + 1;
  const std::size_t from = column > longest_excerpt / 2 ? column - longest_excerpt / 2 : 0;
  const std::string before = visible(characters(*line, from, column - from));
  const std::size_t room = longest_excerpt - (column - from);
  const std::string marked =
      visible(characters(*line, column, std::min(end - std::min(end, column), room)));
  const std::string shown = visible(characters(*line, from, longest_excerpt));
  const std::string lead = from > 0 ? "… " : "";
  const std::size_t carets = std::max<std::size_t>(1, language::width_of(marked));
  const std::string tail = from + longest_excerpt < length ? " …" : "";
  out << paint(blue, margin.number + " |") << ' ' << lead << shown << tail << '\n'
      << paint(blue, margin.blank + " |") << ' '
      << std::string(language::width_of(lead) + language::width_of(before), ' ')
      << paint(colour, std::string(carets, '^')) << '\n';
}

void write_place(JsonWriter& json, const Place& place) {
  json.key("path").value(place.path);
  json.key("line").value(place.span.line);
  json.key("column").value(place.span.column);
  json.key("end_line").value(place.span.end_line);
  json.key("end_column").value(place.span.end_column);
}

void write_finding(JsonWriter& json, const Diagnostic& finding) {
  json.begin_object();
  json.key("rule").value(finding.rule);
  json.key("severity").value(name_of(finding.severity));
  write_place(json, finding.where);
  json.key("message").value(finding.message);
  json.key("hint").value(finding.hint);
  json.key("notes").begin_array();
  for (const Note& note : finding.notes) {
    json.begin_object();
    write_place(json, note.where);
    json.key("message").value(note.message).end_object();
  }
  json.end_array();
  json.key("edits").begin_array();
  for (const Edit& edit : finding.edits) {
    json.begin_object();
    write_place(json, {finding.where.path, edit.span});
    json.key("text").value(edit.text).end_object();
  }
  json.end_array().end_object();
}

}  // namespace

void Excerpts::put(const std::string& path, std::string_view text) {
  std::vector<std::string>& lines = files_[path];
  lines.clear();
  for (const std::string_view line : lines_of(text)) lines.emplace_back(line);
}

std::optional<std::string> Excerpts::line(const std::string& path, int number) {
  if (number < 1 || path.empty()) return std::nullopt;
  if (!files_.contains(path)) {
    const Result<std::string> bytes =
        read_file(join_path(root_, path), path, largest_excerpted);
    put(path, bytes ? std::string_view(*bytes) : std::string_view());
  }
  const std::vector<std::string>& lines = files_[path];
  if (static_cast<std::size_t>(number) > lines.size()) return std::nullopt;
  return lines[static_cast<std::size_t>(number) - 1];
}

void write_text(const Diagnostic& finding, Excerpts& excerpts, bool colour, std::ostream& out) {
  const Paint paint{colour};
  int deepest_line = finding.where.span.line;
  for (const Note& note : finding.notes)
    deepest_line = std::max(deepest_line, note.where.span.line);
  const std::size_t width = std::to_string(std::max(deepest_line, 1)).size();
  const Margin margin = margin_of(finding.where.span.line, width);
  const std::string head =
      name_of(finding.severity) + (finding.rule.empty() ? "" : " " + finding.rule);
  out << paint(colour_of(finding.severity), head)
      << paint(bold, ": " + visible(finding.message)) << '\n';
  if (!finding.where.path.empty()) {
    out << margin.blank << paint(blue, "--> ") << visible(place_text(finding.where)) << '\n';
    write_excerpt(finding.where, excerpts, margin, paint, colour_of(finding.severity), out);
  }
  for (const Note& note : finding.notes) {
    out << margin.blank << paint(blue, " = ") << visible(note.message) << ": "
        << visible(place_text(note.where)) << '\n';
    write_excerpt(note.where, excerpts, margin_of(note.where.span.line, width), paint, blue,
                  out);
  }
  if (!finding.hint.empty())
    out << margin.blank << paint(blue, " = ") << "help: " << visible(finding.hint) << '\n';
  out << '\n';
}

void write_concise(const Diagnostic& finding, std::ostream& out) {
  if (!finding.where.path.empty()) out << visible(place_text(finding.where)) << ": ";
  if (!finding.rule.empty()) out << finding.rule << ' ';
  out << visible(finding.message);
  if (!finding.hint.empty()) out << "; " << visible(finding.hint);
  out << '\n';
}

void write_json(const std::vector<Diagnostic>& findings, const Summary& summary,
                std::ostream& out) {
  JsonWriter json(true);
  json.begin_object();
  json.key("format").value("baraza findings");
  json.key("version").value(1);
  json.key("files").value(summary.files);
  json.key("errors").value(summary.errors);
  json.key("warnings").value(summary.warnings);
  json.key("hints").value(summary.hints);
  json.key("findings").begin_array();
  for (const Diagnostic& finding : findings) write_finding(json, finding);
  json.end_array().end_object();
  out << json.text() << '\n';
}

std::string to_text(const Summary& summary) {
  std::vector<std::string> parts;
  if (summary.errors > 0) parts.push_back(counted(summary.errors, "error", "errors"));
  if (summary.warnings > 0) parts.push_back(counted(summary.warnings, "warning", "warnings"));
  if (summary.hints > 0) parts.push_back(counted(summary.hints, "hint", "hints"));
  if (parts.empty()) return "no findings in " + counted(summary.files, "file", "files");
  return join(parts, ", ") + " in " + counted(summary.files_with, "file", "files");
}

}  // namespace baraza::tools
