#include "publish/folder.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <optional>
#include <set>
#include <utility>

#include <fcntl.h>
#include <stdio.h>
#include <sys/file.h>
#include <sys/stat.h>

#include "base/files.hpp"
#include "base/hash.hpp"
#include "base/interrupt.hpp"
#include "base/text.hpp"
#include "publish/in_place.hpp"
#include "publish/manifest.hpp"
#include "publish/paths.hpp"
#include "publish/survey.hpp"
#include "publish/target.hpp"
#include "publish/tree.hpp"

namespace baraza::publish {
namespace {

Diagnostic not_ours(const std::string& shown, const std::string& example) {
  return {.message = "`" + shown + "` holds files that baraza did not write, such as `" +
                     example + "`",
          .hint = "name a new or empty folder for the site, or move these files away"};
}

// Trees are held by locks on the folders themselves, which go with their process.
Status hold(const Tree& tree) {
  if (::flock(tree.descriptor(), LOCK_EX | LOCK_NB) == 0) return Done();
  if (errno != EWOULDBLOCK) return Done();  // some file systems have no such locks
  return Diagnostic{.message = "another baraza is writing `" + tree.shown() + "`",
                    .hint = "run it again when that one is done"};
}

// What baraza wrote in a tree; nothing if there is nothing in it. Fails if it holds something
// but no list of ours.
Result<std::optional<Manifest>> read_manifest(Tree& tree) {
  const std::string name(manifest_name);
  if (tree.look(name).kind == EntryKind::missing) {
    std::string other;
    const Status walked = tree.walk([&](const std::string& path, EntryKind /*kind*/) {
      if (!is_temporary(path) && other.empty()) other = path;
      return false;
    });
    if (!walked) return walked.error();
    if (!other.empty()) return not_ours(tree.shown(), other);
    return std::optional<Manifest>();
  }
  const Result<std::string> text = tree.read(name);
  if (!text) return text.error();
  std::optional<Manifest> manifest = parse_manifest(*text);
  if (manifest) return manifest;
  return Diagnostic{
      .message = "`" + join_path(tree.shown(), name) +
                 "` is damaged: it no longer tells what baraza wrote",
      .hint = "if nothing in `" + tree.shown() + "` is yours, remove it and build again"};
}

bool cannot_exchange(int number) {
  constexpr std::array<int, 7> refusals = {EXDEV, EINVAL, ENOSYS,    EPERM,
                                           EBUSY, EACCES, EOPNOTSUPP};
  return std::find(refusals.begin(), refusals.end(), number) != refusals.end();
}

Diagnostic stopped() { return {.message = "interrupted; the site is as it was"}; }

}  // namespace

class Folder::Work {
 public:
  Work(FolderOptions options, Target target)
      : options_(std::move(options)), target_(std::move(target)) {}

  // Opens both trees and holds them. False if they were exchanged meanwhile.
  Result<bool> open_trees() {
    standby_.reset();
    site_.reset();
    if (kind_of(target_.path) != EntryKind::missing) {
      Result<Tree> site = Tree::open(target_.path, target_.shown);
      if (!site) return site.error();
      site_.emplace(std::move(*site));
      if (Status status = hold(*site_); !status) return status.error();
      const Result<std::optional<Manifest>> manifest = read_manifest(*site_);
      if (!manifest) return manifest.error();
      has_manifest_ = manifest->has_value();
      written_ = manifest->value_or(Manifest());
    }
    if (Status status = open_standby(); !status) return status.error();
    return standby_->is_at(target_.standby) &&
           (site_ ? site_->is_at(target_.path) : kind_of(target_.path) == EntryKind::missing);
  }

  // Finishes what a run before left half done.
  Status recover() {
    Result<std::optional<Manifest>> manifest = read_manifest(*standby_);
    if (!manifest) return manifest.error();
    if (!manifest->has_value())
      return standby_->write(std::string(manifest_name), render_manifest({}));
    if (!has_journal(*standby_)) return Done();
    if (!site_) {
      remove_journal(*standby_);
      return Done();
    }
    if (Status status = replace_in_place(*site_, written_, *standby_, **manifest); !status)
      return status;
    written_ = std::move(**manifest);
    has_manifest_ = true;
    result_.notes.push_back(
        "The build before was cut off; what it had begun was finished first.");
    return Done();
  }

  // Does the file system give one file two names? If not, what is equal already is left alone.
  void try_links() {
    if (!options_.link || !site_ || !has_manifest_) return;
    if (standby_->can_link_from(*site_, std::string(manifest_name))) return;
    options_.link = false;
    result_.notes.push_back(
        "The file system of `" + target_.shown +
        "` cannot give a file two names, so the site takes its room twice.");
  }

  Status put(const File& file) {
    Status status = take(file);
    if (!status && !failure_) failure_ = status.error();
    return status;
  }

  Result<Published> finish() {
    if (failure_) return *failure_;
    Survey found;
    if (site_) {
      Result<Survey> surveyed = look_through_site();
      if (!surveyed) return surveyed.error();
      found = std::move(*surveyed);
    }
    result_.removed = found.stale.size();
    result_.kept = found.foreign.size();
    for (const std::string& path : found.changed)
      result_.notes.push_back("`" + join_path(target_.shown, path) +
                              "` was changed by hand and is kept; baraza no longer writes it.");
    if (site_ && has_manifest_ && result_.written == 0 && written_ == wanted_) {
      for (const std::string& path : found.temporaries)
        if (Status status = site_->remove(path); !status) return status.error();
      return result_;
    }
    Status status = carry_over(found.foreign);
    if (status) status = remove_all_but(found.foreign);
    if (status)
      status = standby_->write(std::string(manifest_name), render_manifest(wanted_), Sync::yes);
    if (status && interrupted()) return stopped();
    if (status) status = replace(found.foreign);
    if (!status) return status.error();
    return result_;
  }

 private:
  Status take(const File& file) {
    if (interrupted()) return stopped();
    if (Status status = paths_.add(file.path); !status) return status;
    wanted_[file.path] = {.hash = hash_of(file.bytes), .size = file.bytes.size()};
    if (site_)
      if (const auto same = site_->find_same(file.path, file.bytes)) return keep(file, *same);

    const EntryKind there = site_ ? site_->look(file.path).kind : EntryKind::missing;
    const bool free = there == EntryKind::missing || there == EntryKind::folder;
    if (!free && !written_.contains(file.path))
      return Diagnostic{.message = "`" + join_path(target_.shown, file.path) +
                                   "` is in the way of the site, and baraza did not write it",
                        .hint = "move it away, or name another folder for the site"};
    ++result_.written;
    result_.bytes += file.bytes.size();
    if (standby_->holds(file.path, file.bytes)) return Done();
    return standby_->write_unseen(file.path, file.bytes);
  }

  Status open_standby() {
    const EntryKind there = kind_of(target_.standby);
    if (there != EntryKind::missing && there != EntryKind::folder)
      return Diagnostic{.message = "`" + target_.shown_standby + "` is no folder",
                        .hint = "baraza keeps the site's second tree there; move it away"};
    if (::mkdir(target_.standby.c_str(), 0777) != 0 && errno != EEXIST)
      return system_error("make the folder", target_.shown_standby, errno);
    Result<Tree> standby = Tree::open(target_.standby, target_.shown_standby);
    if (!standby) return standby.error();
    standby_.emplace(std::move(*standby));
    return hold(*standby_);
  }

  // The file is in the site as it should be.
  Status keep(const File& file, const Tree::Look& there) {
    ++result_.unchanged;
    if (standby_->look(file.path).same_file(there)) return Done();
    if (!options_.link && standby_->holds(file.path, file.bytes)) return Done();
    return standby_->take_from(*site_, file.path, options_.link);
  }

  Result<Survey> look_through_site() {
    return survey(*site_, written_, wanted_,
                  [this](const std::string& path) { return paths_.has_folder(path); });
  }

  Status carry_over(const std::map<std::string, EntryKind>& foreign) {
    for (const auto& [path, kind] : foreign) {
      Status status = Done();
      if (kind == EntryKind::folder)
        status = standby_->make_folder(path);
      else if (!standby_->look(path).same_file(site_->look(path)))
        status = standby_->take_from(*site_, path, options_.link);
      if (!status) return status;
    }
    return Done();
  }

  // What the standby holds from before and is in neither is removed.
  Status remove_all_but(const std::map<std::string, EntryKind>& foreign) {
    std::set<std::string> folders = paths_.folders();
    for (const auto& [path, kind] : foreign)
      for_each_folder_above(path, [&](const std::string& above) { folders.insert(above); });

    std::vector<std::string> leftover;
    Status status = standby_->walk([&](const std::string& path, EntryKind kind) {
      const bool folder = kind == EntryKind::folder;
      const bool asked_for = (folder ? folders.contains(path) : wanted_.contains(path)) ||
                             foreign.contains(path) || path == manifest_name;
      if (!asked_for) leftover.push_back(path);
      return asked_for;
    });
    for (std::size_t i = 0; i < leftover.size() && status; ++i)
      status = standby_->remove(leftover[i]);
    return status;
  }

  // The standby is whole: now it becomes the site.
  Status replace(const std::map<std::string, EntryKind>& foreign) {
    const char* const standby = target_.standby.c_str();
    const char* const site = target_.path.c_str();
    if (!site_) {
      if (::renameat2(AT_FDCWD, standby, AT_FDCWD, site, RENAME_NOREPLACE) == 0) return Done();
      if ((errno == EINVAL || errno == ENOSYS) && ::rename(standby, site) == 0) return Done();
      return system_error("make the folder", target_.shown, errno);
    }
    int refusal = EOPNOTSUPP;
    if (options_.exchange) {
      if (::renameat2(AT_FDCWD, standby, AT_FDCWD, site, RENAME_EXCHANGE) == 0)
        return fetch_late_arrivals(foreign);
      refusal = errno;
    }
    if (!cannot_exchange(refusal)) return system_error("replace", target_.shown, refusal);
    result_.notes.push_back("`" + target_.shown + "` could not be replaced in one step (" +
                            error_text(refusal) + "), so it was changed file by file.");
    return replace_in_place(*site_, written_, *standby_, wanted_);
  }

  // What somebody put into the old site since it was looked through is brought along. The trees
  // are exchanged: `site_` is the old one.
  Status fetch_late_arrivals(const std::map<std::string, EntryKind>& foreign) {
    const Result<Survey> found = look_through_site();
    if (!found) return Done();  // it blocks what is wanted, and stays in the standby
    for (const auto& [path, kind] : found->foreign) {
      if (foreign.contains(path) || kind == EntryKind::folder) continue;
      if (standby_->look(path).kind != EntryKind::missing) continue;
      if (Status status = standby_->take_from(*site_, path, options_.link); !status)
        return status;
      ++result_.kept;
    }
    return Done();
  }

  FolderOptions options_;
  Target target_;
  std::optional<Tree> site_;     // as it is now; none yet for a first build
  std::optional<Tree> standby_;  // as it will be
  bool has_manifest_ = false;    // of the site
  Manifest written_;             // what baraza wrote in the site
  Manifest wanted_;              // what it is to write now
  Paths paths_;
  Published result_;
  std::optional<Diagnostic> failure_;  // of a file that could not be taken
};

Folder::Folder(std::unique_ptr<Work> work) : work_(std::move(work)) {}
Folder::Folder(Folder&& other) noexcept = default;
Folder& Folder::operator=(Folder&& other) noexcept = default;
Folder::~Folder() = default;

Result<Folder> Folder::open(const FolderOptions& options) {
  Result<Target> target = check_target(options.path, options.root, options.sources);
  if (!target) return target.error();
  const std::size_t slash = target->path.rfind('/');
  if (slash > 0)
    if (Status status = make_folders(target->path.substr(0, slash)); !status)
      return status.error();

  auto work = std::make_unique<Work>(options, *target);
  constexpr int tries = 3;
  for (int i = 0; i < tries; ++i) {
    const Result<bool> opened = work->open_trees();
    if (!opened) return opened.error();
    if (!*opened) continue;
    if (Status status = work->recover(); !status) return status.error();
    work->try_links();
    return Folder(std::move(work));
  }
  return Diagnostic{.message = "another baraza is writing `" + target->shown + "`",
                    .hint = "run it again when that one is done"};
}

Status Folder::put(const File& file) { return work_->put(file); }

FileSink Folder::sink() {
  return [this](const File& file) { return put(file); };
}

Result<Published> Folder::finish() { return work_->finish(); }

}  // namespace baraza::publish
