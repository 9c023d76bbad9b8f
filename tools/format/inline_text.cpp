#include "tools/format/inline_text.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"

namespace baraza::tools {
namespace {

// A mark that begins a style, the one that ends it, and its colours.
struct Style {
  char on = 0;
  char off = 0;
  std::string_view codes = {};
};
constexpr Style bold_style = {'\x01', '\x02', "1"};
constexpr Style italic_style = {'\x03', '\x04', "3"};
constexpr Style code_style = {'\x05', '\x06', "36"};
constexpr Style link_style = {'\x07', '\x08', "4"};
constexpr Style struck_style = {'\x0E', '\x0F', "9"};
constexpr std::array<Style, 5> styles = {bold_style, italic_style, code_style, link_style,
                                         struck_style};

constexpr std::array<std::string_view, 10> superscripts = {"⁰", "¹", "²", "³", "⁴",
                                                           "⁵", "⁶", "⁷", "⁸", "⁹"};

constexpr std::array<std::string_view, 13> inline_tags = {
    "", "em", "strong", "code", "del", "a", "sup", "br", "img", "span", "b", "i", "s"};

// Spaces of a text as one, since a line end in HTML is one.
std::string in_one_line(std::string_view text) {
  std::string result;
  for (const char c : text) {
    const bool space = c == ' ' || c == '\n' || c == '\t' || c == '\r';
    if (space && !result.empty() && result.back() == ' ') continue;
    result += space ? ' ' : c;
  }
  return visible(result);
}

std::string raised(std::string_view text) {
  std::string result;
  for (const char c : text) {
    if (c < '0' || c > '9') return "^" + std::string(text);
    result += superscripts[static_cast<std::size_t>(c - '0')];
  }
  return result;
}

std::string raw_text(const Element& element) {
  std::string text = element.text;
  for (const Element& child : element.children) text += raw_text(child);
  return text;
}

}  // namespace

bool is_inline(const Element& element) {
  return std::find(inline_tags.begin(), inline_tags.end(), element.tag) != inline_tags.end();
}

std::string strong(std::string_view text) {
  return bold_style.on + std::string(text) + bold_style.off;
}

std::string InlineText::children(const Element& element) {
  std::string text;
  for (const Element& child : element.children) text += of(child);
  return text;
}

// In colour, or between the signs of Markdown, so that nothing is lost.
std::string InlineText::styled(const Element& element, char on, char off,
                               std::string_view plain) {
  const std::string text = children(element);
  if (text.empty()) return {};
  if (look_.paint.on) return on + text + off;
  return std::string(plain) + text + std::string(plain);
}

std::string InlineText::number_of(std::size_t link) {
  if (link == Element::no_link || !look_.where) return {};
  const std::string where = visible(look_.where(body_.links[link]));
  if (where.empty()) return {};
  const auto at = std::find(links_.begin(), links_.end(), where);
  const auto number = static_cast<std::size_t>(at - links_.begin()) + 1;
  if (at == links_.end()) links_.push_back(where);
  return "[" + std::to_string(number) + "]";
}

std::string InlineText::link(const Element& element) {
  if (element.says("footnote-back")) return {};
  const std::string number = number_of(element.link);
  std::string text = children(element);
  if (number.empty() || text.empty()) return text;
  return (look_.paint.on ? link_style.on + text + link_style.off : text) + number;
}

std::string InlineText::of(const Element& element) {
  if (element.tag.empty()) return in_one_line(element.text);
  if (element.is("em")) return styled(element, italic_style.on, italic_style.off, "*");
  if (element.is("strong")) return styled(element, bold_style.on, bold_style.off, "**");
  if (element.is("code")) return styled(element, code_style.on, code_style.off, "`");
  if (element.is("del")) return styled(element, struck_style.on, struck_style.off, "~~");
  if (element.is("a")) return link(element);
  if (element.is("sup")) return raised(trim(raw_text(element)));
  if (element.is("br")) return "\n";
  if (element.is("img")) {
    const bool known = element.link != Element::no_link;
    const std::string text = known ? visible(body_.links[element.link].text) : "";
    return "[picture" + (text.empty() ? "" : ": " + text) + "]" + number_of(element.link);
  }
  return children(element);
}

std::string show_styles(std::string_view lines, const Paint& paint) {
  std::string result;
  std::vector<const Style*> active;
  bool painted = false;  // do colours reach here?
  const auto stop = [&] {
    if (painted) result += "\x1b[0m";
    painted = false;
  };
  const auto start = [&] {
    if (painted || active.empty()) return;
    result += "\x1b[";
    for (std::size_t i = 0; i < active.size(); ++i)
      result += (i == 0 ? "" : ";") + std::string(active[i]->codes);
    result += 'm';
    painted = true;
  };
  bool indent = true;
  for (const char c : lines) {
    const auto* const on = std::find_if(styles.begin(), styles.end(),
                                        [&](const Style& style) { return style.on == c; });
    const auto* const off = std::find_if(styles.begin(), styles.end(),
                                         [&](const Style& style) { return style.off == c; });
    if (on != styles.end() || off != styles.end()) {
      if (!paint.on) continue;
      stop();
      if (on != styles.end())
        active.push_back(&*on);
      else if (const auto at = std::find(active.rbegin(), active.rend(), &*off);
               at != active.rend())
        active.erase(std::next(at).base());
      continue;
    }
    if (c == '\n') {
      stop();
      indent = true;
    } else if (c != ' ' || !indent) {
      indent = false;
      start();
    }
    result += c;
  }
  stop();
  return result;
}

}  // namespace baraza::tools
