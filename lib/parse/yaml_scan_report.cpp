// What is said of lines that fit nowhere.
#include <algorithm>
#include <utility>

#include "base/text.hpp"
#include "parse/yaml_scanner.hpp"

namespace baraza::parse {
namespace {

constexpr std::size_t nowhere = std::string_view::npos;
constexpr std::size_t longest_line = 60;  // of what a hint gives to be copied

// Could `# 1` belong to the value before it? A number or a date is whole.
bool may_go_on(std::string_view value) {
  return value.empty() ||
         value.find_first_not_of("0123456789-+.,:/~ ") != std::string_view::npos;
}

// How the text between two quotes at the ends of a line is written so that it can hold the
// quotes that it holds.
std::string requoted(std::string_view inner, char quote) {
  const char other = quote == '"' ? '\'' : '"';
  const bool shown = count_characters(inner) <= longest_line;  // unbroken, on most terminals
  if (inner.find(other) == nowhere && inner.find('\\') == nowhere &&
      inner.find("''") == nowhere)
    return std::string("put `") + other + "` in the place of the first and the last `" + quote +
           "`" + (shown ? ": " + (other + std::string(inner) + other) : std::string());
  std::string text;
  for (std::size_t i = 0; i < inner.size(); ++i) {
    const bool escaped = i > 0 && inner[i - 1] == (quote == '"' ? '\\' : quote);
    const bool pair = quote == '\'' && i + 1 < inner.size() && inner[i + 1] == quote;
    if (inner[i] == quote && !escaped && !pair) text += quote == '"' ? '\\' : '\'';
    text += inner[i];
  }
  return std::string(quote == '"' ? "write `\\\"` for each quote inside it"
                                  : "write two apostrophes for each one inside it") +
         (shown ? ": " + (quote + text + quote) : std::string());
}

}  // namespace

// Do dashes or keys follow below, in those columns or deeper? Then no text was meant in the
// line of `at`.
bool YamlScanner::has_entries_below(std::size_t at, int dashes, int keys) const {
  for (std::size_t line = next_line(at); line < text_.size(); line = next_line(line)) {
    const int own = indent_at(text_, line);
    const std::size_t content = line + static_cast<std::size_t>(own);
    if (this->at(skip_blanks(content)) == '\n' || this->at(content) == '#') continue;
    if (is_dash(content)) return own >= dashes;
    return own >= keys && find_key(content).has_value();
  }
  return false;
}

// A `#` after a space begins a comment; one that stands directly before a word or a number was
// rarely meant as one.
void YamlScanner::warn_hash(std::size_t hash, std::size_t value) {
  const char next = at(hash + 1);
  const char after = at(hash + 2);
  const std::string kept(trim(cut(value, hash)));
  const bool number = next == ' ' && after >= '0' && after <= '9' && may_go_on(kept);
  if (!number && (is_blank_at(hash + 1) || next == '#' || next == '!')) return;
  const std::size_t end = line_end(hash);
  found_.add("E137", hash, end,
             kept.empty() ? "`#` begins a comment, so nothing of this line is read"
                          : "`#` begins a comment, so only `" + shorten(kept, 40) + "` is read",
             "put the whole value in quotes; or, if it is a comment, a space after `#`",
             Severity::warning);
}

// A line that stands where a key must, and has none.
void YamlScanner::report_no_key(std::size_t content, int column) {
  if (is_tight_dash(content)) return report_tight_dash(content, column);
  const std::size_t end = line_end(content);
  const std::size_t colon = find_in_line(':', content);
  const std::string_view word = colon < end ? trim(cut(content, colon)) : std::string_view();
  if (is_word(word) && at(colon + 1) != '/') {
    if (levels_.size() == 1 && column == root_column_)
      name_piece(content, content + word.size());
    report_tight_colon(content, colon);
  } else if (at(content) == '"' || at(content) == '\'') {
    return report_quoted_line(content, column);
  } else if (report_bad_start(content, column)) {
    return;
  } else if (is_word(trim(cut(content, end))) &&
             has_entries_below(content, column, column + 1)) {
    return report_no_colon(content, column);
  } else if (is_word(trim(cut(content, std::min(find_in_line('=', content), end)))) &&
             find_in_line('=', content) < end) {
    return report_equals(content, column);
  } else {
    breaks("E156", content, end, "this line is neither a key with its value nor a list item",
           "write `key: value`; to go on with the text above, indent the line");
  }
  skip_value(content, column);
}

// `title = Wells`, as other programs write settings.
void YamlScanner::report_equals(std::size_t content, int column) {
  const std::size_t end = line_end(content);
  const std::size_t equals = find_in_line('=', content);
  const std::string word(trim(cut(content, equals)));
  if (levels_.size() == 1 && column == root_column_) name_piece(content, content + word.size());
  const std::size_t value = skip_blanks(equals + 1);
  const std::string_view text = cut(value, end);
  const bool sure = is_key(word) && value < end && text.find_first_of("=:#") == nowhere &&
                    std::string_view("*&!,@`%]}|>-?").find(at(value)) == nowhere &&
                    ends_in_line(value, column);
  breaks("E156", content, end, "`=` stands where the colon of a field should",
         "write `" + word + ": " + shorten(text, 40) + "`",
         sure ? put(content + word.size(), value, ": ") : Edits{});
  skip_value(content, column);
}

// A word alone in its line, with entries below: a key that lacks its colon.
void YamlScanner::report_no_colon(std::size_t content, int column) {
  const std::string word(trim(cut(content, line_end(content))));
  const std::size_t after = content + word.size();
  if (levels_.size() == 1 && column == root_column_) name_piece(content, after);
  breaks("E156", content, after, "no colon after the field `" + word + "`",
         "write `" + word + ":`", is_key(word) ? put(after, after, ":") : Edits{});
  skip_value(content, column);
  // A list may stand in the column of its key.
  while (pos_ < text_.size() && indent_at(text_, pos_) == column &&
         is_dash(pos_ + static_cast<std::size_t>(column)))
    skip_value(pos_, column);
}

// The same of one that begins with a quote: `"title":Wells`, or `"title: Wells`.
void YamlScanner::report_quoted_line(std::size_t content, int column) {
  const std::size_t close = find_in_line(at(content), content + 1);
  const std::size_t colon = find_in_line(':', content);
  const bool root = levels_.size() == 1 && column == root_column_;
  const std::string_view word = cut(content + 1, std::min(close, colon));
  if (root && colon < line_end(content) && is_word(word))
    name_piece(content + 1, content + 1 + word.size());
  if (colon == close + 1 && is_word(word)) {
    breaks("E135", colon, colon + 1, "no space after the colon",
           "write `" + std::string(word) + ": ` with a space after the colon");
    return skip_value(content, column);
  }
  scan_quoted(content, column, false);
}

// A key whose colon has no space after it, or one that is not ordinary; `fits` says that as a
// key it fits the lines around it, `flow` that it stands in brackets.
void YamlScanner::report_tight_colon(std::size_t word, std::size_t colon, bool fits,
                                     bool flow) {
  const bool no_break = is_no_break_space(text_, colon + 1);
  const std::size_t wrong = no_break ? colon + 1 : colon;
  breaks(no_break ? "E149" : "E135", wrong, no_break ? skip_no_break(wrong) : wrong + 1,
         no_break ? "a no-break space follows the colon" : "no space after the colon",
         no_break ? "write `" + std::string(trim(cut(word, colon))) +
                        ": ` with an ordinary space after the colon"
                  : "write `" + std::string(trim(cut(word, colon))) + ": " +
                        shorten(value_in_line(colon + 1, !flow), 40) + "`",
         !fits      ? Edits{}
         : no_break ? plain_spaces(wrong)
                    : space_after_colon(word, colon));
}

// A key that is none as it is written: a no-break space stands before its colon, as French has
// it, or it has taken in a value: `period:{start: 2015}`.
bool YamlScanner::report_odd_key(const FoundKey& key, int column) {
  const std::string_view name = cut(key.begin, key.end);
  const std::size_t no_break = std::min(name.find("\u00A0"), name.find("\u202F"));
  const std::size_t colon = name.find(':');
  if (no_break < name.size() && is_word(name.substr(0, no_break))) {
    const std::size_t blank = key.begin + no_break;
    if (skip_no_break(blank) != key.end) return false;
    if (levels_.size() == 1) name_piece(key.begin, blank);
    breaks("E149", blank, key.end, "a no-break space stands before the colon",
           "delete it: `" + std::string(name.substr(0, no_break)) + ": `",
           put(blank, key.end, ""));
  } else if (colon < name.size() && is_key(name.substr(0, colon)) &&
             std::string_view("[{\"'").find(at(key.begin + colon + 1)) !=
                 std::string_view::npos) {
    if (levels_.size() == 1) name_piece(key.begin, key.begin + colon);
    report_tight_colon(key.begin, key.begin + colon);
  } else {
    return false;
  }
  skip_value(key.begin, column);
  return true;
}

void YamlScanner::report_no_dash(std::size_t content, int column) {
  if (scan_.list && levels_.size() == 1) begin_piece(pos_);
  if (is_tight_dash(content)) return report_tight_dash(content, column);
  breaks("E136", content, content + 1,
         "the lines beside this one begin with a dash, and it has none",
         "does it tell more about the item above? put two more spaces before it, so that it "
         "begins below the first letter after the dash. Does it begin a new item? write `- ` "
         "before it");
  skip_value(content, column);
  // One forgotten step to the right moves all the fields of an item.
  while (pos_ < text_.size() && indent_at(text_, pos_) == column) {
    const std::size_t next = pos_ + static_cast<std::size_t>(column);
    if (is_dash(next) || !find_key(next)) break;
    skip_value(next, column);
  }
}

// `-water`: an item of the list in its column, or of a new one. At the start of all, the dash
// may be what is wrong.
void YamlScanner::report_tight_dash(std::size_t content, int column) {
  const bool no_break = is_no_break_space(text_, content + 1);
  const std::size_t end = find_tight_end(content, column);
  const bool below_key = !levels_.empty();
  breaks(no_break ? "E149" : "E158", content, content + 1,
         no_break ? "a no-break space follows the dash of a list item"
                  : "no space after the dash of a list item",
         no_break ? "type an ordinary space in its place: `- `, and then the item"
                  : "write `- ` and then the item",
         below_key ? space_after_dashes(content, column, end) : Edits{});
  pos_ = end;
  if (!below_key) return;
  levels_.back().pending = false;
  if (levels_.back().map || levels_.back().column != column)
    levels_.push_back({.column = column, .map = false, .pending = false});
}

// The items of a list, of which the first has no dash, so that its fields were taken for those
// of the key above. Answers whether it is so.
bool YamlScanner::report_first_dash(std::size_t content, int column) {
  const bool beside = levels_.size() > 1 && levels_.back().column == column;
  const Level first = beside ? levels_.back() : left_;
  if (!first.map || first.begin == 0 || levels_.empty()) return false;
  const auto width = static_cast<std::size_t>(first.column - column);
  const std::string spaces =
      column == 0   ? ", at the very beginning of the line"
      : column == 1 ? ", with one space before the dash"
                    : ", with " + std::to_string(column) + " spaces before the dash";
  breaks("E136", first.begin, first.begin + 1,
         "the items below begin with a dash, and this first one has none",
         "make it `- " + shorten(cut(first.begin, line_end(first.begin)), 60) + "`" + spaces +
             (beside ? ", and put two more spaces before its other fields" : ""),
         width == 2 ? put(first.begin - width, first.begin, "- ") : Edits{});
  if (beside) levels_.pop_back();
  levels_.push_back({.column = column, .map = false, .pending = false});
  scan_node(content, column, true);
  return true;
}

// A line whose indentation fits nothing above it.
void YamlScanner::report_indent(std::size_t content, int column) {
  const std::size_t start = content - static_cast<std::size_t>(column);
  if (is_dash(content)) {
    if (report_first_dash(content, column)) return;
    breaks("E143", content, content + 1, "this list item stands in a column of its own",
           "begin all items of a list in the same column");
    return skip_value(content, column);
  }
  const std::optional<FoundKey> key = find_key(content);
  if (key && levels_.size() == 1 && levels_.back().map && !left_deeper_) {
    begin_piece(pos_);
    name_piece(key->begin, key->end);
  }
  breaks("E133", start, content, "this line is indented in a way that fits no line above it",
         key ? "begin `" + std::string(cut(key->begin, key->end)) +
                   ":` in the same column as the keys it stands with"
             : "begin it in the same column as what it belongs to");
  skip_value(content, column);
}

void YamlScanner::report_after_quote(std::size_t open, std::size_t after, int parent,
                                     bool flow) {
  const std::size_t rest = skip_blanks(after);
  if (!flow && is_lone_separator(after)) {
    breaks("E141", rest, rest + 1,
           std::string("`") + text_[rest] + "` follows the closing quote",
           "delete it: the line's end is where the value ends",
           drop_separator(open, after, parent));
    return;
  }
  const std::size_t end = open + trim(cut(open, line_end(after))).size();
  const char quote = text_[open];
  const bool one_line = line_end(open) == line_end(after);
  // The quote at the line's end is the one that was meant to close the text.
  const bool closes = one_line && end > after && text_[end - 1] == quote;
  const std::string hint = closes ? requoted(cut(open + 1, end - 1), quote) : std::string();
  const bool apostrophe =
      quote == '\'' && at(rest) != ',' &&
      (rest == after || text_[after - 2] == 's');  // `it's`, `the farmers' wells`
  if (apostrophe) {
    breaks("E140", after - 1, after, "this apostrophe ends the text in single quotes",
           closes ? hint
                  : "take the `'` away with which the text begins, or put the whole text in "
                    "double quotes",
           swap_quotes(open, parent, flow));
    return;
  }
  if (closes && quote == '"' && at(rest) != ',') {
    breaks("E141", after - 1, after, "this quote ends the text, and more text follows", hint,
           swap_quotes(open, parent, flow));
    return;
  }
  const std::string_view whole = value_in_line(open, true);
  const bool shown = !flow && whole.size() <= 80 && ends_in_line(open, parent);
  breaks("E141", rest, line_end(after), "text follows after the closing quote",
         shown ? "put quotes around all of it: " + in_quotes(whole) + "; or use none"
               : "put the whole value in quotes, or none of it");
}

// A bracket at the end of a text without quotes that opens nowhere in it: what is left of a
// list or a group whose other bracket was taken away.
void YamlScanner::check_bracket(std::size_t begin, std::size_t end) {
  const std::string_view value = trim(cut(begin, end));
  if (value.empty() || (value.back() != ']' && value.back() != '}')) return;
  const auto count = [&](char sign) { return std::count(value.begin(), value.end(), sign); };
  const char close = value.back();
  const char open = close == ']' ? '[' : '{';
  if (count(open) >= count(close)) return;
  const std::size_t last = begin + value.size();
  found_.add("E122", last - 1, last,
             std::string("`") + close + "` closes nothing, and so is part of the text",
             "take it out; or, if it belongs to the text, put the whole text in quotes",
             Severity::warning);
}

}  // namespace baraza::parse
