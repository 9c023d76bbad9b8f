// Reads in the bytes of a picture whether it tells where it was taken.
//
// Cameras and phones write a position into the EXIF data of a picture, which stays in it unseen
// when it is published. JPEG, PNG, WebP, TIFF and HEIC are known by their first bytes, whatever
// the file is called. Sources: Exif 2.32 (CIPA DC-008), TIFF 6.0,
// https://www.w3.org/TR/png-3/#eXIf,
// https://developers.google.com/speed/webp/docs/riff_container
#pragma once

#include <cstddef>
#include <string_view>

namespace baraza::parse {

// As much of a picture as need be read: EXIF data stands near the beginning of nearly all.
inline constexpr std::size_t max_picture_bytes = std::size_t{1} << 20U;

// Does the name of a file say that it is such a picture?
bool is_picture(std::string_view path);

// Do the bytes, of which the end may be missing, hold a latitude and a longitude? Those that
// are zero or not filled in are none. Never reads outside of `bytes`.
bool has_position(std::string_view bytes);

}  // namespace baraza::parse
