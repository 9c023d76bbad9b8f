#include "index/verify.hpp"

#include "base/files.hpp"
#include "index/damaged.hpp"
#include "index/generation.hpp"
#include "index/index.hpp"
#include "index/seal.hpp"

namespace baraza::index {
namespace {

std::vector<std::string> look_at(const std::string& folder, std::size_t& files) {
  const Result<std::vector<SealedFile>> sealed = read_seal(folder);
  if (!sealed) return {what_is_damaged(sealed.error())};
  files = sealed->size();
  std::vector<std::string> damage = find_damage(folder, *sealed, Look::bytes);
  const Result<std::string> origin = read_hashed(join_path(folder, "origin"));
  if (!origin) damage.push_back(what_is_damaged(origin.error()));
  if (!damage.empty()) return damage;
  const Result<Index> index = Index::open_generation(folder);
  if (!index) return {what_is_damaged(index.error())};
  const Result<std::vector<Entry>> entries = index->entries();
  if (!entries) return {what_is_damaged(entries.error())};
  return {};
}

}  // namespace

Result<Verified> verify_index(const std::string& index_folder) {
  Verified verified;
  const Result<std::string> current = read_current(index_folder);
  if (!current) {
    verified.damage.push_back(what_is_damaged(current.error()));
    return verified;
  }
  verified.generation = *current;
  if (current->empty()) return verified;
  const std::string folder = join_path(index_folder, *current);
  if (kind_of(folder) != EntryKind::folder) {
    verified.damage.push_back("`" + *current + "` is missing");
    return verified;
  }
  verified.damage = look_at(folder, verified.files);
  if (verified.damage.empty()) return verified;
  if (Status noted = note_damage(folder, verified.damage); !noted) return noted.error();
  return verified;
}

}  // namespace baraza::index
