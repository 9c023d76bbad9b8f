// Edits that put another value in the place of one. For check's own files alone.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"
#include "content/tree.hpp"

namespace baraza::check {

// `text` as YAML: plain where that is surely a text, else in double quotes.
std::string as_yaml(std::string_view text);

// A value in one line, as YAML: `{term: ended, as_of: 2022}`.
std::string as_flow(const content::Node& node);

// Puts `yaml` in the place of a scalar. None where the scalar goes over several lines or has no
// place.
std::vector<Edit> replace_by(const content::Node& scalar, std::string yaml);
// The same with a text, in quotes where the scalar was.
std::vector<Edit> replace_scalar(const content::Node& scalar, std::string_view text);

// A text that is one scalar, in the place of what stands in one line.
std::vector<Edit> replace_at(const Span& span, std::string_view text);

// The place of `count` characters of a scalar's text, from the one with the index `from`; all
// of the scalar where its text is not written as it is read.
Span span_inside(const content::Node& scalar, std::size_t from, std::size_t count);

}  // namespace baraza::check
