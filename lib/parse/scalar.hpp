// What a plain scalar means: the core schema of YAML 1.2, and nothing else. `no` is a text.
//
// Source: https://yaml.org/spec/1.2.2/#103-core-schema
#pragma once

#include <string>

#include "content/tree.hpp"

namespace baraza::parse {

// The node of a scalar without quotes; no place is set. Infinities and not-a-number are texts,
// since JSON has no such numbers.
content::Node make_plain(std::string text);

}  // namespace baraza::parse
