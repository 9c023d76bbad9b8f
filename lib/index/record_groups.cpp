#include "index/record_groups.hpp"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <tuple>

#include "base/binary.hpp"
#include "base/hash.hpp"

namespace baraza::index {

std::vector<RecordGroup> make_record_groups(const std::vector<Source>& records) {
  std::vector<const Source*> sorted;
  sorted.reserve(records.size());
  for (const Source& record : records) sorted.push_back(&record);
  std::sort(sorted.begin(), sorted.end(), [](const Source* a, const Source* b) {
    return std::tie(a->id, a->path) < std::tie(b->id, b->path);
  });
  std::map<std::string, std::vector<const Source*>> translations;
  for (const Source* record : sorted)
    if (record->kind == content::RecordKind::translation)
      translations[record->translation_of].push_back(record);

  std::vector<RecordGroup> groups;
  for (const Source* record : sorted) {
    if (record->kind == content::RecordKind::translation) continue;
    if (!groups.empty() && groups.back().id == record->id) continue;
    BinaryWriter all;
    RecordGroup group{.id = record->id};
    const auto add = [&](const Source& source) {
      group.paths.push_back(source.path);
      all.text(source.path);
      all.text(source.hash);
    };
    add(*record);
    if (const auto own = translations.find(record->id); own != translations.end())
      for (const Source* translation : own->second) add(*translation);
    group.hash = short_hash(all.bytes());
    groups.push_back(std::move(group));
  }
  return groups;
}

std::size_t shard_of(const std::string& id, std::size_t shards) {
  return std::strtoul(hash_of(id).substr(0, 4).c_str(), nullptr, 16) % shards;
}

}  // namespace baraza::index
