#include "tools/check_fix.hpp"

#include <array>
#include <set>
#include <utility>

#include "base/files.hpp"
#include "parse/bytes.hpp"
#include "tools/fix.hpp"

namespace baraza::tools {
namespace {

// Fixes uncover what was hidden below a mistake; it comes to an end long before.
constexpr int most_rounds = 20;

// Errors in what hides all others: the bytes (E10x), the fences (E12x), the YAML (E13x to
// E15x); last all that is read after them.
using Errors = std::array<std::size_t, 4>;

std::size_t layer_of(const std::string& rule) {
  if (rule < "E120") return 0;
  if (rule < "E130") return 1;
  return rule < "E160" ? 2 : 3;
}

// The fewer in an earlier layer, the better: a mend there uncovers what nobody could see.
std::map<std::string, Errors> errors_by_file(const LoadedBank& loaded) {
  std::map<std::string, Errors> errors;
  for (const Diagnostic& finding : loaded.found.all())
    if (finding.severity == Severity::error)
      ++errors[finding.where.path].at(layer_of(finding.rule));
  return errors;
}

class Mender {
 public:
  Mender(LoadedBank loaded, const Scope& scope, const Env& env)
      : scope_(scope), env_(env), overlay_(scope.overlay) {
    mended_.loaded = std::move(loaded);
  }

  Result<Mended> mend() {
    for (int round = 0; round < most_rounds; ++round) {
      const Result<bool> more = make_round();
      if (!more) return more.error();
      if (!*more) break;
    }
    return std::move(mended_);
  }

 private:
  // Makes one fix after another in each file, and checks all again; false where none is left.
  Result<bool> make_round() {
    std::map<std::string, std::size_t> made;
    Overlay next = overlay_;
    for (const auto& [path, fixes] : fixes_by_file(mended_.loaded.found.sorted())) {
      if (!scope_.contains(path) || given_up_.contains(path)) continue;
      const Result<std::string> text =
          read_bank_file(mended_.loaded.root, path, parse::max_data_bytes, overlay_);
      if (!text) return text.error();
      std::size_t count = 0;
      std::string after = apply_fixes(*text, fixes, count);
      if (after == *text) continue;
      made[path] = count;
      next[path] = std::move(after);
    }
    if (made.empty()) return false;
    Result<LoadedBank> loaded = load_bank(env_, mended_.loaded.depth, next);
    if (!loaded) return loaded.error();
    return take(std::move(*loaded), std::move(next), made);
  }

  Result<bool> take(LoadedBank loaded, Overlay next,
                    const std::map<std::string, std::size_t>& made) {
    auto before = errors_by_file(mended_.loaded);
    auto after = errors_by_file(loaded);
    bool worse = false;
    for (const auto& [path, count] : made) {
      if (after[path] <= before[path]) continue;
      given_up_.insert(path);
      worse = true;
    }
    if (worse) return true;  // the round is made again without those files
    for (const auto& [path, count] : made) {
      mended_.fixes += count;
      mended_.texts[path] = *next.at(path);
    }
    overlay_ = std::move(next);
    mended_.loaded = std::move(loaded);
    return true;
  }

  const Scope& scope_;
  const Env& env_;
  Overlay overlay_;
  Mended mended_ = {};
  std::set<std::string> given_up_ = {};
};

}  // namespace

Result<Mended> mend(LoadedBank loaded, const Scope& scope, const Env& env) {
  return Mender(std::move(loaded), scope, env).mend();
}

Status write_mended(const Mended& mended) {
  for (const auto& [path, text] : mended.texts) {
    // A symlink stays one: what it leads to is what is written.
    const std::string file = real_path(join_path(mended.loaded.root, path));
    if (const Status written = write_whole(file, text); !written) return written.error();
  }
  return Done{};
}

Result<std::string> diff_mended(const Mended& mended) {
  std::string patch;
  for (const auto& [path, text] : mended.texts) {
    const Result<std::string> part =
        unified_diff(path, join_path(mended.loaded.root, path), text);
    if (!part) return part.error();
    patch += *part;
  }
  return patch;
}

}  // namespace baraza::tools
