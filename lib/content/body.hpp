// What the Markdown of a record became: HTML whose links are still open, and its plain text.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "base/place.hpp"

namespace baraza::content {

// One link or image of the text, in the order of the text.
struct Link {
  std::string target = {};  // as its author wrote it
  std::string text = {};    // of a link: its words; of an image: its alternative text
  bool image = false;
  Span span = {};  // of its target, or of the whole link where that cannot be told

  bool operator==(const Link&) const = default;
};

// A place in `Body::html`, a byte offset inside an empty href="" or src="", where render writes
// the address that `links[link]` has become on the site.
struct Slot {
  std::size_t offset = 0;
  std::size_t link = 0;

  bool operator==(const Slot&) const = default;
};

struct Heading {
  std::string id = {};  // unique in the body; the anchor of the page
  std::string text = {};
  int level = 0;  // 1 to 6
  Span span = {};

  bool operator==(const Heading&) const = default;
};

// A paragraph, list item, table row or heading as plain text, white space folded to single
// spaces.
struct Passage {
  std::string text = {};
  std::string heading = {};  // the text of the heading it stands under, or empty
  std::string anchor = {};   // the id of that heading, or empty
  int line = 0;              // in the file, from 1

  bool operator==(const Passage&) const = default;
};

struct Body {
  std::string html = {};         // safe to put on a page once its slots are filled
  std::vector<Slot> slots = {};  // by offset
  std::vector<Link> links = {};
  std::vector<Heading> headings = {};
  std::vector<Passage> passages = {};

  bool empty() const { return html.empty(); }
  bool operator==(const Body&) const = default;
};

}  // namespace baraza::content
