#include "tools/record_id.hpp"

#include <algorithm>
#include <ostream>
#include <vector>

#include "base/files.hpp"
#include "base/text.hpp"
#include "content/card.hpp"
#include "tools/bank_folder.hpp"
#include "tools/format/terminal.hpp"

namespace baraza::tools {
namespace {

// From the bank's root, of a file of it; else as it was named.
std::string path_in_bank(const std::string& named, const Env& env) {
  const Result<std::string> root = find_bank(env.start);
  const std::string real = real_path(join_path(env.start, named));
  if (!root || real.empty() || kind_of(real) == EntryKind::missing) return named;
  const std::string real_root = real_path(*root);
  return real != real_root && lies_within(real, real_root) ? real.substr(real_root.size() + 1)
                                                           : named;
}

// `cases/kenya/wells.sw.md` is a translation of `cases/kenya/wells.md`.
std::string path_of_original(std::string path, const std::string& language) {
  constexpr std::string_view ending = ".md";
  if (!language.empty())
    path.erase(path.size() - ending.size() - language.size() - 1, language.size() + 1);
  return path;
}

// The lessons whose own id, behind that of their case, is `id`.
std::vector<std::string> lessons_named(std::string id, const index::Index& index) {
  if (!id.starts_with('#')) id.insert(0, "#");
  std::vector<std::string> ids;
  if (const auto entries = index.entries())
    for (const index::Entry& entry : *entries)
      if (entry.kind == index::Kind::lesson && entry.id.ends_with(id))
        ids.push_back("`" + entry.id + "`");
  return ids;
}

std::string advise_id(const std::string& id, const index::Index& index) {
  std::vector<std::string> ids;
  if (const auto lessons = index.lessons_of(id.substr(0, id.find('#'))))
    for (const index::Entry& lesson : *lessons) ids.push_back("`" + lesson.id + "`");
  if (!ids.empty()) return "the lessons of that case are " + join(ids, ", ");
  ids = lessons_named(id, index);
  if (ids.empty())
    return "a case has an id such as `some-case`, a lesson one such as `some-case#some-lesson`";
  constexpr std::size_t most = 10;
  const std::size_t more = ids.size() - std::min(ids.size(), most);
  ids.resize(ids.size() - more);
  return (ids.size() == 1 ? "the lesson that ends so is " : "the lessons that end so are ") +
         join(ids, ", ") + (more > 0 ? " and " + std::to_string(more) + " more" : "");
}

}  // namespace

Result<NamedRecord> find_record(const std::string& named, const index::Index& index,
                                const Env& env) {
  const Result<std::optional<std::size_t>> number = index.find_number(named);
  if (!number) return number.error();
  if (*number || !is_record(named)) return NamedRecord{.number = *number};
  const std::string path = path_in_bank(named, env);
  if (!is_record(path)) return NamedRecord{};
  const content::PathName name = content::name_of_path(path);
  const Result<std::optional<std::size_t>> found = index.find_number(name.id);
  if (!found) return found.error();
  if (!*found) return NamedRecord{};
  const Result<index::Entry> entry = index.entry(**found);
  if (!entry) return entry.error();
  if (entry->path != path_of_original(path, name.language)) return NamedRecord{};
  return NamedRecord{.number = *found, .language = name.language};
}

ExitCode refuse_id(const std::string& id, const index::Index& index, const Env& env) {
  const Result<std::vector<std::string>> near = index.nearest_ids(id);
  const std::string hint = near ? did_you_mean(*near) : std::string();
  write_error(env.err,
              "there is no record `" + shorten(id, longest_word) + "`" +
                  (hint.empty() ? "" : "; ") + hint,
              advise_id(id, index));
  return ExitCode::content;
}

}  // namespace baraza::tools
