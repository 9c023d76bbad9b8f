#include "parse/heading_id.hpp"

#include "base/text.hpp"
#include "language/slug.hpp"

namespace baraza::parse {

std::string HeadingIds::next(std::string_view text) {
  std::string base = language::anchor(shorten(text, 80));
  if (base.empty()) base = "section";
  int& count = counts_[base];
  std::string id;
  do {
    id = ++count == 1 ? base : base + "-" + std::to_string(count);
  } while (!used_.insert(id).second);
  return id;
}

}  // namespace baraza::parse
