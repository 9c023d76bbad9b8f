#include "parse/markdown_rules.hpp"

#include <algorithm>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/text.hpp"
#include "language/link_words.hpp"
#include "parse/link_target.hpp"
#include "parse/markdown_lost.hpp"
#include "parse/markdown_raw.hpp"
#include "parse/markdown_source.hpp"
#include "parse/markdown_tables.hpp"
#include "parse/personal.hpp"

namespace baraza::parse {
namespace {

constexpr std::string_view no_words = "\uFFFC";  // stands for what is not looked at

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

// In a reference, what stands before an address.
constexpr std::string_view signs_of_citations[] = {".", ",", ":", ";", "(", ")", "*", "_", "\"",
                                                   "]", "-", "/", "–", "—", "”", "»", "<"};
constexpr std::string_view words_of_citations[] = {"available at",
                                                   "retrieved from",
                                                   "accessed at",
                                                   "archived",
                                                   "inapatikana katika",
                                                   "inapatikana kwa",
                                                   "archived at",
                                                   "online at",
                                                   "disponível em",
                                                   "diakses dari",
                                                   "dapat diakses di",
                                                   "inapatikana",
                                                   "doi",
                                                   "url"};
constexpr std::size_t longest = 20;  // no such word is longer

template <class List>
bool ends_with_any(std::string_view text, const List& list) {
  return std::any_of(std::begin(list), std::end(list),
                     [&](std::string_view end) { return text.ends_with(end); });
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
  bool is_by_signs(cmark_node* heading) const;
  bool has_first_level_alone(cmark_node* heading);
  void check_image(cmark_node* image);
  void check_link(cmark_node* link, cmark_iter* iter);
  void check_link_words(cmark_node* link, const Stretch& whole);
  bool is_citation(const Stretch& link) const;
  void check_contact(std::string_view target, const Stretch& whole);
  void add_words(std::size_t source_begin, std::string_view words);
  void check_words();
  std::string_view source(std::size_t begin, std::size_t end) const {
    return positions_.text().substr(begin, end - begin);
  }

  // Where in the source some of `words_` begin.
  struct Piece {
    std::size_t begin = 0;
    std::size_t source = 0;
  };

  const Positions& positions_;
  MarkdownSource source_;
  MarkdownReport& report_;
  int level_ = 0;  // of the last heading; 0: none yet
  std::optional<bool> first_level_alone_ = {};
  int notes_ = 0;
  int items_ = 0;
  bool references_ = false;  // the last heading is one of them
  bool in_cell_ = false;
  int silent_links_ = 0;          // open ones whose words are an address
  std::vector<bool> links_ = {};  // of each open link: is it one of those?
  std::size_t block_end_ = 0;
  std::string words_ = {};  // of the open block, without code
  std::vector<Piece> pieces_ = {};
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
    case NodeKind::text:
      add_words(source_.begin_of(node), silent_links_ > 0 ? no_words : literal_of(node));
      return;
    case NodeKind::soft_break:
    case NodeKind::line_break:
      words_ += ' ';
      return;
    case NodeKind::html:  // is shown as it is written
      check_html(literal_of(node), source_.begin_of(node), report_);
      add_words(source_.begin_of(node), without_directives(literal_of(node)));
      return;
    case NodeKind::code:
    case NodeKind::note_mark:
      words_ += no_words;
      return;
    case NodeKind::link:
      check_link(node, iter);
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
  if (kind == NodeKind::html_block) {
    check_html(literal_of(node), begin_of(positions_, node), report_);
    add_words(begin_of(positions_, node), without_directives(literal_of(node)));
    block_end_ = positions_.text().size();
    check_words();
  }
  if (kind != NodeKind::paragraph && kind != NodeKind::heading && kind != NodeKind::cell)
    return;
  in_cell_ = kind == NodeKind::cell;
  source_.enter_block(node);
  const int last = std::max(cmark_node_get_start_line(node), cmark_node_get_end_line(node));
  block_end_ = positions_.end_of_line(last);
  if (kind == NodeKind::heading) check_heading(node);
  if (kind == NodeKind::paragraph) {
    check_lost_table(node, positions_, report_);
    check_rows_without_dashes(node, positions_, report_);
    check_lost_headings(node, positions_, report_);
  }
}

void MarkdownRules::exit(NodeKind kind) {
  if (kind == NodeKind::note) --notes_;
  if (kind == NodeKind::item) --items_;
  if (kind == NodeKind::paragraph || kind == NodeKind::heading || kind == NodeKind::cell)
    check_words();
  if (kind != NodeKind::link || links_.empty()) return;
  if (links_.back()) --silent_links_;
  links_.pop_back();
}

bool MarkdownRules::is_by_signs(cmark_node* heading) const {
  const std::size_t line_end = positions_.end_of_line(cmark_node_get_start_line(heading));
  return source(begin_of(positions_, heading), line_end).starts_with('#');
}

// Are all headings of the text of the first level, and written with signs? Then each becomes
// one of the second, and none changes what stands below which.
bool MarkdownRules::has_first_level_alone(cmark_node* heading) {
  if (first_level_alone_) return *first_level_alone_;
  cmark_node* document = heading;
  while (cmark_node_parent(document) != nullptr) document = cmark_node_parent(document);
  const IterHandle iter(cmark_iter_new(document));
  first_level_alone_ = true;
  while (*first_level_alone_ && cmark_iter_next(iter.get()) != CMARK_EVENT_DONE) {
    cmark_node* node = cmark_iter_get_node(iter.get());
    if (kind_of(node) == NodeKind::heading)
      first_level_alone_ = cmark_node_get_heading_level(node) == 1 && is_by_signs(node);
  }
  return *first_level_alone_;
}

// The page's own title is above all of them, so that the text begins with the second level. One
// of the first level is told of as such, and counts as what it should be.
void MarkdownRules::check_heading(cmark_node* heading) {
  const int level = cmark_node_get_heading_level(heading);
  const std::size_t begin = begin_of(positions_, heading);
  const std::size_t line_end = positions_.end_of_line(cmark_node_get_start_line(heading));
  const std::string signs(static_cast<std::size_t>(level), '#');
  const bool by_signs = is_by_signs(heading);
  const int before = std::exchange(level_, std::max(level, 2));
  references_ = language::heads_references(plain_text(heading));
  if (level == 1) {
    report_.add("E176", {begin, by_signs ? begin + 1 : line_end},  // heading-one
                "this heading is as large as the title of the page",
                by_signs ? "write `##`"
                         : "write `## ` before it, and take the line of `=` below it out",
                Severity::warning,
                by_signs && has_first_level_alone(heading) ? report_.put({begin, begin}, "#")
                                                           : std::vector<Edit>{});
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
  add_words(whole.begin, words.empty() || silent_links_ > 0 ? no_words : words);
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

void MarkdownRules::check_link(cmark_node* link, cmark_iter* iter) {
  const Stretch whole = source_.find_link(link);
  const std::string_view target = view(cmark_node_get_url(link));
  const TargetKind kind = kind_of_target(target);
  const std::string_view written = source(whole.begin, whole.end);
  if (kind == TargetKind::mail && !written.starts_with('<') && !written.starts_with('[')) {
    // The library makes a link of any a@b.org, also in `git@b.org:x`; the words around it tell
    // whether it is an address.
    add_words(whole.begin, plain_text(link));
    cmark_iter_reset(iter, link, CMARK_EVENT_EXIT);
    return;
  }
  const bool contact = kind == TargetKind::mail || kind == TargetKind::phone;
  const bool silent = contact || is_bare_address(plain_text(link));
  links_.push_back(silent);
  if (silent) ++silent_links_;
  if (contact) check_contact(target.substr(target.find(':') + 1), whole);
  if (kind != TargetKind::refused) check_link_words(link, whole);
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

// In footnotes, alone in its line, and after the full stop or comma of a reference in a list,
// in a table or below a heading of references, an address is no link's words but part of a
// citation.
bool MarkdownRules::is_citation(const Stretch& link) const {
  if (notes_ > 0) return true;
  const std::size_t start = positions_.offset_of_line(positions_.line_of(link.begin));
  const std::size_t end = positions_.end_of_line(positions_.line_of(link.end));
  std::string_view before = source(start, link.begin);
  if (in_cell_) before.remove_prefix(before.rfind('|') + 1);
  before = trim(before);
  const bool first =
      before.find_first_not_of("0123456789.)-+*>[] \t(<") == std::string_view::npos;
  if (items_ > 0 || in_cell_ || references_)
    return first || ends_with_any(before, signs_of_citations) ||
           ends_with_any(
               to_lower(before.substr(before.size() - std::min(before.size(), longest))),
               words_of_citations);
  const std::string_view after = source(link.end, end);
  return first && after.find_first_not_of(".,;)] \t") == std::string_view::npos;
}

// `mailto:` and `tel:` links, whatever their words are.
void MarkdownRules::check_contact(std::string_view target, const Stretch& whole) {
  target = target.substr(0, target.find('?'));
  const bool mail = target.find('@') != std::string_view::npos;
  const auto digits =
      std::count_if(target.begin(), target.end(), [](char c) { return c >= '0' && c <= '9'; });
  if (!mail && digits < 7) return;  // a short number is a public one
  const Stretch place = find_folded(positions_.text(), whole.begin, whole.end, target);
  const auto kind =
      mail ? language::PersonalKind::email_address : language::PersonalKind::phone_number;
  report_.add(personal_finding(kind, target,
                               report_.place_of(place.end > place.begin ? place : whole)));
}

void MarkdownRules::add_words(std::size_t source_begin, std::string_view words) {
  pieces_.push_back({words_.size(), source_begin});
  words_ += words;
}

void MarkdownRules::check_words() {
  constexpr int most_lost = 20;  // each costs a search through the whole block
  std::size_t piece = 0;
  std::size_t free = 0;
  int lost = 0;
  for (const language::Personal& one : language::find_personal(words_)) {
    while (piece + 1 < pieces_.size() && pieces_[piece + 1].begin <= one.begin) ++piece;
    const std::string_view words =
        std::string_view(words_).substr(one.begin, one.end - one.begin);
    const std::size_t from = std::max(free, pieces_.empty() ? 0 : pieces_[piece].source);
    Stretch place = {};
    if (lost < most_lost) place = find_folded(positions_.text(), from, block_end_, words);
    if (place.end > place.begin) {
      free = place.end;
    } else {  // written with signs of Markdown inside
      ++lost;
      const std::size_t line_end = positions_.end_of_line(positions_.line_of(from));
      place = {std::min(from, line_end), line_end};
    }
    report_.add(personal_finding(one.kind, words, report_.place_of(place)));
  }
  words_.clear();
  pieces_.clear();
}

}  // namespace

void check_markdown(cmark_node* document, const Positions& positions,
                    const MarkdownDefinitions& definitions, MarkdownReport& report) {
  MarkdownRules(positions, definitions, report).check(document);
}

}  // namespace baraza::parse
