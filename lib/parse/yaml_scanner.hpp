// The scanner behind scan_yaml. Split over five files: lines and indentation (yaml_scan.cpp),
// texts (yaml_scan_text.cpp), brackets (yaml_scan_flow.cpp), what is said of lines that fit
// nowhere (yaml_scan_report.cpp), and how what is sure is mended (yaml_scan_mend.cpp).
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "parse/yaml_scan.hpp"

namespace baraza::parse {

class YamlScanner {
 public:
  YamlScanner(std::string_view text, int max_depth, Findings& found)
      : text_(text), max_depth_(max_depth), found_(found) {}

  YamlScan run();

 private:
  // A map or a list whose entries stand in one column.
  struct Level {
    int column = 0;
    bool map = false;
    bool pending = false;   // its last entry has no value yet
    std::size_t begin = 0;  // of a map below its key: its first key
  };

  struct FoundKey {
    std::size_t begin = 0;
    std::size_t end = 0;    // after the name
    std::size_t value = 0;  // after the colon
  };

  using Edits = std::vector<Edit>;

  // Lines: yaml_scan.cpp.
  void scan_line();
  bool scan_odd_line(std::size_t content);
  int column_beside(std::size_t content) const;
  void scan_entry(std::size_t content, int column);
  void enter_root(std::size_t content, int column);
  void scan_pending(std::size_t content, int column);
  void scan_node(std::size_t content, int column, bool own_line);
  bool scan_dashes(std::size_t& content, int& column);
  void scan_key(const FoundKey& key, int column);
  void scan_after_key(std::size_t content, int column);
  std::optional<FoundKey> find_key(std::size_t content) const;
  bool is_dash(std::size_t at) const;
  void begin_piece(std::size_t begin);
  void name_piece(std::size_t begin, std::size_t end);

  // Lines that fit nowhere: yaml_scan_report.cpp.
  void report_no_key(std::size_t content, int column);
  void report_equals(std::size_t content, int column);
  void report_no_colon(std::size_t content, int column);
  void report_quoted_line(std::size_t content, int column);
  void report_tight_colon(std::size_t word, std::size_t colon, bool fits = true,
                          bool flow = false);
  bool report_odd_key(const FoundKey& key, int column);
  void report_no_dash(std::size_t content, int column);
  void report_tight_dash(std::size_t content, int column);
  bool report_first_dash(std::size_t content, int column);
  void report_indent(std::size_t content, int column);
  bool has_entries_below(std::size_t at, int dashes, int keys) const;
  void warn_hash(std::size_t hash, std::size_t value);
  void check_bracket(std::size_t begin, std::size_t end);
  void report_after_quote(std::size_t open, std::size_t after, int parent, bool flow);

  // Texts: yaml_scan_text.cpp.
  std::string_view value_in_line(std::size_t at, bool in_block) const;
  void scan_value(std::size_t at, int parent, bool after_key);
  bool report_bad_start(std::size_t at, int parent, bool in_block = false);
  void scan_plain(std::size_t at, int parent, bool after_key);
  std::size_t scan_plain_line(std::size_t at, std::size_t end, bool colon_is_wrong,
                              std::size_t& stop);
  bool is_folded_dash(std::size_t content) const;
  bool scan_continuation(std::size_t first, std::size_t content, int parent, std::size_t& stop);
  void report_colon(std::size_t value, std::size_t colon, int parent);
  void check_curly(std::size_t begin, std::size_t end);
  void scan_quoted(std::size_t at, int parent, bool is_value);
  // Answers the offset after the closing quote, or npos after it has reported an unclosed one;
  // then `at` is where to read on.
  std::size_t pass_quoted(std::size_t& at, int parent, bool is_value);
  std::size_t pass_escape(std::size_t at, std::size_t open);
  void report_escape(std::size_t at, std::size_t end, std::size_t open);
  void scan_block(std::size_t at, int parent);
  bool is_block_header(std::size_t at) const;

  // Brackets: yaml_scan_flow.cpp.
  struct Flow;
  void scan_flow(std::size_t at, int parent);
  bool step_flow(Flow& flow);
  bool step_flow_line(Flow& flow);
  bool step_flow_quote(Flow& flow);
  bool step_flow_close(Flow& flow);
  bool step_flow_comma(Flow& flow);
  bool step_flow_colon(Flow& flow);
  void end_flow_item(Flow& flow);
  bool start_flow_item(Flow& flow);
  Edits other_bracket(const Flow& flow) const;
  void finish_flow(const Flow& flow);
  void report_unclosed(const Flow& flow);

  // Mends: yaml_scan_mend.cpp. Each answers no edits where it is not sure what was meant.
  Edits put(std::size_t begin, std::size_t end, std::string text) const;
  Edits quote_value(std::size_t value, int parent) const;
  Edits space_after_colon(std::size_t word, std::size_t colon) const;
  Edits plain_spaces(std::size_t at) const;
  Edits swap_quotes(std::size_t open, int parent, bool flow) const;
  Edits close_quote(std::size_t open, int parent) const;
  Edits double_backslash(std::size_t at, std::size_t open);
  Edits drop_commas(std::size_t at) const;
  Edits drop_separator(std::size_t open, std::size_t after, int parent) const;
  Edits close_bracket(std::size_t open, int parent) const;
  Edits space_after_dashes(std::size_t content, int column, std::size_t end) const;
  Edits spaces_for_tabs(std::size_t content) const;
  bool ends_in_line(std::size_t at, int parent) const;
  bool starts_text(std::size_t at) const;
  bool is_one_text(std::size_t value) const;
  bool is_no_escape(std::size_t at) const;
  bool has_plain_backslashes(std::size_t open);
  bool is_lone_separator(std::size_t after) const;
  bool is_tight_dash(std::size_t at) const;
  std::size_t find_tight_end(std::size_t content, int column) const;
  std::size_t find_meant_close(std::size_t open) const;

  // Words for all of them.
  void breaks(const char* rule, std::size_t begin, std::size_t end, std::string message,
              std::string hint, Edits edits = {});
  void skip_value(std::size_t from, int parent);
  std::size_t line_end(std::size_t at) const;
  std::size_t next_line(std::size_t at) const;
  std::size_t find_in_line(char sign, std::size_t at) const;
  std::size_t skip_blanks(std::size_t at) const;  // spaces and tabs, within a line
  std::size_t skip_no_break(std::size_t at) const;
  void note_tabs(std::size_t begin, std::size_t end);
  bool ends_line(std::size_t at) const;  // nothing but a comment follows
  char at(std::size_t offset) const { return offset < text_.size() ? text_[offset] : '\n'; }
  bool is_blank_at(std::size_t offset) const;  // a space, a tab or a line's end
  int column_of(std::size_t offset) const;     // in bytes, from 0
  std::string_view cut(std::size_t begin, std::size_t end) const {
    return text_.substr(begin, end - begin);
  }

  std::string_view text_;
  int max_depth_;
  Findings& found_;
  YamlScan scan_ = {};
  std::vector<Level> levels_ = {};
  std::size_t pos_ = 0;
  int root_column_ = -1;
  Level left_ = {};           // the outermost of the levels that the line now read has left
  bool left_deeper_ = false;  // the line stands left of the one above, below the same key
  std::size_t backslashes_of_ = std::string_view::npos;  // the text that was looked at last
  bool backslashes_are_plain_ = false;
};

// A word as keys are: letters, digits, hyphens and underscores.
bool is_word(std::string_view text);
// A word as keys nearly always are: two signs or more, the first a small letter or `$`.
bool is_key(std::string_view text);
// `value` in quotes, as it may be written after a key.
std::string in_quotes(std::string_view value);
// Digits alone: `10:30` begins with no key.
bool is_number(std::string_view text);
// How wide the indentation of the line at `start` is, in spaces.
int indent_at(std::string_view text, std::size_t start);
// Does a no-break space stand at `at`?
bool is_no_break_space(std::string_view text, std::size_t at);

}  // namespace baraza::parse
