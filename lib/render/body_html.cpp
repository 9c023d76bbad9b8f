#include "render/body_html.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "base/text.hpp"

namespace baraza::render {
namespace {

// Puts `prefix` before ids and before links to them. Both come from the writer of Markdown, so
// these characters stand nowhere else: texts and values have their quotes escaped.
std::string with_prefix(std::string html, const std::string& prefix) {
  if (prefix.empty()) return html;
  for (const std::string_view mark : {" id=\"", " href=\"#"}) {
    std::size_t at = 0;
    while ((at = html.find(mark, at)) != std::string::npos) {
      at += mark.size();
      html.insert(at, prefix);
    }
  }
  return html;
}

bool is_heading_tag(std::string_view html, std::size_t at, std::size_t digit) {
  return digit < html.size() && html[at] == '<' && (html[digit - 1] == 'h') &&
         html[digit] >= '1' && html[digit] <= '6' && digit + 1 < html.size() &&
         (html[digit + 1] == '>' || html[digit + 1] == ' ');
}

// Headings begin at `top` and go down one level at a time, whatever the author skipped.
std::string with_levels(std::string html, int top) {
  std::vector<int> open;  // the author's levels from the top to here
  for (std::size_t at = html.find("<h"); at != std::string::npos; at = html.find("<h", at)) {
    const std::size_t digit = at + 2;
    if (!is_heading_tag(html, at, digit)) {
      at += 2;
      continue;
    }
    const int level = html[digit] - '0';
    while (!open.empty() && open.back() >= level) open.pop_back();
    open.push_back(level);
    const int shown = std::min(6, top + static_cast<int>(open.size()) - 1);
    const std::string close = std::string("</h") + html[digit] + ">";
    html[digit] = static_cast<char>('0' + shown);
    at = html.find(close, digit);
    if (at == std::string::npos) break;
    html[at + 3] = static_cast<char>('0' + shown);
  }
  return html;
}

// Where the tag around the slot at `offset` begins.
std::size_t tag_start(const std::string& html, std::size_t offset) {
  const std::size_t at = html.rfind('<', offset);
  return at == std::string::npos ? 0 : at;
}

// The address of a link; one within the body itself takes the prefix of its ids.
std::string own_address(const content::Link& link, const std::string& address,
                        const std::string& prefix) {
  const bool within = link.target.starts_with('#') && address.starts_with('#');
  return within ? "#" + prefix + address.substr(1) : address;
}

// Fills the slots and puts the prefix before ids. Where a link goes nowhere, `<a
// href="">words</a>` becomes `<span>words</a>` and with_spans_closed() makes it whole; an image
// becomes its text.
Result<std::string> with_links(const content::Body& body, const BodyPlace& place) {
  const std::string& source = body.html;
  const auto between = [&](std::size_t from, std::size_t to) {
    return with_prefix(source.substr(from, to - from), place.id_prefix);
  };
  std::string out;
  std::size_t done = 0;
  for (const content::Slot& slot : body.slots) {
    if (slot.offset < done || slot.offset > source.size()) continue;
    if (slot.link >= body.links.size()) continue;
    const content::Link& link = body.links[slot.link];
    const Result<std::optional<std::string>> address = place.link(link);
    if (!address) return address.error();
    if (address->has_value()) {
      out += between(done, slot.offset);
      out += escape_html(own_address(link, **address, place.id_prefix));
      done = slot.offset;
      continue;
    }
    const std::size_t start = std::max(done, tag_start(source, slot.offset));
    const std::size_t end = source.find('>', slot.offset);
    if (end == std::string::npos) continue;
    out += between(done, start);
    out += link.image ? escape_html(link.text) : "<span>";
    done = end + 1;
  }
  return out + between(done, source.size());
}

// `<span>` without its `</span>`: the next `</a>` closes it.
std::string with_spans_closed(std::string html) {
  std::size_t at = 0;
  while ((at = html.find("<span>", at)) != std::string::npos) {
    const std::size_t close = html.find("</a>", at);
    if (close == std::string::npos) break;
    html.replace(close, 4, "</span>");
    at += 6;
  }
  return html;
}

// `s1, s3` as links, empty where they are sources that the page does not show, or nothing if
// one of them is no source.
std::optional<std::string> linked_ids(std::string_view ids, const ResolveSource& source) {
  std::string out;
  for (const std::string_view part : split(ids, ',')) {
    const std::string_view id = trim(part);
    const std::optional<CitedSource> found = is_slug(id) ? source(id) : std::nullopt;
    if (!found) return {};
    if (found->address.empty()) continue;
    out += out.empty() ? "<a" : ", <a";
    out += " class=\"cite\" href=\"" + escape_html(found->address) + "\" title=\"" +
           escape_html(found->title) + "\">" + std::string(id) + "</a>";
  }
  return out;
}

// The text between tags, with its `(s1)` linked, or left out with the space before it.
void append_cited(std::string& out, std::string_view text, const ResolveSource& source) {
  while (!text.empty()) {
    const std::size_t open = text.find('(');
    const std::size_t close = open == std::string_view::npos ? open : text.find(')', open);
    if (close == std::string_view::npos) break;
    const std::optional<std::string> linked =
        linked_ids(text.substr(open + 1, close - open - 1), source);
    if (!linked) {
      out += text.substr(0, open + 1);
      text.remove_prefix(open + 1);
      continue;
    }
    out += text.substr(0, open);
    if (linked->empty()) {
      while (!out.empty() && (out.back() == ' ' || out.back() == '\n')) out.pop_back();
    } else {
      out += "(" + *linked + ")";
    }
    text.remove_prefix(close + 1);
  }
  out += text;
}

// Elements in whose text nothing becomes a link.
int depth_change(std::string_view tag) {
  constexpr std::array<std::string_view, 3> closed = {"<a ", "<code", "<pre"};
  constexpr std::array<std::string_view, 3> closing = {"</a>", "</code>", "</pre>"};
  for (const std::string_view name : closed) {
    if (tag.starts_with(name)) return 1;
  }
  return std::find(closing.begin(), closing.end(), tag) != closing.end() ? -1 : 0;
}

std::string with_citations(const std::string& html, const ResolveSource& source) {
  if (!source) return html;
  std::string out;
  std::string_view rest = html;
  int depth = 0;
  while (!rest.empty()) {
    const std::size_t tag = std::min(rest.find('<'), rest.size());
    if (depth == 0) {
      append_cited(out, rest.substr(0, tag), source);
    } else {
      out += rest.substr(0, tag);
    }
    rest.remove_prefix(tag);
    const std::size_t end = rest.find('>');
    const std::string_view whole =
        rest.substr(0, end == std::string_view::npos ? end : end + 1);
    depth += depth_change(whole);
    out += whole;
    rest.remove_prefix(whole.size());
  }
  return out;
}

}  // namespace

Result<std::string> html_of(const content::Body& body, const BodyPlace& place) {
  Result<std::string> linked = with_links(body, place);
  if (!linked) return linked;
  return with_citations(with_levels(with_spans_closed(*linked), place.top_level), place.source);
}

std::string cited_html(std::string_view text, const ResolveSource& source) {
  return with_citations(escape_html(text), source);
}

std::string without_citations(std::string_view text, const ResolveSource& source) {
  std::string out;
  append_cited(out, text, [&](std::string_view id) -> std::optional<CitedSource> {
    if (source && source(id)) return CitedSource{};
    return {};
  });
  return out;
}

}  // namespace baraza::render
