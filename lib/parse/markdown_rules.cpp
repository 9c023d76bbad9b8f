#include "parse/markdown_rules.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "base/text.hpp"
#include "language/link_words.hpp"
#include "parse/link_target.hpp"
#include "parse/markdown_source.hpp"
#include "parse/markdown_tables.hpp"

namespace baraza::parse {
namespace {

std::string_view view(const char* text) {
  return text == nullptr ? std::string_view() : std::string_view(text);
}

// Is it a web address and no more?
bool is_bare_address(std::string_view words) {
  const std::string lower = to_lower(words.substr(0, 8));
  const bool address = lower.starts_with("http://") || lower.starts_with("https://") ||
                       lower.starts_with("www.");
  return address && words.find(' ') == std::string_view::npos;
}

bool has_code(cmark_node* link) {
  for (cmark_node* child = cmark_node_first_child(link); child != nullptr;
       child = cmark_node_next(child))
    if (kind_of(child) == NodeKind::code) return true;
  return false;
}

bool holds_one_image(cmark_node* link) {
  cmark_node* child = cmark_node_first_child(link);
  return child != nullptr && kind_of(child) == NodeKind::image &&
         cmark_node_next(child) == nullptr;
}

class MarkdownRules {
 public:
  MarkdownRules(const Positions& positions, const MarkdownDefinitions& definitions,
                MarkdownReport& report)
      : positions_(positions), source_(positions, definitions), report_(report) {}

  void check(cmark_node* document);

 private:
  void enter(cmark_node* node, NodeKind kind, cmark_iter* iter);
  void enter_block(cmark_node* node, NodeKind kind);
  void exit(NodeKind kind);

  void check_heading(cmark_node* heading);
  void check_image(cmark_node* image);
  void check_link(cmark_node* link);
  void check_link_words(cmark_node* link, const Stretch& whole);
  bool is_citation(const Stretch& link) const;
  std::string_view source(std::size_t begin, std::size_t end) const {
    return positions_.text().substr(begin, end - begin);
  }

  const Positions& positions_;
  MarkdownSource source_;
  MarkdownReport& report_;
  int level_ = 0;  // of the last heading; 0: none yet
  int notes_ = 0;
  int items_ = 0;
};

void MarkdownRules::check(cmark_node* document) {
  const IterHandle iter(cmark_iter_new(document));
  for (cmark_event_type event = cmark_iter_next(iter.get()); event != CMARK_EVENT_DONE;
       event = cmark_iter_next(iter.get())) {
    cmark_node* node = cmark_iter_get_node(iter.get());
    if (event == CMARK_EVENT_ENTER)
      enter(node, kind_of(node), iter.get());
    else
      exit(kind_of(node));
  }
}

void MarkdownRules::enter(cmark_node* node, NodeKind kind, cmark_iter* iter) {
  switch (kind) {
    case NodeKind::link:
      check_link(node);
      return;
    case NodeKind::image:
      check_image(node);
      cmark_iter_reset(iter, node, CMARK_EVENT_EXIT);
      return;
    default:
      enter_block(node, kind);
  }
}

void MarkdownRules::enter_block(cmark_node* node, NodeKind kind) {
  if (kind == NodeKind::note) ++notes_;
  if (kind == NodeKind::item) ++items_;
  if (kind == NodeKind::table) check_table(node, positions_, report_);
  if (kind != NodeKind::paragraph && kind != NodeKind::heading && kind != NodeKind::cell)
    return;
  source_.enter_block(node);
  if (kind == NodeKind::heading) check_heading(node);
  if (kind == NodeKind::paragraph) check_lost_table(node, positions_, report_);
}

void MarkdownRules::exit(NodeKind kind) {
  if (kind == NodeKind::note) --notes_;
  if (kind == NodeKind::item) --items_;
}

// The page's own title is above all of them, so that the text begins with the second level. One
// of the first level is told of as such, and counts as what it should be.
void MarkdownRules::check_heading(cmark_node* heading) {
  const int level = cmark_node_get_heading_level(heading);
  const std::size_t begin = begin_of(positions_, heading);
  const std::size_t line_end = positions_.end_of_line(cmark_node_get_start_line(heading));
  const std::string signs(static_cast<std::size_t>(level), '#');
  const bool by_signs = source(begin, line_end).starts_with(signs);
  const int before = std::exchange(level_, std::max(level, 2));
  if (level == 1) {
    report_.add("E176", {begin, by_signs ? begin + 1 : line_end},  // heading-one
                "this heading is as large as the title of the page",
                by_signs ? "write `##`"
                         : "write `## ` before it, and take the line of `=` below it out",
                Severity::warning);
  } else if (before == 0 && level > 2) {
    report_.add("E175", {begin, begin + signs.size()},  // heading-jump
                "the first heading is `" + signs + "`",
                "write `##`: the title of the page is the level above it", Severity::warning);
  } else if (before > 0 && level > before + 1) {
    const std::string wanted(static_cast<std::size_t>(before) + 1, '#');
    report_.add("E175", {begin, begin + signs.size()},
                "`" + signs + "` follows `" + wanted.substr(1) + "`, and skips a level",
                "write `" + wanted + "`", Severity::warning);
  }
}

void MarkdownRules::check_image(cmark_node* image) {
  const Stretch whole = source_.find_link(image);
  const std::string words = plain_text(image);
  if (!trim(words).empty()) return;
  const std::size_t close = source(whole.begin, whole.end).find("](");
  const std::string file = shorten(view(cmark_node_get_url(image)), 60);
  report_.add(
      "E180",  // image-alt
      {whole.begin, close == std::string_view::npos ? whole.end : whole.begin + close + 1},
      "the image `" + file + "` has no words for those who do not see it",
      "say between the brackets what it shows that matters here: `![Women at the new pump](" +
          file + ")`",
      Severity::warning);
}

void MarkdownRules::check_link(cmark_node* link) {
  const Stretch whole = source_.find_link(link);
  const std::string_view target = view(cmark_node_get_url(link));
  if (kind_of_target(target) != TargetKind::refused) check_link_words(link, whole);
}

void MarkdownRules::check_link_words(cmark_node* link, const Stretch& whole) {
  const std::string words = plain_text(link);
  if (has_code(link) || (words.empty() && holds_one_image(link))) return;
  const bool bare = is_bare_address(words);
  if (!bare && !words.empty() && !language::tells_nothing(words)) return;
  if (bare && is_citation(whole)) return;
  Stretch place = whole;
  const std::size_t close = source(whole.begin, whole.end).find(']');
  if (source(whole.begin, whole.end).starts_with('[') && close != std::string_view::npos)
    place = words.empty() ? Stretch{whole.begin, whole.begin + close + 1}
                          : Stretch{whole.begin + 1, whole.begin + close};
  std::string message =
      "the words `" + shorten(words, 60) + "` do not say where the link leads";
  if (bare) message = "a bare address stands in the place of words";
  if (words.empty()) message = "the link has no words";
  report_.add("E181", place, std::move(message),  // link-words
              "say what is found there: `[the county's report](https://...)`",
              Severity::warning);
}

// In footnotes, alone in its line, and at the end of an item of a list after the full stop or
// comma of a reference, an address is no link's words but part of a citation.
bool MarkdownRules::is_citation(const Stretch& link) const {
  if (notes_ > 0) return true;
  const int line = positions_.line_of(link.begin);
  const std::size_t start = positions_.offset_of_line(line);
  const std::size_t end = positions_.end_of_line(positions_.line_of(link.end));
  const auto opens_with = [](std::string_view text, std::string_view signs) {
    return !text.empty() && signs.find(text.front()) != std::string_view::npos;
  };
  std::string_view after = trim(source(link.end, end));
  while (opens_with(after, ".,;)]")) after = trim(after.substr(1));
  if (!after.empty() && after.front() != '|') return false;  // the end of a cell is one too
  const std::string_view before = trim(source(start, link.begin));
  const std::size_t words = before.find_first_not_of("0123456789.)-+*> \t(<");
  if (words == std::string_view::npos || before.back() == '|') return true;
  return items_ > 0 && opens_with(before.substr(before.size() - 1), ".,:;()*_\"");
}

}  // namespace

void check_markdown(cmark_node* document, const Positions& positions,
                    const MarkdownDefinitions& definitions, MarkdownReport& report) {
  MarkdownRules(positions, definitions, report).check(document);
}

}  // namespace baraza::parse
