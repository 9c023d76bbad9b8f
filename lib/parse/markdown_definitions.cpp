#include "parse/markdown_definitions.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "base/text.hpp"
#include "language/fold.hpp"

namespace baraza::parse {
namespace {

constexpr std::size_t longest_label = 1000;  // the library's own limit
constexpr std::size_t most_lines = 12;       // of one definition: titles may go over lines

bool is_blank(char c) { return c == ' ' || c == '\t'; }
bool is_space(char c) { return is_blank(c) || c == '\n'; }

// As the library compares labels: letter case and the width of white space do not matter. Marks
// of quotes that stand before further lines are no part of it.
std::string normal_label(std::string_view label) {
  std::string words;
  bool after_line_end = false;
  for (const char c : label) {
    if (is_space(c) || (after_line_end && c == '>')) {
      after_line_end = after_line_end || c == '\n';
      if (!words.empty() && words.back() != ' ') words += ' ';
      continue;
    }
    after_line_end = false;
    words += c;
  }
  return language::fold(trim(words));
}

// Where the label closes that opens before `at`: at its `]`; npos where it does not.
std::size_t end_of_label(std::string_view text, std::size_t at) {
  const std::size_t last = std::min(text.size(), at + longest_label);
  for (; at < last; ++at) {
    if (text[at] == '\\') {
      ++at;
    } else if (text[at] == '[') {
      return std::string_view::npos;
    } else if (text[at] == ']') {
      return at;
    }
  }
  return std::string_view::npos;
}

// Spaces with at most one line end among them.
void pass_white(std::string_view text, std::size_t& at) {
  bool line_end = false;
  while (at < text.size() && (is_blank(text[at]) || (text[at] == '\n' && !line_end)))
    line_end = text[at++] == '\n' || line_end;
}

// Spaces up to the end of the line; false where something else stands there.
bool pass_line_rest(std::string_view text, std::size_t& at) {
  while (at < text.size() && is_blank(text[at])) ++at;
  return at >= text.size() || text[at] == '\n';
}

bool pass_target(std::string_view text, std::size_t& at, Stretch& target) {
  target.begin = at;
  if (at < text.size() && text[at] == '<') {
    const std::size_t close = text.find_first_of(">\n", at);
    if (close == std::string_view::npos || text[close] == '\n') return false;
    target = {at + 1, close};
    at = close + 1;
    return true;
  }
  while (at < text.size() && !is_space(text[at])) ++at;
  target.end = at;
  return at > target.begin;
}

// A title in quotes or brackets, and nothing after it in its line.
bool pass_title(std::string_view text, std::size_t& at) {
  std::size_t next = at;
  pass_white(text, next);
  if (next == at || next >= text.size()) return false;
  const char close = text[next] == '(' ? ')' : text[next];
  if (close != '"' && close != '\'' && close != ')') return false;
  for (++next; next < text.size() && text[next] != close; ++next)
    if (text[next] == '\\') ++next;
  if (next >= text.size()) return false;
  ++next;
  if (!pass_line_rest(text, next)) return false;
  at = next;
  return true;
}

struct ReadLink {
  Stretch name = {};  // with its brackets
  Stretch target = {};
  std::size_t end = 0;  // of its last line
};

// A definition `[label]: address "title"` that `text` begins with.
std::optional<ReadLink> read_link(std::string_view text) {
  const std::size_t close = end_of_label(text, 1);
  if (close == std::string_view::npos || text.substr(close + 1, 1) != ":") return std::nullopt;
  if (trim(text.substr(1, close - 1)).empty()) return std::nullopt;
  ReadLink link{.name = {0, close + 1}};
  std::size_t at = close + 2;
  pass_white(text, at);
  if (!pass_target(text, at, link.target)) return std::nullopt;
  if (!pass_title(text, at) && !pass_line_rest(text, at)) return std::nullopt;
  link.end = at;
  return link;
}

// Some lines without what stands before them, and where each began in the source.
struct Lines {
  std::string text = {};
  std::vector<std::pair<std::size_t, std::size_t>> begins = {};

  std::size_t source_of(std::size_t at) const {
    std::size_t line = begins.size() - 1;
    while (line > 0 && begins[line].first > at) --line;
    return begins[line].second + (at - begins[line].first);
  }
};

// Passes the markers of quotes and lists before the words of a line.
std::size_t pass_markers(std::string_view line) {
  std::size_t at = 0;
  for (;;) {
    while (at < line.size() && (is_blank(line[at]) || line[at] == '>')) ++at;
    std::size_t next = at;
    while (next < line.size() && next - at < 10 && line[next] >= '0' && line[next] <= '9')
      ++next;
    const bool number =
        next > at && next < line.size() && (line[next] == '.' || line[next] == ')');
    const bool bullet = next == at && at < line.size() &&
                        std::string_view("-+*").find(line[at]) != std::string_view::npos;
    if ((!number && !bullet) || next + 1 >= line.size() || !is_blank(line[next + 1])) return at;
    at = next + 1;
  }
}

std::size_t pass_quotes(std::string_view line) {
  return std::min(line.find_first_not_of(" \t>"), line.size());
}

// Notes to themselves that people write as definitions: `[//]: # (words)`.
bool is_remark(const Definition& link, std::string_view target) {
  return link.label == "//" || link.label == "comment" || target.empty() || target == "#";
}

}  // namespace

MarkdownDefinitions::MarkdownDefinitions(const Positions& positions, cmark_node* document)
    : positions_(positions) {
  if (positions.text().find("]:") == std::string_view::npos) return;
  read_lines(document);
  find_definitions();
}

void MarkdownDefinitions::mark_lines(int first, int last, Line kind) {
  last = std::min(std::max(first, last), positions_.last_line());
  for (int line = first; line <= last; ++line) lines_[static_cast<std::size_t>(line)] = kind;
}

void MarkdownDefinitions::read_lines(cmark_node* document) {
  lines_.assign(static_cast<std::size_t>(positions_.last_line()) + 2, Line::nothing);
  const IterHandle iter(cmark_iter_new(document));
  for (cmark_event_type event = cmark_iter_next(iter.get()); event != CMARK_EVENT_DONE;
       event = cmark_iter_next(iter.get())) {
    if (event != CMARK_EVENT_ENTER) continue;
    cmark_node* node = cmark_iter_get_node(iter.get());
    const NodeKind kind = kind_of(node);
    const int first = cmark_node_get_start_line(node);
    const int last = cmark_node_get_end_line(node);
    if (first < 1) continue;
    if (kind == NodeKind::paragraph || kind == NodeKind::heading) {
      mark_lines(first, last, Line::words);
      beginnings_.emplace(first, begin_of(positions_, node));
    } else if (kind == NodeKind::table) {
      mark_lines(first, last, Line::table);
    } else if (kind == NodeKind::code_block || kind == NodeKind::html_block) {
      const std::string_view literal = literal_of(node);
      const auto lines = std::count(literal.begin(), literal.end(), '\n');
      mark_lines(first, first + static_cast<int>(lines) - (is_fenced(node) ? 0 : 1),
                 Line::code);
    } else if (kind == NodeKind::note) {
      kept_notes_.insert(first);
    }
  }
}

void MarkdownDefinitions::find_definitions() {
  for (int line = 1; line <= positions_.last_line(); ++line) {
    const Line kind = lines_[static_cast<std::size_t>(line)];
    if (kind == Line::code || kind == Line::table) continue;
    const std::size_t start = positions_.offset_of_line(line);
    const std::string_view words =
        positions_.text().substr(start, positions_.end_of_line(line) - start);
    std::size_t begin = start + pass_markers(words);
    if (kind == Line::words) {
      const auto paragraph = beginnings_.find(line);
      if (paragraph == beginnings_.end()) continue;
      if (begin < paragraph->second) read_note(line, begin);
      begin = paragraph->second;
    } else if (read_note(line, begin)) {
      continue;
    }
    if (begin >= positions_.text().size() || positions_.text()[begin] != '[') continue;
    const int lines = read_run(line, begin);
    if (lines == 0) continue;
    lines_at_.emplace(begin, lines);
    line += lines - 1;
  }
}

bool MarkdownDefinitions::read_note(int line, std::size_t begin) {
  const std::string_view words = positions_.text().substr(
      begin, positions_.end_of_line(line) - std::min(begin, positions_.end_of_line(line)));
  if (!words.starts_with("[^")) return false;
  const std::size_t close = words.find_first_of(" \t[]", 2);
  if (close == std::string_view::npos || close == 2 || words.substr(close, 2) != "]:")
    return false;
  all_.push_back({.note = true,
                  .kept = kept_notes_.contains(line),
                  .label = normal_label(words.substr(2, close - 2)),
                  .name = {begin, begin + close + 1}});
  return true;
}

// Reads the definitions that follow one another from `begin` on, and answers their lines.
int MarkdownDefinitions::read_run(int line, std::size_t begin) {
  const int first_line = line;
  const Line kind = lines_[static_cast<std::size_t>(line)];
  const auto goes_on = [&](int next) {
    return next <= positions_.last_line() && lines_[static_cast<std::size_t>(next)] == kind &&
           !beginnings_.contains(next);
  };
  const auto content_of = [&](int next) {
    const std::size_t start = positions_.offset_of_line(next);
    return start +
           pass_quotes(positions_.text().substr(start, positions_.end_of_line(next) - start));
  };
  while (positions_.text().substr(begin, 1) == "[" &&
         positions_.text().substr(begin, 2) != "[^") {
    Lines lines;
    for (int next = line; lines.begins.size() < most_lines; ++next) {
      const std::size_t from = next == line ? begin : content_of(next);
      const std::size_t end = positions_.end_of_line(next);
      if (from >= end || (next > line && !goes_on(next))) break;
      lines.begins.emplace_back(lines.text.size(), from);
      lines.text.append(positions_.text().substr(from, end - from)).append("\n");
    }
    const std::optional<ReadLink> link =
        lines.text.empty() ? std::nullopt : read_link(lines.text);
    if (!link) break;
    Definition definition{
        .label = normal_label(std::string_view(lines.text).substr(1, link->name.end - 2)),
        .name = {begin, lines.source_of(link->name.end - 1) + 1},
        .target = {lines.source_of(link->target.begin), lines.source_of(link->target.end)}};
    line += 1 + static_cast<int>(std::count(
                    lines.text.begin(),
                    lines.text.begin() + static_cast<std::ptrdiff_t>(link->end), '\n'));
    links_.emplace(definition.label, all_.size());
    all_.push_back(std::move(definition));
    if (!goes_on(line)) break;
    begin = content_of(line);
  }
  return line - first_line;
}

int MarkdownDefinitions::lines_at(std::size_t begin) const {
  const auto at = lines_at_.find(begin);
  return at == lines_at_.end() ? 0 : at->second;
}

const Definition* MarkdownDefinitions::find(std::string_view label) const {
  if (links_.empty()) return nullptr;
  const auto at = links_.find(normal_label(label));
  return at == links_.end() ? nullptr : &all_[at->second];
}

// Which labels stand in brackets somewhere outside of code and of definitions: none of the
// others can be used.
std::set<std::string> MarkdownDefinitions::used_labels() const {
  std::set<std::string> used;
  std::set<std::size_t> names;
  for (const Definition& one : all_)
    if (!one.note) names.insert(one.name.begin);
  const std::string_view text = positions_.text();
  for (std::size_t at = text.find('['); at != std::string_view::npos;
       at = text.find('[', at + 1)) {
    if (names.contains(at)) continue;
    if (lines_[static_cast<std::size_t>(positions_.line_of(at))] == Line::code) continue;
    const std::size_t close = end_of_label(text, at + 1);
    if (close == std::string_view::npos || close == at + 1) continue;
    std::string label = normal_label(text.substr(at + 1, close - at - 1));
    if (links_.contains(label)) used.insert(std::move(label));
  }
  return used;
}

void MarkdownDefinitions::check(MarkdownReport& report) const {
  const std::set<std::string> used = links_.empty() ? std::set<std::string>() : used_labels();
  std::map<std::string, const Definition*> notes;
  for (const Definition& one : all_) {
    if (one.note) {
      const auto [first, is_new] = notes.emplace(one.label, &one);
      if (!one.kept) report_note(one, is_new ? nullptr : first->second, report);
      continue;
    }
    const Definition* first = &all_[links_.at(one.label)];
    const std::string_view target =
        positions_.text().substr(one.target.begin, one.target.end - one.target.begin);
    if (is_remark(one, target) || (first == &one && used.contains(one.label))) continue;
    report_link(one, first == &one ? nullptr : first, report);
  }
}

void MarkdownDefinitions::report_note(const Definition& note, const Definition* first,
                                      MarkdownReport& report) const {
  const std::string name(
      positions_.text().substr(note.name.begin, note.name.end - note.name.begin));
  Diagnostic finding{.severity = Severity::warning,
                     .rule = "E177",  // unused-footnote
                     .where = report.place_of(note.name)};
  if (first == nullptr) {
    finding.message = "no mark uses the footnote `" + name + "`, so it is not shown";
    finding.hint = "put `" + name + "` after the words it belongs to, or take the footnote out";
  } else {
    finding.message = "the footnote `" + name + "` is here twice, and only the first is shown";
    finding.hint = "give it another name, and its mark too";
    finding.notes.push_back({report.place_of(first->name), "the first is here"});
  }
  report.add(std::move(finding));
}

void MarkdownDefinitions::report_link(const Definition& link, const Definition* first,
                                      MarkdownReport& report) const {
  const std::string name =
      shorten(positions_.text().substr(link.name.begin, link.name.end - link.name.begin), 60);
  Diagnostic finding{.severity = Severity::warning,
                     .rule = "E178",  // unused-reference
                     .where = report.place_of(link.name)};
  if (first == nullptr) {
    finding.message = "no link uses the address of `" + name + "`";
    finding.hint = "write `[words]" + name + "` where it belongs, or take the line out";
  } else {
    finding.message = "`" + name + "` has an address already, and only the first counts";
    finding.hint = "give it another name, or take the line out";
    finding.notes.push_back({report.place_of(first->name), "the first is here"});
  }
  report.add(std::move(finding));
}

}  // namespace baraza::parse
