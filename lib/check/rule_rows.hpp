// The rows of the table of rules, in pieces. For check's own files alone.
#pragma once

#include <span>

#include "check/rules.hpp"

namespace baraza::check {

std::span<const Rule> rules_of_files();     // 101 to 121
std::span<const Rule> rules_of_yaml();      // 130 to 159
std::span<const Rule> rules_of_markdown();  // 160 to 181
std::span<const Rule> rules_of_words();     // 182 to 199
std::span<const Rule> rules_of_schema();    // 2xx
std::span<const Rule> rules_of_bank();      // 301 to 316
std::span<const Rule> rules_of_versions();  // 317 to 349
std::span<const Rule> rules_of_data();      // 4xx

}  // namespace baraza::check
