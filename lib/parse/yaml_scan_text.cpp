// Values that are texts: plain, quoted, and blocks that begin with `|` or `>`.
#include <algorithm>
#include <utility>

#include "base/text.hpp"
#include "parse/yaml_scanner.hpp"

namespace baraza::parse {
namespace {

constexpr std::size_t nowhere = std::string_view::npos;

bool is_hex(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

}  // namespace

// What a value is in its line, without a comment; outside of a block without what ends an item
// in brackets, or a key.
std::string_view YamlScanner::value_in_line(std::size_t at, bool in_block) const {
  const std::size_t end = line_end(at);
  std::size_t i = at + 1;
  for (; i < end; ++i) {
    const char c = text_[i];
    if (c == '#' && is_blank_at(i - 1)) break;
    if (!in_block &&
        (std::string_view(",]}").find(c) != nowhere || (c == ':' && is_blank_at(i + 1))))
      break;
  }
  return trim(cut(at, std::min(i, end)));
}

// A value that begins at `at`. It goes on in lines that are indented deeper than `parent`.
void YamlScanner::scan_value(std::size_t at, int parent, bool after_key) {
  const char c = this->at(at);
  if (c == '"' || c == '\'') return scan_quoted(at, parent, true);
  if (c == '[' || c == '{') return scan_flow(at, parent);
  if ((c == '|' || c == '>') && is_block_header(at)) return scan_block(at, parent);
  if (report_bad_start(at, parent, true)) return;
  scan_plain(at, parent, after_key);
}

// What may not begin a value without quotes; `in_block` says that the value has its line, or
// the rest of it, for itself.
bool YamlScanner::report_bad_start(std::size_t at, int parent, bool in_block) {
  const char c = this->at(at);
  const bool odd = std::string_view("*&!,@`%]}|>-?:\xC2\xE2").find(c) != nowhere;
  if (!odd) return false;  // before the line's end is looked for: brackets ask for each item
  std::size_t word = at + 1;
  const std::size_t end = std::min(line_end(at), at + 200);
  while (word < end && std::string_view(" ,]}").find(text_[word]) == nowhere) ++word;
  const std::string hint =
      "put the value in quotes: " + in_quotes(shorten(value_in_line(at, in_block), 60));
  if (is_no_break_space(text_, at)) {
    breaks("E149", at, at + 1, "a no-break space stands before the value",
           "type an ordinary space in its place; it often comes from a word processor",
           plain_spaces(at));
  } else if (c == '*' && word - at > 1 && this->at(word - 1) != '*') {
    breaks("E145", at, word,
           "`" + std::string(cut(at, word)) + "` is an alias, which is not allowed",
           "write the value out; or " + hint);
  } else if (c == '&' && word - at > 1) {
    breaks("E146", at, word,
           "`" + std::string(cut(at, word)) + "` is an anchor, which is not allowed",
           "write the value out wherever it is needed; or " + hint);
  } else if (c == '!') {
    breaks("E147", at, word,
           "`" + std::string(cut(at, word)) + "` is a tag, which is not allowed",
           "leave it out; or " + hint);
  } else if (c == ',') {
    breaks("E152", at, at + 1, "a comma with nothing before it", "delete it; or " + hint);
  } else if (c != '\n' && std::string_view("@`%*&]}|>").find(c) != nowhere) {
    const std::string sign = c == '`' ? "a backtick" : std::string("`") + c + "`";
    const bool dash = c == '*' && is_blank_at(at + 1);
    breaks("E138", at, at + 1, "a value cannot begin with " + sign,
           (dash ? "begin an item of a list with `- `; or " : "") + hint,
           in_block && starts_text(at) ? quote_value(at, parent) : Edits{});
  } else if ((c == '-' || c == '?' || c == ':') && is_blank_at(at + 1)) {
    breaks("E138", at, at + 1, std::string("a value cannot begin with `") + c + " `", hint);
  } else {
    return false;
  }
  skip_value(at, parent);
  return true;
}

// A colon in the first line of a text. What stands before it may be a key of its own.
void YamlScanner::report_colon(std::size_t value, std::size_t colon, int parent) {
  const std::string_view before = trim(cut(value, colon));
  const std::string_view whole = value_in_line(value, true);
  std::string hint = "put the whole value in quotes";
  const bool one_line = value < colon && ends_in_line(value, parent);
  if (one_line && whole.size() <= 60)
    hint += ": " + in_quotes(whole);
  else if (one_line && whole.find_first_of("\"\\") == nowhere)
    hint = "put a `\"` before `" + std::string(whole.substr(0, whole.find(' '))) +
           "` and another at the end of the line";
  if (is_key(before))
    hint += "; or, if `" + std::string(before) +
            "` is a key, begin a new line with it, two spaces further right";
  breaks("E131", colon, colon + 1, "a colon and a space inside a value that is not in quotes",
         std::move(hint), is_one_text(value) ? quote_value(value, parent) : Edits{});
}

// One line of a plain text, [at, end). `stop` becomes where it ends: at the line's end, or at a
// comment. Answers where a colon stands that may not, or nowhere.
std::size_t YamlScanner::scan_plain_line(std::size_t at, std::size_t end, bool colon_is_wrong,
                                         std::size_t& stop) {
  stop = end;
  for (std::size_t i = at; i < end; ++i) {
    if (text_[i] == '#' && i > at && is_blank_at(i - 1)) {
      stop = i;
      warn_hash(i, at);
      return nowhere;
    }
    if (colon_is_wrong && text_[i] == ':' && is_blank_at(i + 1)) return i;
  }
  return nowhere;
}

void YamlScanner::scan_plain(std::size_t at, int parent, bool after_key) {
  std::size_t stop = 0;
  if (const std::size_t colon = scan_plain_line(at, line_end(at), after_key, stop);
      colon != nowhere) {
    report_colon(at, colon, parent);
    return skip_value(at, parent);
  }
  pos_ = next_line(at);
  bool goes_on = stop == line_end(at);
  std::size_t last = stop;
  while (goes_on && pos_ < text_.size()) {
    const int column = indent_at(text_, pos_);
    const std::size_t content = pos_ + static_cast<std::size_t>(column);
    const std::size_t visible = skip_blanks(content);
    if (this->at(visible) == '\n') {
      note_tabs(pos_, visible);
      pos_ = next_line(content);
      continue;
    }
    if (column <= parent || text_[content] == '#' || text_[content] == '\t') break;
    if (column == 0 && (is_dash(content) || find_key(content))) break;
    if (!scan_continuation(at, content, parent, stop)) return;
    last = stop;
    goes_on = stop == line_end(content);
    pos_ = next_line(content);
  }
  check_curly(at, last);
  check_bracket(at, last);
}

// Programs fold long texts between any two words, and then a line may begin with a dash. The
// line above it is as long as a line may be.
bool YamlScanner::is_folded_dash(std::size_t content) const {
  constexpr std::size_t shortest = 70;
  const std::size_t above = text_.rfind('\n', pos_ - 2);
  const std::size_t start = above == nowhere ? 0 : above + 1;
  return count_characters(cut(start, pos_ - 1)) >= shortest && !ends_line(content + 1);
}

// A further line of the plain text that began at `first`. Answers false after a finding.
bool YamlScanner::scan_continuation(std::size_t first, std::size_t content, int parent,
                                    std::size_t& stop) {
  const int column = static_cast<int>(content - pos_);
  if (is_dash(content) && !is_folded_dash(content)) {
    breaks("E143", content, content + 1,
           "this looks like a list item, but goes on with the text in the line above",
           "begin all items of a list in the same column; or put the text above in quotes");
    skip_value(content, parent);
    return false;
  }
  const std::optional<FoundKey> key = find_key(content);
  if (key && is_word(cut(key->begin, key->end))) {
    const std::size_t colon = find_in_line(':', first);
    const bool no_space = colon < line_end(first) && is_word(cut(first, colon)) &&
                          !is_number(cut(first, colon)) && at(colon + 1) != '/';
    if (no_space) {
      const bool fits = next_line(first) == pos_ && column_of(first) == column;
      report_tight_colon(first, colon, fits);
    } else {
      report_indent(content, column);
    }
    skip_value(content, no_space ? parent : column - 1);
    return false;
  }
  const std::size_t colon = scan_plain_line(content, line_end(content), true, stop);
  if (colon == nowhere) return true;
  breaks("E131", colon, colon + 1, "a colon and a space inside a value that is not in quotes",
         "put the whole value in quotes, from its first line to its last");
  skip_value(content, parent);
  return false;
}

// Quotes as word processors make them are letters to YAML.
void YamlScanner::check_curly(std::size_t begin, std::size_t end) {
  const std::string_view value = trim(cut(begin, end));
  static constexpr std::string_view opening[] = {"\u201C", "\u201E", "\u201F"};
  static constexpr std::string_view closing[] = {"\u201D", "\u201C"};
  for (const std::string_view open : opening) {
    if (!value.starts_with(open)) continue;
    const std::string_view inner = value.substr(open.size());
    for (const std::string_view close : closing) {
      if (inner.size() <= close.size() || inner.find(close) != inner.size() - close.size())
        continue;  // the quote that opens the text closes within it
      found_.add(
          "E148", begin, begin + value.size(),
          "these quotes are part of the text, since they are typographic ones",
          "type straight quotes `\"`; or, if they belong to the text, put it all in them",
          Severity::warning);
      return;
    }
  }
}

// Passes an escape of the text in double quotes that opens at `open`; `at` is at the backslash.
std::size_t YamlScanner::pass_escape(std::size_t at, std::size_t open) {
  const char c = this->at(at + 1);
  if (c == '\n') return at + 1;  // the line goes on in the next
  if (std::string_view("t\t n\"/\\_").find(c) != nowhere) return at + 2;
  const std::size_t digits = c == 'x' ? 2 : c == 'u' ? 4 : c == 'U' ? 8 : 0;
  std::size_t end = at + 2;
  char32_t value = 0;
  while (end < at + 2 + digits && is_hex(this->at(end))) {
    const char digit = text_[end++];
    value = value * 16 + static_cast<char32_t>(digit <= '9' ? digit - '0' : (digit & 7) + 9);
  }
  const bool whole = digits > 0 && end == at + 2 + digits;
  const bool character = (value >= 0x20 && value < 0x7F) || (value >= 0xA0 && value < 0xD800) ||
                         (value >= 0xE000 && value < 0xFFFE) ||
                         (value > 0xFFFF && value <= 0x10FFFF) || value == '\t' ||
                         value == '\n';
  if (whole && character) return end;
  while (end < text_.size() && (static_cast<unsigned char>(text_[end]) & 0xC0U) == 0x80U) {
    ++end;  // the rest of a character of several bytes
  }
  report_escape(at, end, open);
  return end;
}

// An apostrophe is escaped in other languages, and needs it in none of YAML's quotes.
void YamlScanner::report_escape(std::size_t at, std::size_t end, std::size_t open) {
  const bool apostrophe = this->at(at + 1) == '\'';
  breaks("E139", at, end, "`" + std::string(cut(at, end)) + "` means nothing in double quotes",
         apostrophe ? "write `'` alone: in double quotes it needs no backslash"
                    : "write two backslashes for one, or put the text in single quotes",
         apostrophe ? put(at, at + 1, "") : double_backslash(at, open));
}

std::size_t YamlScanner::pass_quoted(std::size_t& at, int parent, bool is_value) {
  const std::size_t open = at;
  const char quote = text_[open];
  std::size_t i = open + 1;
  while (i < text_.size()) {
    if (text_[i] == '\\' && quote == '"') {
      i = pass_escape(i, open);
      continue;
    }
    if (text_[i] == quote) {
      if (quote == '"' || this->at(i + 1) != '\'') return i + 1;
      i += 2;
      continue;
    }
    if (text_[i] == '\n') {
      const int indent = indent_at(text_, i + 1);
      const std::size_t content = i + 1 + static_cast<std::size_t>(indent);
      const bool fence =
          indent == 0 && text_.substr(content, 3) == "---" && is_blank_at(content + 3);
      if (this->at(skip_blanks(content)) != '\n' && (indent <= parent || fence)) break;
    }
    ++i;
  }
  const std::size_t end = std::min(line_end(open), open + 1);
  breaks("E132", open, end, std::string("the quote that opens here is never closed"),
         quote == '"'
             ? "close it with `\"` at the end of the value"
             : "close it with `'` at the end of the value; if it is an apostrophe, put "
               "the whole value in double quotes",
         is_value ? close_quote(open, parent) : Edits{});
  at = std::min(i + 1, text_.size());
  return nowhere;
}

void YamlScanner::scan_quoted(std::size_t at, int parent, bool is_value) {
  const std::size_t open = at;
  const std::size_t after = pass_quoted(at, parent, is_value);
  if (after == nowhere) {
    pos_ = at;
    return;
  }
  if (ends_line(after)) {
    pos_ = next_line(after);
    return;
  }
  const std::size_t next = skip_blanks(after);
  if (this->at(next) == ':' && is_blank_at(next + 1) && line_end(open) != line_end(next)) {
    breaks("E153", open, open + 1, "a key cannot be a text of several lines",
           "write a key as one word and a colon: `title: ...`");
  } else {
    report_after_quote(open, after, parent, false);
  }
  skip_value(after, parent);
}

// `|` or `>`, then at most a sign and a digit, then nothing but a comment.
bool YamlScanner::is_block_header(std::size_t at) const {
  std::size_t i = at + 1;
  while (i < at + 3 && std::string_view("+-123456789").find(this->at(i)) != nowhere) ++i;
  return ends_line(i) && (is_blank_at(i));
}

void YamlScanner::scan_block(std::size_t at, int parent) {
  int first = -1;
  for (std::size_t i = at + 1; i < at + 3; ++i) {
    const char c = this->at(i);
    if (c >= '1' && c <= '9') first = std::max(parent, 0) + (c - '0');
  }
  pos_ = next_line(at);
  int widest = 0;  // of the empty lines before the text
  std::size_t widest_at = 0;
  while (pos_ < text_.size()) {
    const int column = indent_at(text_, pos_);
    const std::size_t content = pos_ + static_cast<std::size_t>(column);
    if (this->at(content) == '\n' && first < 0 && column > widest) {
      widest = column;
      widest_at = pos_;
    }
    if (this->at(content) != '\n') {
      if (column <= parent) return;
      if (column == 0 && (text_.substr(content, 3) == "---") && is_blank_at(content + 3))
        return;
      if (first < 0 && widest > column) {
        breaks("E133", widest_at, widest_at + static_cast<std::size_t>(widest),
               "this empty line holds more spaces than the text below it begins with",
               "delete the spaces in the empty line",
               put(widest_at, widest_at + static_cast<std::size_t>(widest), ""));
        return skip_value(content, parent);
      }
      if (first < 0) first = column;
      if (column < first) {
        if (text_[content] == '#') return;
        breaks("E133", pos_, content, "this line is indented less than the text it belongs to",
               "begin it in the same column as the first line of the text");
        return skip_value(content, parent);
      }
    }
    pos_ = next_line(content);
  }
}

}  // namespace baraza::parse
