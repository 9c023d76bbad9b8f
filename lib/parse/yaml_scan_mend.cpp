// Edits for what the scanner finds, each only where its writer can have meant nothing else. In
// any doubt there are none: the hint says what may help, and the writer knows which it is.
#include <algorithm>

#include "base/text.hpp"
#include "parse/yaml_scanner.hpp"

namespace baraza::parse {
namespace {

constexpr std::size_t nowhere = std::string_view::npos;
constexpr std::size_t most_edits = 2000;  // of one finding

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_high(char c) { return (static_cast<unsigned char>(c) & 0x80U) != 0; }

// May the character of this byte stand inside a word, in any script?
bool is_in_word(char c) { return is_letter(c) || is_digit(c) || is_high(c); }

bool holds_comment(std::string_view text) {
  return text.find(" #") != nowhere || text.find("\t#") != nowhere;
}

// Does the text end with a bracket that opens nowhere in it?
bool ends_brackets(std::string_view text) {
  return (text.ends_with(']') && text.find('[') == nowhere) ||
         (text.ends_with('}') && text.find('{') == nowhere);
}

// `doi:10.1000/1`: what begins an address, and so no field.
bool is_scheme(std::string_view word) {
  constexpr std::string_view schemes[] = {"arxiv", "data",  "doi",  "ftp",  "geo",    "hdl",
                                          "http",  "https", "isbn", "issn", "mailto", "orcid",
                                          "pmid",  "sms",   "tel",  "urn"};
  return std::find(std::begin(schemes), std::end(schemes), word) != std::end(schemes);
}

// Typographic quotes, single or double.
bool is_curly(std::string_view sign) {
  return sign.size() == 3 && sign >= "\u2018" && sign <= "\u201F";
}

}  // namespace

bool is_key(std::string_view text) {
  const bool begins = text.size() > 1 && ((text[0] >= 'a' && text[0] <= 'z') || text[0] == '$');
  return begins && is_word(text);
}

std::string in_quotes(std::string_view value) {
  value = trim(value);
  if (value.find_first_of("\"\\") == nowhere) return "\"" + std::string(value) + "\"";
  std::string text = "'";
  for (const char c : value) text += c == '\'' ? std::string("''") : std::string(1, c);
  return text + "'";
}

YamlScanner::Edits YamlScanner::put(std::size_t begin, std::size_t end,
                                    std::string text) const {
  return {{.span = found_.place(begin, end).span, .text = std::move(text)}};
}

// Does the value at `at` end in its line? Then the next line with a value is no deeper than
// what the value belongs to.
bool YamlScanner::ends_in_line(std::size_t at, int parent) const {
  for (std::size_t line = next_line(at); line < text_.size(); line = next_line(line)) {
    const int column = indent_at(text_, line);
    const char c = this->at(line + static_cast<std::size_t>(column));
    if (c != '\n' && c != '#')
      return column <= parent && c != '\t' &&
             (column < parent || levels_.empty() || !levels_.back().map ||
              !is_dash(line + static_cast<std::size_t>(column)));
  }
  return true;
}

YamlScanner::Edits YamlScanner::quote_value(std::size_t value, int parent) const {
  const std::string_view text = trim(cut(value, line_end(value)));
  const bool sure = !holds_comment(text) && !is_curly(text.substr(0, 3)) &&
                    !ends_brackets(text) && ends_in_line(value, parent);
  return sure ? put(value, value + text.size(), in_quotes(text)) : Edits{};
}

// Is the value at `value`, with a colon in it, the text of a field and nothing more? It may be
// fields in one line, `id: s1, title: Report`; and what stands behind a dash may be a text from
// the first word on, `- Wells: a story: the end`.
bool YamlScanner::is_one_text(std::size_t value) const {
  std::size_t begin = value;
  while (begin > 0 && text_[begin - 1] != '\n') --begin;
  while (begin < value && (is_blank_at(begin) || is_dash(begin))) ++begin;
  const std::string_view key = cut(begin, value);
  if (begin < value && !is_key(trim(key.substr(0, key.find(':'))))) return false;
  const std::string_view text = cut(value, line_end(value));
  std::size_t named = 0;  // words with a colon that stand first or after a comma
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != ':' || (i + 1 < text.size() && text[i + 1] != ' ' && text[i + 1] != '\t'))
      continue;
    const std::size_t comma = text.substr(0, i).find_last_of(",;");
    const std::string_view word = trim(text.substr(0, i).substr(comma + 1));  // npos + 1 is 0
    if (is_key(word) || (is_word(word) && ++named > 1)) return false;
  }
  return true;
}

// Signs after which a value can only be a text. A star before a space may be meant as a dash,
// `|` and `>` as the head of a block, and a closing bracket may have lost the one that opens.
bool YamlScanner::starts_text(std::size_t at) const {
  const char c = text_[at];
  if (c == '*') return !is_blank_at(at + 1);
  if (c == '>') return is_digit(this->at(at + 1)) || this->at(at + 1) == '=';
  return std::string_view("@`%&").find(c) != nowhere;
}

// `title:Wells`, `detail:|`; but not `https://`, `std::string` or a path of Windows.
YamlScanner::Edits YamlScanner::space_after_colon(std::size_t word, std::size_t colon) const {
  const char c = at(colon + 1);
  const bool value = is_in_word(c) || std::string_view("\"'[{").find(c) != nowhere ||
                     ((c == '|' || c == '>') && is_block_header(colon + 1));
  const std::string_view key = trim(cut(word, colon));
  const bool sure = value && is_key(key) && !is_scheme(key);
  return sure ? put(colon + 1, colon + 1, " ") : Edits{};
}

// No-break spaces, and ordinary ones between them, as ordinary ones.
YamlScanner::Edits YamlScanner::plain_spaces(std::size_t at) const {
  std::size_t end = at;
  std::string spaces;
  while (is_no_break_space(text_, end) || this->at(end) == ' ') {
    end += text_[end] == ' ' ? 1U : text_[end] == '\xC2' ? 2U : 3U;
    spaces += ' ';
  }
  return put(at, end, std::move(spaces));
}

// Where the text that opens at `open` was meant to close: apostrophes within a word are passed,
// and quotes that open before a word and close after one. Nowhere if that is not sure.
std::size_t YamlScanner::find_meant_close(std::size_t open) const {
  const char quote = text_[open];
  const std::size_t end = line_end(open);
  bool inside = false;
  for (std::size_t i = open + 1; i < end; ++i) {
    if (text_[i] != quote) continue;
    const char before = text_[i - 1];
    const char after = at(i + 1);
    if (quote == '\'' && is_in_word(before) && is_in_word(after)) continue;
    const bool opens =
        (i == open + 1 || is_blank_at(i - 1) || before == '(') && !is_blank_at(i + 1);
    const bool closes =
        i > open + 1 && !is_blank_at(i - 1) &&
        (is_blank_at(i + 1) || std::string_view(".,;:!?)]}\"'").find(after) != nowhere);
    if (opens == closes || (opens && inside)) return nowhere;
    if (closes && !inside) return i;
    inside = opens;
  }
  return nowhere;
}

// The other quotes around the text that opens at `open` and holds some of its own; in brackets
// only where it holds none but apostrophes.
YamlScanner::Edits YamlScanner::swap_quotes(std::size_t open, int parent, bool flow) const {
  const bool single = text_[open] == '\'';
  const std::size_t close = find_meant_close(open);
  if (close == nowhere || (flow && !single)) return {};
  const std::string_view text = cut(open + 1, close);
  if (text.find_first_of(single ? "\"\\" : "'\\") != nowhere || holds_comment(text) ||
      text.find("''") != nowhere)
    return {};
  const char next = at(skip_blanks(close + 1));
  const bool ends = flow ? std::string_view(",]}\n").find(next) != nowhere
                         : next == '\n' && ends_in_line(open, parent);
  const std::string quote = single ? "\"" : "'";
  if (!ends) return {};
  return {put(open, open + 1, quote)[0], put(close, close + 1, quote)[0]};
}

// A quote at the end of the line in which a text opens and nothing more can belong to it. A
// single one that opens may be an apostrophe: 'Tis.
YamlScanner::Edits YamlScanner::close_quote(std::size_t open, int parent) const {
  const std::string_view text = trim(cut(open, line_end(open)));
  // On a line of its own it may be a field in quotes: `"title: Wells`.
  const std::size_t colon = text.find(": ");
  const std::size_t line = text_.substr(0, open).find_last_not_of("- ") + 1;
  const bool field = (line == 0 || text_[line - 1] == '\n') && colon != nowhere &&
                     is_key(text.substr(1, colon - 1));
  const bool sure = text_[open] == '"' && text.size() > 1 && !field && !text.ends_with('\'') &&
                    text.find_first_of("\"\\", 1) == nowhere && !holds_comment(text) &&
                    ends_in_line(open, parent);
  if (!sure) return {};
  const std::size_t end = open + text.size();
  const bool curly = text.size() > 4 && is_curly(text.substr(text.size() - 3));
  if (!curly) return put(end, end, "\"");
  // What a word processor made of the quote that closes: then there is none of its like.
  const bool pair = text.substr(0, text.size() - 3).find("\u201C") != nowhere;
  return text.ends_with("\u201D") && !pair ? put(end - 3, end, "\"") : Edits{};
}

// Is each backslash of the text that opens at `open`, all in one line, a letter, or escaped as
// it should be? Another may have been meant as a letter too: `C:\new\water`.
bool YamlScanner::has_plain_backslashes(std::size_t open) {
  if (open == backslashes_of_) return backslashes_are_plain_;
  backslashes_of_ = open;
  backslashes_are_plain_ = false;
  const std::size_t end = line_end(open);
  std::size_t i = open + 1;
  for (; i < end && text_[i] != '"'; ++i) {
    if (text_[i] != '\\') continue;
    ++i;
    if (at(i) != '"' && !is_no_escape(i)) return false;
  }
  return backslashes_are_plain_ = i < end;
}

// A letter that means nothing after a backslash, to no reader of YAML.
bool YamlScanner::is_no_escape(std::size_t at) const {
  const char c = this->at(at);
  const char next = this->at(at + 1);
  const bool hex =
      is_digit(next) || (next >= 'a' && next <= 'f') || (next >= 'A' && next <= 'F');
  if (c == 'x' || c == 'u' || c == 'U') return !hex;
  return is_letter(c) && std::string_view("abtnvfreNLP").find(c) == nowhere;
}

YamlScanner::Edits YamlScanner::double_backslash(std::size_t at, std::size_t open) {
  const bool sure = is_no_escape(at + 1) && has_plain_backslashes(open);
  return sure ? put(at, at, "\\") : Edits{};
}

// All commas that follow one another, with the spaces behind them where one stands before.
YamlScanner::Edits YamlScanner::drop_commas(std::size_t at) const {
  std::size_t end = at + 1;
  for (std::size_t i = end; this->at(i) == ',' || (is_blank_at(i) && this->at(i) != '\n'); ++i)
    if (text_[i] == ',') end = i + 1;
  const char before = text_[at - 1];
  const std::size_t rest = skip_blanks(end);
  const bool blank =
      is_blank_at(at - 1) || ((before == '[' || before == '{') && this->at(rest) != '#');
  return put(at, blank ? rest : end, "");
}

// Does a dash stand at `at` that has an item, and no space before that?
bool YamlScanner::is_tight_dash(std::size_t at) const {
  const char c = this->at(at + 1);
  return this->at(at) == '-' &&
         (is_in_word(c) || std::string_view("_$\"'{[").find(c) != std::string_view::npos);
}

// Where the items end that begin with such dashes in `column`, of which the first stands at
// `content`.
std::size_t YamlScanner::find_tight_end(std::size_t content, int column) const {
  std::size_t line = next_line(content);
  for (; line < text_.size(); line = next_line(line)) {
    const int own = indent_at(text_, line);
    const std::size_t at = line + static_cast<std::size_t>(own);
    const bool blank = this->at(at) == '\n' || this->at(at) == '\t';
    if (!blank && own <= column && (own < column || !is_tight_dash(at))) break;
  }
  return line;
}

// A space after each of those dashes. Lines that go on with an item must stand right of it as
// it then is, and a number may be one below zero.
YamlScanner::Edits YamlScanner::space_after_dashes(std::size_t content, int column,
                                                   std::size_t end) const {
  Edits edits;
  for (std::size_t line = content - static_cast<std::size_t>(column); line < end;
       line = next_line(line)) {
    const int own = line < content ? column : indent_at(text_, line);
    const std::size_t at = line + static_cast<std::size_t>(own);
    if (this->at(at) == '\n' || this->at(at) == '#' || own > column + 1) continue;
    if (own != column || is_digit(this->at(at + 1)) || edits.size() == most_edits) return {};
    const bool no_break = is_no_break_space(text_, at + 1);
    edits.push_back((no_break ? plain_spaces(at + 1) : put(at + 1, at + 1, " "))[0]);
  }
  return edits;
}

// Two spaces for each tab in the lines below a key that has no value yet, if tabs alone tell
// how deep each stands. A comment in the first column may end them, and does not stand within.
YamlScanner::Edits YamlScanner::spaces_for_tabs(std::size_t content) const {
  if (content != pos_ || levels_.size() != 1 || levels_[0].column != 0 || !levels_[0].pending)
    return {};
  Edits edits;
  bool commented = false;
  for (std::size_t line = pos_; line < text_.size(); line = next_line(line)) {
    commented = commented || at(line) == '#';
    if (at(skip_blanks(line)) == '\n' || at(line) == '#') continue;
    if (at(line) != '\t' && at(line) != ' ') break;
    std::size_t tabs = line;
    while (at(tabs) == '\t') ++tabs;
    const bool mixed = tabs == line || cut(tabs, skip_blanks(tabs)).find('\t') != nowhere;
    if (mixed || commented || edits.size() == most_edits) return {};
    edits.push_back(put(line, tabs, std::string(2 * (tabs - line), ' '))[0]);
  }
  return edits;
}

// The bracket that closes the one at `open`, at the end of its line, where nothing more can
// belong to it. A single item of several words may be a text that begins with a bracket.
YamlScanner::Edits YamlScanner::close_bracket(std::size_t open, int parent) const {
  const std::string_view text = trim(cut(open, line_end(open)));
  const bool ends_other = text.ends_with(text_[open] == '{' ? ']' : '}');
  // A sentence may begin with a bracket, and hold commas.
  const bool words = text.find(' ') != nowhere && text.find(", ") == nowhere;
  const bool items = text_[open] == '{' ? text.find(": ") != nowhere : !words && !ends_other;
  const bool sure =
      items && text.size() > 1 && !holds_comment(text) && ends_in_line(open, parent);
  const std::size_t end = open + text.size();
  return sure ? put(end, end, text_[open] == '[' ? "]" : "}") : Edits{};
}

// A comma or a semicolon that ends the line, after a value that quotes or brackets have closed.
YamlScanner::Edits YamlScanner::drop_separator(std::size_t open, std::size_t after,
                                               int parent) const {
  const std::size_t sign = skip_blanks(after);
  const bool sure = is_lone_separator(after) && line_end(open) == line_end(after) &&
                    ends_in_line(open, parent);
  return sure ? put(after, sign + 1, "") : Edits{};
}

bool YamlScanner::is_lone_separator(std::size_t after) const {
  const std::string_view rest = trim(cut(after, line_end(after)));
  return rest == "," || rest == ";";
}

}  // namespace baraza::parse
