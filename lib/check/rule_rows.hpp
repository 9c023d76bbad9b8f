// The rows of the table of rules, a hundred at a time. For check's own files alone.
#pragma once

#include <span>

#include "check/rules.hpp"

namespace baraza::check {

std::span<const Rule> rules_of_reading();  // 1xx
std::span<const Rule> rules_of_schema();   // 2xx
std::span<const Rule> rules_of_bank();     // 3xx
std::span<const Rule> rules_of_data();     // 4xx

}  // namespace baraza::check
