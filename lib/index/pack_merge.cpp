#include "index/pack_merge.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "base/files.hpp"

namespace baraza::index {

std::vector<std::uint32_t> choose_packs(const std::vector<Row>& rows,
                                        std::vector<PackSize>& packs, std::uint32_t fresh) {
  std::map<std::uint32_t, std::uint64_t> used;
  for (const Row& row : rows) used[row.place.pack] += row.place.bytes();
  std::erase_if(packs, [&](const PackSize& pack) { return !used.contains(pack.number); });
  std::sort(packs.begin(), packs.end(),
            [](const PackSize& a, const PackSize& b) { return a.number > b.number; });
  std::vector<std::uint32_t> chosen;
  std::uint64_t bytes = 0;
  bool gaps = false;
  for (const PackSize& pack : packs) {
    const std::uint64_t own = used[pack.number];
    const bool gappy = own < pack.bytes / 2;
    if (pack.number < fresh && own >= 2 * bytes && !gappy) continue;
    chosen.push_back(pack.number);
    bytes += own;
    gaps = gaps || gappy;
  }
  if (chosen.size() < 2 && !gaps) chosen.clear();
  return chosen;
}

Status merge_packs(const std::string& before, const std::string& folder, std::uint32_t fresh,
                   const std::vector<std::uint32_t>& chosen, std::vector<Row>& rows,
                   std::vector<PackSize>& packs) {
  std::uint32_t next = fresh;
  std::map<std::uint32_t, Pack> old;
  for (const PackSize& size : packs) {
    next = std::max(next, size.number + 1);
    if (std::find(chosen.begin(), chosen.end(), size.number) == chosen.end()) continue;
    const std::string& where = size.number < fresh ? before : folder;
    Result<Pack> pack = Pack::open(join_path(where, pack_name(size.number)), size.bytes);
    if (!pack) return pack.error();
    old.emplace(size.number, std::move(*pack));
  }
  Result<PackWriter> writer = PackWriter::open(join_path(folder, pack_name(next)), next);
  if (!writer) return writer.error();
  for (Row& row : rows) {
    const auto from = old.find(row.place.pack);
    if (from == old.end()) continue;
    const Result<std::string> bytes = from->second.read_raw(row.place);
    if (!bytes) return bytes.error();
    const Result<PackPlace> place = writer->add_raw(*bytes, row.place);
    if (!place) return place.error();
    row.place = *place;
  }
  std::erase_if(packs, [&](const PackSize& size) { return old.contains(size.number); });
  packs.push_back({next, writer->size()});
  for (const std::uint32_t number : chosen)
    if (number >= fresh)
      if (Status removed = remove_tree(folder, pack_name(number)); !removed) return removed;
  return writer->commit();
}

}  // namespace baraza::index
