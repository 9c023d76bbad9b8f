// Makes the HTML of a Markdown body fit for the page it stands on: open links are filled,
// headings sink below those of the page, and ids of sources in round brackets become links.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "content/body.hpp"

namespace baraza::render {

// The address a link or image has on the page, not escaped. No address: the link is taken away
// and its words stay; an image becomes its alternative text.
using ResolveLink = std::function<Result<std::optional<std::string>>(const content::Link&)>;
// What a citation leads to.
struct CitedSource {
  std::string address = {};  // empty: the page does not show it, and its citation is left out
  std::string title = {};    // what the source is called; shown where a pointer rests on the id
};
// The source of an id, or nothing where it is none.
using ResolveSource = std::function<std::optional<CitedSource>(std::string_view)>;

struct BodyPlace {
  int top_level = 2;           // what the highest heading of the body becomes: <h2>
  std::string id_prefix = {};  // put before each id, where several bodies share a page
  ResolveLink link = {};
  ResolveSource source = {};  // may be empty
};

// Fails with what `place.link` fails with.
Result<std::string> html_of(const content::Body& body, const BodyPlace& place);

// A plain text as HTML; `(s1, s3)` become links where `source` knows both.
std::string cited_html(std::string_view text, const ResolveSource& source);
// A plain text without its citations, for where no link can stand.
std::string without_citations(std::string_view text, const ResolveSource& source);

}  // namespace baraza::render
