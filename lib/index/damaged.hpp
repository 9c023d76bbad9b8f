// Bytes that tell whether they are as they were written, and what is said where they are not.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/diagnostic.hpp"
#include "base/result.hpp"

namespace baraza::index {

// "the index is damaged: ...", with what would help. The rule of such a reason is `damage`.
Diagnostic damaged(std::string_view what);
// The same of what was written well and has changed since in its bytes alone.
Diagnostic damaged_inside(std::string_view what);

// One of the two: what is built on that is to be made anew. Only its rule tells.
bool is_damage(const Diagnostic& reason);
// `what` again, of any other reason the message.
std::string what_is_damaged(const Diagnostic& reason);

// The bytes behind their hash, and back; nothing where they are not those that were written.
std::string with_hash(std::string_view bytes);
std::optional<std::string_view> without_hash(std::string_view bytes);

// A file that with_hash() made, without its hash; else damaged().
Result<std::string> read_hashed(const std::string& path);

}  // namespace baraza::index
