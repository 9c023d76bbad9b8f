// The HTML of a body, read by the letter: what the writer may write, and nothing else.
#include <algorithm>
#include <array>
#include <vector>

#include "parse/link_target.hpp"
#include "tests/fuzz/targets.hpp"

namespace baraza::fuzz {
namespace {

constexpr std::array<std::string_view, 28> own_tags = {
    "a",   "blockquote", "br",    "code", "del", "div",   "em", "h1", "h2",  "h3",
    "h4",  "h5",         "h6",    "hr",   "img", "li",    "ol", "p",  "pre", "strong",
    "sup", "table",      "tbody", "td",   "th",  "thead", "tr", "ul"};
constexpr std::array<std::string_view, 12> own_attributes = {
    "alt",  "aria-label", "class", "href",  "id",       "loading",
    "role", "scope",      "src",   "start", "tabindex", "title"};
constexpr std::array<std::string_view, 5> own_entities = {"&amp;", "&lt;", "&gt;", "&quot;",
                                                          "&#39;"};
// Each cell of a table's row costs a few bytes of HTML and none of the text, up to the guard's
// limit; each use of a reference copies its title.
constexpr std::size_t allowance = std::size_t{4} << 20U;

template <class Names>
bool is_one_of(const Names& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

class HtmlReader {
 public:
  explicit HtmlReader(std::string_view html) : html_(html) {}

  void read() {
    while (at_ < html_.size()) {
      if (html_[at_] == '<')
        read_tag();
      else
        read_character();
    }
    if (!open_.empty()) fail("`" + std::string(open_.back()) + "` is not closed");
  }

 private:
  [[noreturn]] void fail(const std::string& what) const {
    throw Broken("html: " + what + " near `" +
                 std::string(html_.substr(at_ < 40 ? 0 : at_ - 40, 80)) + "`");
  }

  void read_character() {
    if (html_[at_] == '>' || html_[at_] == '"') fail("a sign is not escaped");
    if (html_[at_] == '&' &&
        std::none_of(own_entities.begin(), own_entities.end(), [&](std::string_view entity) {
          return html_.substr(at_).starts_with(entity);
        }))
      fail("an entity is not ours");
    ++at_;
  }

  std::string_view read_name() {
    const std::size_t begin = at_;
    while (at_ < html_.size() &&
           (html_[at_] == '-' || (html_[at_] >= 'a' && html_[at_] <= 'z') ||
            (html_[at_] >= '1' && html_[at_] <= '6')))
      ++at_;
    return html_.substr(begin, at_ - begin);
  }

  void expect(std::string_view text) {
    if (!html_.substr(at_).starts_with(text)) fail("expected `" + std::string(text) + "`");
    at_ += text.size();
  }

  void read_tag() {
    expect("<");
    const bool closes = html_.substr(at_).starts_with("/");
    if (closes) ++at_;
    const std::string_view name = read_name();
    if (!is_one_of(own_tags, name)) fail("a tag is not ours");
    while (!closes && html_.substr(at_).starts_with(" ")) read_attribute();
    expect(">");
    if (closes) {
      if (open_.empty() || open_.back() != name) fail("a tag closes what is not open");
      open_.pop_back();
    } else if (name != "br" && name != "hr" && name != "img") {
      if (name == "a" && is_one_of(open_, "a")) fail("a link in a link");
      open_.push_back(name);
    }
  }

  void read_attribute() {
    expect(" ");
    if (!is_one_of(own_attributes, read_name())) fail("an attribute is not ours");
    expect("=\"");
    while (at_ < html_.size() && html_[at_] != '"') {
      if (html_[at_] == '<') fail("a sign is not escaped");
      read_character();
    }
    expect("\"");
  }

  std::string_view html_;
  std::size_t at_ = 0;
  std::vector<std::string_view> open_;
};

void require_slots(const content::Body& body) {
  std::size_t before = 0;
  for (const content::Slot& slot : body.slots) {
    require(slot.offset >= before && slot.offset < body.html.size(), "a slot is out of order");
    require(slot.link < body.links.size(), "a slot has no link");
    const std::string_view head = std::string_view(body.html).substr(0, slot.offset);
    require(head.ends_with(body.links[slot.link].image ? " src=\"" : " href=\"") &&
                body.html[slot.offset] == '"',
            "a slot is in no empty attribute");
    before = slot.offset;
  }
}

}  // namespace

void require_body(const content::Body& body, std::string_view text) {
  HtmlReader(body.html).read();
  require_slots(body);
  for (const content::Link& link : body.links) {
    const parse::TargetKind kind = parse::kind_of_target(link.target);
    require(kind != parse::TargetKind::refused, "a refused link stands: " + link.target);
    require(!link.image || kind == parse::TargetKind::relative,
            "an image from elsewhere stands: " + link.target);
  }
  std::size_t size = body.html.size();
  for (const content::Link& link : body.links) size += link.target.size() + link.text.size();
  for (const content::Passage& passage : body.passages) {
    require(passage.line >= 1, "a passage has no line");
    size += passage.text.size() + passage.heading.size();
  }
  require(size <= 100 * text.size() + allowance,
          "the text becomes " + std::to_string(size) + " bytes");
}

}  // namespace baraza::fuzz
