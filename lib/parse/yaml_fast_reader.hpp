// The reader behind read_fast. Split over three files: maps and lists by their indentation
// (yaml_fast.cpp), values in brackets (yaml_fast_flow.cpp), texts (yaml_fast_text.cpp).
#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>

#include "content/tree.hpp"
#include "parse/findings.hpp"

namespace baraza::parse {

class FastReader {
 public:
  // Thrown where the text is not for this reader.
  struct Declined {};

  FastReader(std::size_t begin, std::size_t end, int max_depth, Findings& found)
      : text_(found.positions().text().substr(0, end)),
        pos_(begin),
        depth_left_(max_depth),
        found_(found),
        cursor_(found.positions(), begin) {}

  content::Node run();

 private:
  using Point = Cursor::Point;

  // What stands after a line of a plain text.
  enum class Stop { line_end, comment, colon, sign };
  struct PlainLine {
    std::size_t end = 0;  // of its text, without the blanks behind it
    Stop stop = Stop::line_end;
  };

  // Counts a level while it is read.
  class Level {
   public:
    explicit Level(int& left) : left_(left) {
      if (--left_ < 0) throw Declined{};
    }
    Level(const Level&) = delete;
    Level& operator=(const Level&) = delete;
    ~Level() { ++left_; }

   private:
    int& left_;
  };

  // Lines: yaml_fast.cpp. Each read_* below goes on to the first line that is not the value's;
  // column_ is then that line's indentation, or -1 at the end of the text.
  void check_lines() const;
  void pass_document_start();
  void next_content();
  void end_line();  // nothing but a comment may follow the value
  content::Node read_node(int column, int parent);
  content::Node read_list(int column);
  content::Node read_map(int column, content::Key key);
  content::Key read_key();
  content::Node read_map_value(int column);
  content::Node read_missing(std::size_t place);
  void pass_colon(std::size_t key_begin);
  void finish_map(content::Node& map);

  // Brackets: yaml_fast_flow.cpp. These go on to just after the value.
  content::Node read_flow();
  content::Node read_flow_value();
  void read_flow_entry(content::Node& map);
  content::Key read_flow_key();
  void pass_flow_space();

  // Texts: yaml_fast_text.cpp.
  PlainLine find_plain_end(std::size_t at, bool flow) const;
  content::Node read_plain(std::size_t begin, Point from, PlainLine line, int parent);
  content::Node read_flow_plain();
  std::string go_on_plain(std::size_t begin, PlainLine& line, int parent, bool flow);
  bool starts_plain(std::size_t at, bool flow) const;
  std::string read_quoted();
  content::Node read_quoted_node();
  void read_escape(std::string& value);
  std::size_t fold_quoted_line();
  content::Node read_block(int parent);
  struct Block;
  bool read_block_line(Block& block);
  content::Node plain_node(std::string text, Point from, std::size_t end);
  content::Node text_node(std::string text, Point from, std::size_t end);
  static content::Key make_key(content::Node node);

  // Words for all of them.
  char at(std::size_t offset) const { return offset < text_.size() ? text_[offset] : '\n'; }
  bool is_blank_at(std::size_t offset) const {
    const char c = at(offset);
    return c == ' ' || c == '\t' || c == '\n';
  }
  bool is_dash(std::size_t offset) const {
    return at(offset) == '-' && is_blank_at(offset + 1);
  }
  std::size_t skip_blanks(std::size_t offset) const {
    while (offset < text_.size() && (text_[offset] == ' ' || text_[offset] == '\t')) ++offset;
    return offset;
  }
  std::size_t line_end(std::size_t offset) const {
    return std::min(text_.find('\n', offset), text_.size());
  }
  std::string_view cut(std::size_t begin, std::size_t end) const {
    return text_.substr(begin, end - begin);
  }
  static Span span(Point from, Point to) {
    return {from.line, from.column, to.line, to.column};
  }

  std::string_view text_;
  std::size_t pos_;
  int column_ = -1;
  int depth_left_;
  Findings& found_;
  Cursor cursor_;
};

}  // namespace baraza::parse
