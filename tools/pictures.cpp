#include "tools/pictures.hpp"

#include <optional>

#include "base/files.hpp"
#include "base/hash.hpp"
#include "base/interrupt.hpp"
#include "parse/picture.hpp"

namespace baraza::tools {
namespace {

// What the store keeps of a picture.
constexpr std::string_view with_place = "place";
constexpr std::string_view without_place = "no place";

}  // namespace

Result<std::vector<std::string>> find_placed_pictures(const std::string& root,
                                                      const std::vector<Entry>& files,
                                                      RecordStore& store, Diagnostics& found,
                                                      const Overlay& overlay) {
  std::vector<std::string> placed;
  for (const Entry& entry : files) {
    const std::string& file = entry.path;
    if (!parse::is_picture(file)) continue;
    if (interrupted()) return Diagnostic{.message = "interrupted"};
    if (const auto* instead = find_overlaid(overlay, file); instead != nullptr) {
      const std::string_view bytes = instead->value();  // what is not there is not listed
      if (parse::has_position(bytes.substr(0, parse::max_picture_bytes)))
        placed.push_back(file);
      continue;
    }
    if (const auto known = store.find(file, entry.stamp)) {
      if (known->head == with_place) placed.push_back(file);
      continue;
    }
    FileStamp stamp;
    const Result<std::string> bytes =
        read_start(join_path(root, file), file, parse::max_picture_bytes, &stamp);
    if (!bytes) {
      found.add(bytes.error());
      continue;
    }
    const bool has_place = parse::has_position(*bytes);
    store.put(file, stamp, hash_of(*bytes), has_place ? with_place : without_place, {});
    if (has_place) placed.push_back(file);
  }
  return placed;
}

}  // namespace baraza::tools
