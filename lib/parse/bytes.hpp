// Finds what no later step could read: bytes that are not UTF-8 text, and characters that a
// writer cannot see.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "base/diagnostic.hpp"

namespace baraza::parse {

// The most bytes a file of the bank may have.
inline constexpr std::size_t max_file_bytes = 2U << 20U;
// The same of a schema, a vocabulary or a framework.
inline constexpr std::size_t max_data_bytes = 4U << 20U;

// Adds [empty-file], [not-utf8], [utf-16], [control-character], [line-separator],
// [hidden-direction], [byte-order-mark], [file-too-large] and [lone-carriage-return], E101 to
// E109, and answers whether reading may go on. Of each kind at most 20 are placed one by one.
bool check_bytes(std::string_view bytes, const std::string& path, Diagnostics& found,
                 std::size_t max_bytes = max_file_bytes);

// `bytes` without a byte order mark.
std::string_view without_mark(std::string_view bytes);

}  // namespace baraza::parse
