// Links, images, and what looks like a link or a footnote and is none.
#include <utility>

#include "base/text.hpp"
#include "parse/link_target.hpp"
#include "parse/markdown_html.hpp"

namespace baraza::parse {
namespace {

std::string_view view(const char* text) {
  return text == nullptr ? std::string_view() : std::string_view(text);
}

}  // namespace

void MarkdownWriter::write_slot(const char* before, content::Link link) {
  body_.html += before;
  body_.slots.push_back({.offset = body_.html.size(), .link = body_.links.size()});
  body_.html += "\"";
  body_.links.push_back(std::move(link));
}

void MarkdownWriter::open_link(cmark_node* node) {
  const Stretch target = source_.find_target(source_.find_link(node));
  content::Link link{.target = std::string(view(cmark_node_get_url(node))),
                     .text = plain_text(node),
                     .span = report_.span_of(target)};
  if (kind_of_target(link.target) == TargetKind::refused) {
    const std::string_view scheme = scheme_of(link.target);
    report_.add("E170", target, "a link to `" + shorten(link.target, 60) + "` is not allowed",
                scheme.empty()
                    ? "write the whole address, with `https:`"
                    : "links may begin with https:, http:, mailto: or tel:, or be relative");
    links_.push_back(false);
    return;
  }
  const bool write = links_.empty();
  links_.push_back(write);
  if (!write) return;
  write_slot("<a href=\"", std::move(link));
  const std::string_view title = view(cmark_node_get_title(node));
  if (!title.empty()) body_.html += " title=\"" + escape_html(title) + "\"";
  body_.html += ">";
}

void MarkdownWriter::write_image(cmark_node* node) {
  const Stretch target = source_.find_target(source_.find_link(node));
  content::Link image{.target = std::string(view(cmark_node_get_url(node))),
                      .text = plain_text(node),
                      .image = true,
                      .span = report_.span_of(target)};
  if (kind_of_target(image.target) != TargetKind::relative) {
    report_.add("E171", target,
                "the image `" + shorten(image.target, 60) + "` is not a file of the bank",
                "put a copy of it beside the case, if its licence allows, and name that");
    body_.html += escape_html(image.text);
    return;
  }
  const std::string alternative = escape_html(image.text);
  write_slot("<img src=\"", std::move(image));
  body_.html += " alt=\"" + alternative + "\"";
  const std::string_view title = view(cmark_node_get_title(node));
  if (!title.empty()) body_.html += " title=\"" + escape_html(title) + "\"";
  body_.html += " loading=\"lazy\">";
}

// What still looks like a mark of a footnote or a link by reference has no definition.
void MarkdownWriter::find_undefined(cmark_node* text) {
  const std::string_view words = literal_of(text);
  for (std::size_t at = words.find('['); at != std::string_view::npos;
       at = words.find('[', at + 1)) {
    const std::size_t close = words.find_first_of("[]", at + 1);
    if (close == std::string_view::npos || words[close] == '[') continue;
    const std::string_view label = words.substr(at, close + 1 - at);
    if (label.starts_with("[^") && label.size() > 3) {
      report_undefined(text, label, true);
    } else if (at > 0 && words[at - 1] == ']' && label.size() > 2) {
      report_undefined(text, words.substr(at - 1, label.size() + 1), false);
    } else if (words.substr(close + 1, 2) == "[]" && label.size() > 2) {
      report_undefined(text, words.substr(at, label.size() + 2), false);
    }
  }
}

void MarkdownWriter::report_undefined(cmark_node* text, std::string_view words, bool note) {
  Stretch where = source_.find_words(text, words);
  if (where.begin == where.end) return;
  if (!note && words.front() == ']') ++where.begin;
  const std::string label(note ? words : trim(words.substr(words.front() == ']' ? 1 : 0)));
  if (note) {
    report_.add("E172", where, "the footnote `" + label + "` has no text",
                "add a paragraph `" + label + ": ...` below");
    return;
  }
  const std::string name = label.ends_with("[]") ? label.substr(0, label.size() - 2) : label;
  report_.add("E173", where, "the link `" + name + "` has no address",
              "add a line `" + name + ": https://...` below, or write `[text](address)`",
              Severity::warning);
}

}  // namespace baraza::parse
