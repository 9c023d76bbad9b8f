// Bytes that tell whether they are as they were written, and what is said where they are not.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/diagnostic.hpp"
#include "base/files.hpp"
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

// A file that with_hash() made, without its hash; else damage.
Result<std::string> read_hashed(const std::string& path);

// What `decode` makes of the bytes of such a file in the folder of a generation.
template <class Decode>
auto read_side_file(const std::string& folder, const std::string& name, const Decode& decode)
    -> decltype(decode(std::string_view())) {
  const Result<std::string> bytes = read_hashed(join_path(folder, name));
  if (!bytes) return bytes.error();
  return decode(*bytes);
}

}  // namespace baraza::index
