#include "index/before.hpp"

#include <utility>

#include "base/files.hpp"
#include "index/damaged.hpp"
#include "index/generation.hpp"

namespace baraza::index {

Result<Before> read_before(const std::string& index_folder, const std::string& name) {
  Before before{.name = name, .folder = join_path(index_folder, name)};
  Result<About> about = read_about(before.folder);
  if (!about) return about.error();
  Result<std::vector<SealedFile>> sealed = read_seal(before.folder);
  if (!sealed) return sealed.error();
  const std::vector<std::string> damage = find_damage(before.folder, *sealed, Look::stamps);
  if (!damage.empty()) return damaged(damage.front());
  Result<Contents> contents = Contents::open(join_path(before.folder, "contents"));
  if (!contents) return contents.error();
  if (!contents->whole()) return damaged("`contents` does not read as written");
  Result<Origin> origin = read_side_file(before.folder, "origin", decode_origin);
  if (!origin) return origin.error();
  const Result<StandingsFile> insights =
      StandingsFile::open(join_path(before.folder, "insights"));
  if (!insights) return insights.error();
  Result<Standings> standings = insights->all();
  if (!standings) return standings.error();
  before.about = std::move(*about);
  before.sealed = std::move(*sealed);
  before.contents = std::move(*contents);
  before.origin = std::move(*origin);
  before.standings = std::move(*standings);
  return before;
}

std::string why_anew(const Origin& origin, const Inputs& inputs) {
  if (origin.program != inputs.program)
    return "the index was made by another version of baraza";
  if (origin.language != language_mark())
    return "this baraza makes words of texts in another way than the one before";
  const std::vector<Change> changes = find_changes(origin.definitions, inputs.definitions);
  if (changes.empty()) return {};
  const std::string first = "`" + changes.front().path + "`";
  const std::size_t more = changes.size() - 1;
  if (more > 0) return first + " and " + std::to_string(more) + " more have changed";
  switch (changes.front().kind) {
    case Change::Kind::added:
      return first + " is new";
    case Change::Kind::removed:
      return first + " is gone";
    case Change::Kind::changed:
      break;
  }
  return first + " has changed";
}

Found find_before(const std::string& index_folder, const Inputs& inputs, std::size_t shards) {
  const Result<std::string> current = read_current(index_folder);
  if (!current) return {.why = current.error().message, .damaged = true};
  if (current->empty()) return {};
  Result<Before> before = read_before(index_folder, *current);
  if (!before) return {.why = before.error().message, .damaged = is_damage(before.error())};
  if (before->about.shards != shards || before->origin.packed.size() != shards)
    return {.why = "the index has another number of shards"};
  if (std::string why = why_anew(before->origin, inputs); !why.empty())
    return {.why = std::move(why)};
  return {.before = std::move(*before)};
}

}  // namespace baraza::index
