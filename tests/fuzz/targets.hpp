// What the fuzzer and the ordinary tests ask of any bytes: not only that nothing crashes, but
// that what comes back makes sense. Each function throws Broken where it does not.
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>

#include "base/diagnostic.hpp"
#include "content/body.hpp"
#include "content/tree.hpp"

namespace baraza::fuzz {

struct Broken : std::logic_error {
  using std::logic_error::logic_error;
};

void require(bool holds, const std::string& what);

// ---- the targets

// Bytes as a record, as a file of YAML and as a picture: trees, their places, the findings.
void fuzz_record(std::string_view bytes);
// A record against the schema of a case; and what follows a line of `====`, as a schema that is
// compiled and asked about the record.
void fuzz_check(std::string_view bytes);
// Bytes as Markdown: the HTML, its slots and links, the passages.
void fuzz_markdown(std::string_view bytes);

// ---- what all of them require

// Every place of the tree lies in `text`, and every map has a key for each child.
void require_places(const content::Node& node, std::string_view text);
// Every finding says where and what, and is placed in `text` if it is about the file `path`.
void require_findings(const Diagnostics& found, const std::string& path, std::string_view text);
// The HTML holds nothing but our own tags, closed in order; its slots are where render may
// write, and no link has a target that is refused.
void require_body(const content::Body& body, std::string_view text);

}  // namespace baraza::fuzz
