#include "index/verify.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "base/files.hpp"
#include "index/before.hpp"
#include "index/blocks.hpp"
#include "index/damaged.hpp"
#include "index/generation.hpp"
#include "index/index.hpp"
#include "index/seal.hpp"

namespace baraza::index {
namespace {

// Damage that was there before the files were sealed is met only where their parts are read.
std::vector<std::string> read_all(const Index& index) {
  std::vector<std::string> damage;
  const auto note = [&](const auto& read) {
    if (read) return;
    std::string what = what_is_damaged(read.error());
    if (std::find(damage.begin(), damage.end(), what) == damage.end())
      damage.push_back(std::move(what));
  };
  for (std::size_t i = 0; i < index.size(); ++i) {
    note(index.entry(i));
    note(index.texts(i));
    note(index.sheets(i));
  }
  note(index.marks());
  note(index.words());
  note(index.interface_texts({}));
  return damage;
}

// The same of files that no reader reads as a whole, and of what the next run is built on; what
// is told already is not told again.
void note_sealed_damage(const std::string& folder, std::vector<std::string>& damage) {
  const auto note = [&](const char* name, bool whole) {
    const std::string quoted = "`" + std::string(name) + "`";
    if (!whole && std::none_of(damage.begin(), damage.end(), [&](const std::string& told) {
          return told.starts_with(quoted);
        }))
      damage.push_back(quoted + " does not read as written");
  };
  for (const char* name : {"contents", "insights"}) {
    const Result<Blocks> blocks = Blocks::open(join_path(folder, name));
    note(name, blocks && blocks->whole());
  }
  note("flags", read_hashed(join_path(folder, "flags")).has_value());
  note("origin", read_side_file(folder, "origin", decode_origin).has_value());
}

std::vector<std::string> look_at(const std::string& folder, std::size_t& files) {
  const Result<std::vector<SealedFile>> sealed = read_seal(folder);
  if (!sealed) return {what_is_damaged(sealed.error())};
  files = sealed->size();
  std::vector<std::string> damage = find_damage(folder, *sealed, Look::bytes);
  note_sealed_damage(folder, damage);
  if (!damage.empty()) return damage;
  const Result<Index> index = Index::open_generation(folder);
  if (!index) return {what_is_damaged(index.error())};
  return read_all(*index);
}

Verified look_at_generation(const std::string& index_folder, const std::string& name) {
  Verified verified{.generation = name};
  const std::string folder = join_path(index_folder, name);
  if (kind_of(folder) != EntryKind::folder) {
    verified.damage.push_back("`" + name + "` is missing");
    return verified;
  }
  verified.damage = look_at(folder, verified.files);
  verified.unseen = !verified.damage.empty() && read_before(index_folder, name).has_value();
  return verified;
}

}  // namespace

Result<Verified> verify_index(const std::string& index_folder) {
  constexpr int most_tries = 5;
  std::string before;
  for (int i = 0;; ++i) {
    const Result<std::string> current = read_current(index_folder);
    if (!current) return Verified{.damage = {what_is_damaged(current.error())}};
    if (current->empty()) return Verified{};
    const Result<std::optional<Presence>> presence =
        Presence::enter(join_path(index_folder, *current));
    if (!presence) return presence.error();
    // A generation that two writers have left behind since its name was read is gone.
    if (presence->has_value() || *current == before || i == most_tries)
      return look_at_generation(index_folder, *current);
    before = *current;
  }
}

Status note_unseen(const std::string& index_folder, Verified& verified) {
  const Result<std::string> current = read_current(index_folder);
  if (!current || *current != verified.generation) {
    Result<Verified> now = verify_index(index_folder);
    if (!now) return now.error();
    verified = std::move(*now);
  }
  if (!verified.unseen) return Done{};
  verified.unseen = false;
  return note_damage(join_path(index_folder, verified.generation), verified.damage);
}

}  // namespace baraza::index
