// The list, kept in a site, of the files that baraza wrote there: what it may remove.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace baraza::publish {

struct Written {
  std::string hash = {};  // as hash_of
  std::uint64_t size = 0;

  bool operator==(const Written&) const = default;
};

using Manifest = std::map<std::string, Written>;  // by path

constexpr std::string_view manifest_name = ".baraza-site";

// One line a file, `HASH SIZE PATH`, after a line that says what it is.
std::string render_manifest(const Manifest& manifest);
// Nothing if `text` is not what render_manifest made.
std::optional<Manifest> parse_manifest(std::string_view text);

}  // namespace baraza::publish
