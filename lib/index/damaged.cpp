#include "index/damaged.hpp"

#include "base/hash.hpp"

namespace baraza::index {
namespace {

constexpr const char* rule = "damage";
constexpr std::string_view is_damaged = "the index is damaged: ";

}  // namespace

Diagnostic damaged(std::string_view what) {
  return {.rule = rule,
          .message = std::string(is_damaged).append(what),
          .hint = "run `baraza index`"};
}

Diagnostic damaged_inside(std::string_view what) {
  return {.rule = rule,
          .message = std::string(is_damaged).append(what),
          .hint =
              "run `baraza index --verify` to see what is damaged, and then run "
              "`baraza index`"};
}

bool is_damage(const Diagnostic& reason) { return reason.rule == rule; }

std::string what_is_damaged(const Diagnostic& reason) {
  return reason.message.starts_with(is_damaged) ? reason.message.substr(is_damaged.size())
                                                : reason.message;
}

std::string with_hash(std::string_view bytes) { return hash_of(bytes).append(bytes); }

std::optional<std::string_view> without_hash(std::string_view bytes) {
  if (bytes.size() < hash_digits) return std::nullopt;
  const std::string_view rest = bytes.substr(hash_digits);
  if (hash_of(rest) != bytes.substr(0, hash_digits)) return std::nullopt;
  return rest;
}

Result<std::string> read_hashed(const std::string& path) {
  const std::string name = path.substr(path.rfind('/') + 1);
  if (kind_of(path) != EntryKind::file) return damaged("`" + name + "` is missing");
  Result<std::string> bytes = read_file(path, path);
  if (!bytes) return damaged("`" + name + "` cannot be read");
  if (!without_hash(*bytes)) return damaged_inside("`" + name + "` does not read as written");
  bytes->erase(0, hash_digits);
  return bytes;
}

}  // namespace baraza::index
