#include "publish/manifest.hpp"

#include <charconv>
#include <utility>

#include "base/text.hpp"

namespace baraza::publish {
namespace {

constexpr std::string_view first_line =
    "baraza 1: the files that baraza wrote here; all others are yours and are kept";

}  // namespace

std::string render_manifest(const Manifest& manifest) {
  std::string text(first_line);
  text.push_back('\n');
  for (const auto& [path, written] : manifest)
    text.append(written.hash + " " + std::to_string(written.size) + " " + path + "\n");
  return text;
}

std::optional<Manifest> parse_manifest(std::string_view text) {
  Manifest manifest;
  if (!text.ends_with('\n')) return std::nullopt;
  bool first = true;
  for (const std::string_view line : lines_of(text)) {
    if (std::exchange(first, false)) {
      if (line != first_line) return std::nullopt;
      continue;
    }
    const std::size_t one = line.find(' ');
    const std::size_t two = line.find(' ', one + 1);
    if (one != 32 || two == std::string_view::npos || two + 1 == line.size())
      return std::nullopt;
    Written written = {.hash = std::string(line.substr(0, one))};
    const char* const end = line.data() + two;
    const auto read = std::from_chars(line.data() + one + 1, end, written.size);
    if (read.ec != std::errc() || read.ptr != end) return std::nullopt;
    manifest.emplace_hint(manifest.end(), line.substr(two + 1), std::move(written));
  }
  return manifest;
}

}  // namespace baraza::publish
