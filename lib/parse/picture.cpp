#include "parse/picture.hpp"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <optional>

#include "base/text.hpp"

namespace baraza::parse {
namespace {

using namespace std::string_view_literals;

constexpr std::string_view exif_mark = "Exif\0\0"sv;

// Numbers in bytes; every read beyond the end gives nothing.
class Bytes {
 public:
  Bytes(std::string_view bytes, bool little) : bytes_(bytes), little_(little) {}

  std::optional<std::uint32_t> number(std::size_t at, std::size_t size) const {
    if (at > bytes_.size() || bytes_.size() - at < size) return std::nullopt;
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < size; ++i) {
      const std::size_t from = little_ ? at + size - 1 - i : at + i;
      value = value << 8U | static_cast<unsigned char>(bytes_[from]);
    }
    return value;
  }
  std::optional<std::uint32_t> two(std::size_t at) const { return number(at, 2); }
  std::optional<std::uint32_t> four(std::size_t at) const { return number(at, 4); }

 private:
  std::string_view bytes_;
  bool little_;
};

// One entry of a directory of TIFF: what it is and where its value stands.
struct Entry {
  std::uint32_t type = 0;
  std::uint32_t count = 0;
  std::uint32_t value = 0;  // an offset where the value is longer than four bytes
};

// The entry `tag` of the directory at `at`.
std::optional<Entry> find_entry(const Bytes& tiff, std::size_t at, std::uint32_t tag) {
  constexpr std::size_t entry_size = 12;
  const std::optional<std::uint32_t> count = tiff.two(at);
  if (!count) return std::nullopt;
  for (std::size_t i = 0; i < *count; ++i) {
    const std::size_t entry = at + 2 + i * entry_size;
    const auto found = tiff.two(entry);
    if (!found) return std::nullopt;
    if (*found != tag) continue;
    const auto type = tiff.two(entry + 2);
    const auto number = tiff.four(entry + 4);
    const auto value = tiff.four(entry + 8);
    if (!type || !number || !value) return std::nullopt;
    return Entry{*type, *number, *value};
  }
  return std::nullopt;
}

enum class Angle { none, zero, filled };

// Degrees, minutes and seconds, each a fraction of two numbers.
Angle read_angle(const Bytes& tiff, std::size_t directory, std::uint32_t tag) {
  constexpr std::uint32_t fraction = 5;
  const std::optional<Entry> entry = find_entry(tiff, directory, tag);
  if (!entry || entry->type != fraction || entry->count != 3) return Angle::none;
  bool filled = false;
  for (std::size_t i = 0; i < 3; ++i) {
    const auto above = tiff.four(std::size_t{entry->value} + 8 * i);
    const auto below = tiff.four(std::size_t{entry->value} + 8 * i + 4);
    if (!above || !below) return Angle::none;
    if (i == 0 && *below == 0) return Angle::none;
    filled = filled || (*above != 0 && *below != 0);
  }
  return filled ? Angle::filled : Angle::zero;
}

bool tiff_has_position(std::string_view bytes) {
  constexpr std::uint32_t magic = 42;
  constexpr std::uint32_t gps = 0x8825;
  constexpr std::uint32_t latitude = 2;
  constexpr std::uint32_t longitude = 4;
  if (!bytes.starts_with("II") && !bytes.starts_with("MM")) return false;
  const Bytes tiff(bytes, bytes[0] == 'I');
  const auto first = tiff.four(4);
  if (tiff.two(2) != magic || !first) return false;
  const std::optional<Entry> directory = find_entry(tiff, *first, gps);
  if (!directory) return false;
  const Angle north = read_angle(tiff, directory->value, latitude);
  const Angle east = read_angle(tiff, directory->value, longitude);
  if (north == Angle::none || east == Angle::none) return false;
  return north == Angle::filled || east == Angle::filled;  // not both zero
}

// Some bytes from `at` on, as far as there are any.
std::string_view part(std::string_view bytes, std::size_t at, std::size_t size) {
  return bytes.substr(std::min(at, bytes.size()), size);
}

std::string_view without_exif_mark(std::string_view bytes) {
  if (bytes.starts_with(exif_mark)) bytes.remove_prefix(exif_mark.size());
  return bytes;
}

// Segments up to the picture itself, each with its length.
bool jpeg_has_position(std::string_view bytes) {
  const Bytes jpeg(bytes, false);
  std::size_t at = 2;
  for (;;) {
    while (at < bytes.size() && bytes[at] == '\xFF') ++at;  // the mark, and what fills up
    if (at >= bytes.size()) return false;
    const auto kind = static_cast<unsigned char>(bytes[at++]);
    if (kind == 0xDA || kind == 0xD9) return false;
    if (kind == 0x01 || (kind >= 0xD0 && kind <= 0xD7)) continue;  // have no length
    const auto size = jpeg.two(at);
    if (!size || *size < 2) return false;
    const std::string_view segment = part(bytes, at + 2, *size - 2);
    if (kind == 0xE1 && segment.starts_with(exif_mark) &&
        tiff_has_position(without_exif_mark(segment)))
      return true;
    at += *size;
    if (at >= bytes.size() || bytes[at] != '\xFF') return false;
  }
}

// Chunks of a name and a length; `little` is the order of its bytes. In PNG the length stands
// first, and four bytes for checking follow each.
bool chunks_have_position(std::string_view bytes, bool png) {
  const Bytes numbers(bytes, !png);
  const std::string_view wanted = png ? "eXIf" : "EXIF";
  std::size_t at = png ? 8 : 12;
  while (at < bytes.size()) {
    const auto size = numbers.four(png ? at : at + 4);
    if (!size) return false;
    if (part(bytes, png ? at + 4 : at, 4) == wanted)
      return tiff_has_position(without_exif_mark(part(bytes, at + 8, *size)));
    at += 8 + std::size_t{*size} + (png ? 4 : *size % 2);
  }
  return false;
}

// Of the boxes of HEIC only what matters is looked for: EXIF data with its mark.
bool boxes_have_position(std::string_view bytes) {
  constexpr int most = 8;  // marks that may be there by chance
  std::size_t at = bytes.find(exif_mark);
  for (int i = 0; i < most && at != std::string_view::npos; ++i) {
    if (tiff_has_position(bytes.substr(at + exif_mark.size()))) return true;
    at = bytes.find(exif_mark, at + 1);
  }
  return false;
}

}  // namespace

bool is_picture(std::string_view path) {
  constexpr std::string_view endings[] = {".avif", ".heic", ".heif", ".jpe",  ".jpeg",
                                          ".jpg",  ".png",  ".tif",  ".tiff", ".webp"};
  const std::size_t dot = path.rfind('.');
  return dot != std::string_view::npos &&
         std::find(std::begin(endings), std::end(endings), to_lower(path.substr(dot))) !=
             std::end(endings);
}

bool has_position(std::string_view bytes) {
  if (bytes.starts_with("\xFF\xD8\xFF")) return jpeg_has_position(bytes);
  if (bytes.starts_with("\x89PNG\r\n\x1A\n")) return chunks_have_position(bytes, true);
  if (bytes.starts_with("RIFF") && part(bytes, 8, 4) == "WEBP")
    return chunks_have_position(bytes, false);
  if (part(bytes, 4, 4) == "ftyp") return boxes_have_position(bytes);
  return tiff_has_position(bytes);
}

}  // namespace baraza::parse
