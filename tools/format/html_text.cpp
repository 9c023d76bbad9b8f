#include "tools/format/html_text.hpp"

#include <algorithm>
#include <charconv>
#include <vector>

#include "base/text.hpp"
#include "language/width.hpp"
#include "tools/format/html_table.hpp"
#include "tools/format/html_tree.hpp"
#include "tools/format/inline_text.hpp"
#include "tools/format/wrap.hpp"

namespace baraza::tools {
namespace {

constexpr std::string_view bullet = "• ";
constexpr std::string_view quote_mark = "│ ";
constexpr std::size_t rule_width = 20;

// What stands before the first line of a block and before its others.
struct Margin {
  std::string first = {};
  std::string rest = {};
};

int level_of(const Element& element) {
  const std::string& tag = element.tag;
  return tag.size() == 2 && tag[0] == 'h' && tag[1] >= '1' && tag[1] <= '6' ? tag[1] - '0' : 0;
}

int highest_level(const Element& element) {
  int highest = level_of(element);
  for (const Element& child : element.children) {
    const int level = highest_level(child);
    if (level != 0 && (highest == 0 || level < highest)) highest = level;
  }
  return highest;
}

bool is_blank(const std::string& text) {
  return text.find_first_not_of(" \n") == std::string::npos;
}

// No item of a tight list holds a paragraph.
bool is_tight(const Element& list) {
  return std::none_of(list.children.begin(), list.children.end(), [](const Element& item) {
    return std::any_of(item.children.begin(), item.children.end(),
                       [](const Element& child) { return child.is("p"); });
  });
}

class HtmlText {
 public:
  HtmlText(const content::Body& body, const HtmlLook& look)
      : root_(html_tree(body)), look_(look), inline_(body, look), top_(highest_level(root_)) {}

  std::string write() {
    Margin margin{look_.indent, look_.indent};
    write_blocks(root_, margin, false);
    write_links();
    return show_styles(out_, look_.paint);
  }

 private:
  void write_blocks(const Element& parent, Margin& margin, bool tight) {
    const bool outer = tight_;
    tight_ = tight;
    std::string line;
    for (const Element& child : parent.children) {
      if (is_inline(child)) {
        line += inline_.of(child);
        continue;
      }
      write_paragraph(line, margin);
      line.clear();
      write_block(child, margin);
    }
    write_paragraph(line, margin);
    tight_ = outer;
  }

  void write_block(const Element& block, Margin& margin) {
    if (level_of(block) != 0) return write_heading(block, margin);
    if (block.is("ul") || block.is("ol")) return write_list(block, margin);
    if (block.is("pre")) return write_code(block, margin);
    if (block.is("table")) return write_table(block, margin);
    if (block.is("hr")) return write_lines(std::string(rule_width, '-') + "\n", margin);
    if (block.is("blockquote")) {
      write_gap(margin.rest);
      const std::string mark(quote_mark);
      Margin inner{margin.first + mark, margin.rest + mark};
      write_blocks(block, inner, false);
      margin.first = margin.rest;
      return;
    }
    if (block.is("p")) {
      std::string line;
      for (const Element& child : block.children) line += inline_.of(child);
      return write_paragraph(line, margin);
    }
    const bool notes = block.says("footnotes");
    in_notes_ = in_notes_ || notes;
    write_blocks(block, margin, tight_);
    if (notes) in_notes_ = false;
  }

  // The empty line between two blocks, in the margin that both stand in.
  void write_gap(std::string_view margin) {
    if (gap_ && !out_.empty()) {
      while (margin.ends_with(' ')) margin.remove_suffix(1);
      out_ += std::string(margin) + "\n";
    }
    gap_ = false;
  }

  void write_paragraph(const std::string& text, Margin& margin) {
    if (is_blank(text)) return;
    std::string lines;
    for (const std::string_view line : split(text, '\n'))
      lines += wrapped(line, look_.width, margin.rest);
    write_indented(std::move(lines), margin);
  }

  // `lines` begin with the margin's rest.
  void write_indented(std::string lines, Margin& margin) {
    write_gap(margin.rest);
    gap_ = !tight_;
    lines.replace(0, std::min(lines.size(), margin.rest.size()), margin.first);
    margin.first = margin.rest;
    out_ += lines;
  }

  void write_lines(const std::string& text, Margin& margin) {
    std::string lines;
    for (const std::string_view line : lines_of(text))
      lines += (line.empty() ? "" : margin.rest) + std::string(line) + "\n";
    if (!lines.empty()) write_indented(std::move(lines), margin);
  }

  void write_heading(const Element& heading, Margin& margin) {
    std::string text;
    for (const Element& child : heading.children) text += inline_.of(child);
    if (is_blank(text)) return;
    if (level_of(heading) > top_ || margin.rest != look_.indent)
      return write_paragraph(strong(text), margin);
    Margin outermost;
    write_paragraph(strong(text), outermost);
    gap_ = false;
  }

  void write_list(const Element& list, Margin& margin) {
    int number = list.is("ol") ? 1 : 0;
    if (const std::size_t at = list.attributes.find("start=\""); at != std::string::npos)
      std::from_chars(list.attributes.data() + at + 7,
                      list.attributes.data() + list.attributes.size(), number);
    const bool tight = is_tight(list);
    for (const Element& item : list.children) {
      if (!item.is("li")) continue;
      const std::string mark = list.is("ul") ? std::string(bullet) : mark_of(number++);
      Margin inner{margin.first + mark,
                   margin.rest + std::string(language::width_of(mark), ' ')};
      write_blocks(item, inner, tight);
      margin.first = margin.rest;
    }
    gap_ = !tight_;
  }

  std::string mark_of(int number) const {
    const std::string digits = std::to_string(number);
    return in_notes_ ? "(" + digits + ") " : digits + ". ";
  }

  void write_code(const Element& block, Margin& margin) {
    std::string text;
    for (const Element& code : block.children) {
      text += code.text;
      for (const Element& child : code.children) text += child.text;
    }
    std::string lines;
    for (const std::string_view line : lines_of(text))
      lines += margin.rest + "    " + visible(line) + "\n";
    if (!lines.empty()) write_indented(std::move(lines), margin);
  }

  void write_table(const Element& table, Margin& margin) {
    const std::size_t used = language::width_of(margin.rest);
    write_lines(table_text(table, look_.width > used ? look_.width - used : 1, inline_),
                margin);
  }

  void write_links() {
    if (inline_.links().empty()) return;
    out_ += '\n';
    for (std::size_t i = 0; i < inline_.links().size(); ++i)
      out_ += look_.indent + "[" + std::to_string(i + 1) + "] " + inline_.links()[i] + "\n";
  }

  Element root_;
  const HtmlLook& look_;
  InlineText inline_;
  int top_;
  std::string out_;
  bool tight_ = false;  // no empty lines between blocks
  bool gap_ = false;    // an empty line is due
  bool in_notes_ = false;
};

}  // namespace

std::string html_text(const content::Body& body, const HtmlLook& look) {
  return HtmlText(body, look).write();
}

}  // namespace baraza::tools
