#include "parse/picture.hpp"

#include <cstdint>
#include <string>
#include <vector>

#include <doctest/doctest.h>

using baraza::parse::has_position;
using baraza::parse::is_picture;
using namespace std::string_literals;

namespace {

std::string number(std::uint32_t value, std::size_t size, bool little) {
  std::string bytes;
  for (std::size_t i = 0; i < size; ++i) {
    const std::size_t shift = 8 * (little ? i : size - 1 - i);
    bytes += static_cast<char>(value >> shift & 0xFFU);
  }
  return bytes;
}

struct Exif {
  bool little = true;
  bool gps = true;                                          // is there a directory of places?
  std::vector<std::uint32_t> tags = {1, 2, 3, 4};           // what it holds
  std::vector<std::uint32_t> angle = {1, 1, 17, 1, 31, 1};  // of both, as fractions
  std::uint32_t type = 5;
};

// A TIFF of two directories: one entry that leads to the second, whose angles follow it.
std::string tiff(const Exif& exif) {
  const auto two = [&](std::uint32_t value) { return number(value, 2, exif.little); };
  const auto four = [&](std::uint32_t value) { return number(value, 4, exif.little); };
  std::string bytes = (exif.little ? "II" : "MM") + two(42) + four(8);
  bytes += two(2);
  bytes += two(0x010F) + two(2) + four(4) + "Pho\0"s;
  bytes += two(exif.gps ? 0x8825 : 0x8769) + two(4) + four(1) + four(38);
  bytes += four(0);
  const auto count = static_cast<std::uint32_t>(exif.tags.size());
  const std::uint32_t values = 38 + 2 + 12 * count + 4;
  bytes += two(count);
  for (const std::uint32_t tag : exif.tags) {
    const bool angle = tag == 2 || tag == 4;
    bytes += two(tag) +
             (angle ? two(exif.type) + four(3) + four(values) : two(2) + four(2) + "S\0\0\0"s);
  }
  bytes += four(0);
  for (const std::uint32_t part : exif.angle) bytes += four(part);
  return bytes;
}

std::string jpeg(const std::string& exif) {
  const std::string segment = "Exif\0\0"s + exif;
  return "\xFF\xD8\xFF\xE0"s + number(16, 2, false) + "JFIF\0\1\1\0\0\1\0\1\0\0"s +
         "\xFF\xE1"s + number(static_cast<std::uint32_t>(segment.size() + 2), 2, false) +
         segment + "\xFF\xDA\0\x08picture\xFF\xD9"s;
}

std::string png(const std::string& exif) {
  const auto chunk = [](const std::string& name, const std::string& data) {
    return number(static_cast<std::uint32_t>(data.size()), 4, false) + name + data + "crc!";
  };
  return "\x89PNG\r\n\x1A\n" + chunk("IHDR", std::string(13, 'x')) + chunk("IDAT", "picture") +
         chunk("eXIf", exif) + chunk("IEND", "");
}

std::string webp(const std::string& exif) {
  const auto chunk = [](const std::string& name, const std::string& data) {
    return name + number(static_cast<std::uint32_t>(data.size()), 4, true) + data +
           (data.size() % 2 == 1 ? "\0"s : "");
  };
  const std::string all =
      "WEBP" + chunk("VP8X", "1234567890") + chunk("VP8 ", "odd") + chunk("EXIF", exif);
  return "RIFF" + number(static_cast<std::uint32_t>(all.size()), 4, true) + all;
}

std::string heic(const std::string& exif) {
  return "\0\0\0\x18"s + "ftypheic" + "\0\0\0\0mif1heic"s + "....Exif\0\0 by chance...."s +
         "\0\0\0\6"s + "Exif\0\0"s + exif + "picture";
}

}  // namespace

TEST_CASE("a position is found in each kind of picture, in both orders of bytes") {
  for (const bool little : {true, false}) {
    const std::string exif = tiff({.little = little});
    CHECK(has_position(exif));
    CHECK(has_position(jpeg(exif)));
    CHECK(has_position(png(exif)));
    CHECK(has_position(webp(exif)));
    CHECK(has_position(webp("Exif\0\0"s + exif)));
    CHECK(has_position(heic(exif)));
  }
}

TEST_CASE("EXIF data without a position is none") {
  struct Row {
    std::string what;
    Exif exif;
  };
  const Row rows[] = {
      {"no directory of places", {.gps = false}},
      {"an empty one", {.tags = {}}},
      {"its version alone", {.tags = {0}}},
      {"a latitude alone", {.tags = {1, 2}}},
      {"a height and a time", {.tags = {5, 6, 7}}},
      {"zero everywhere", {.angle = {0, 1, 0, 1, 0, 1}}},
      {"not filled in", {.angle = {0, 0, 0, 0, 0, 0}}},
      {"of another type", {.type = 2}},
      {"with values that are not there", {.angle = {}}},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what);
    for (const std::string& exif : {tiff(row.exif)}) {
      CHECK_FALSE(has_position(exif));
      CHECK_FALSE(has_position(jpeg(exif)));
      CHECK_FALSE(has_position(png(exif)));
      CHECK_FALSE(has_position(webp(exif)));
      CHECK_FALSE(has_position(heic(exif)));
    }
  }
  CHECK_FALSE(has_position(""));
  CHECK_FALSE(has_position("GIF89a"));
  CHECK_FALSE(has_position("\xFF\xD8\xFF"));
  CHECK_FALSE(has_position("\xFF\xD8\xFF\xD9" + jpeg(tiff({}))));  // after its end
}

TEST_CASE("no bytes are read that are not there, whatever the others say") {
  const std::string exif = tiff({});
  for (const std::string& whole :
       {exif, jpeg(exif), png(exif), webp(exif), heic(exif), "RIFF"s, "\x89PNG\r\n\x1A\n"s}) {
    for (std::size_t size = 0; size < whole.size(); ++size) {
      const std::string cut = whole.substr(0, size);
      has_position(std::string_view(cut.data(), cut.size()));
    }
    for (std::size_t at = 0; at < whole.size(); ++at) {
      for (const char odd : {'\0', '\x01', '\x7F', '\xFF'}) {
        std::string changed = whole;
        changed[at] = odd;
        has_position(changed);
      }
    }
  }
  // Many marks that lead nowhere, and directories as long as they can be.
  std::string marks = "\0\0\0\x18"s + "ftypheic";
  while (marks.size() < baraza::parse::max_picture_bytes)
    marks += "Exif\0\0II*\0\x08\0\0\0\xFF\xFF"s;
  CHECK_FALSE(has_position(marks));
}

TEST_CASE("a picture is known by its name") {
  for (const char* name : {"a.jpg", "a/b.JPEG", "x.png", "x.webp", "x.TIF", "x.tiff", "x.heic"})
    CHECK(is_picture(name));
  for (const char* name : {"a.md", "jpg", "a.gif", "a.svg", "a.jpg.txt", "", "a.pdf"})
    CHECK_FALSE(is_picture(name));
}
