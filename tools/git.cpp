#include "tools/git.hpp"

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <filesystem>
#include <utility>

#include "base/files.hpp"
#include "base/text.hpp"
#include "parse/picture.hpp"
#include "tools/process.hpp"

namespace baraza::tools {
namespace {

std::string_view first_line(std::string_view text) {
  return trim(text.substr(0, text.find('\n')));
}

// A name may end in white space, so only the line end goes.
std::string without_line_end(std::string text) {
  if (text.ends_with('\n')) text.pop_back();
  return text;
}

std::vector<std::string> split_names(std::string_view text) {
  std::vector<std::string> names;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\0'), text.size());
    names.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return names;
}

// Does check look into this file?
bool is_read(const std::string& path) {
  return path.ends_with(".md") || path.ends_with(".yaml") || path.ends_with(".html") ||
         parse::is_picture(path);
}

void add_names(std::vector<std::string>& names, std::vector<std::string> more) {
  names.insert(names.end(), more.begin(), more.end());
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
}

// A hook is told by GIT_DIR where its repository is, and git then takes the folder it runs in
// for the top of the work tree. That, and what is relative, counts from where baraza was
// started, not from the bank.
std::vector<std::string> place_words() {
  const char* const folder = std::getenv("GIT_DIR");      // NOLINT(concurrency-mt-unsafe)
  const char* const tree = std::getenv("GIT_WORK_TREE");  // NOLINT(concurrency-mt-unsafe)
  std::error_code failed;
  const std::string here = std::filesystem::current_path(failed).string();
  if (failed || (folder == nullptr && tree == nullptr)) return {};
  std::vector<std::string> words = {"--work-tree=" +
                                    (tree == nullptr ? here : join_path(here, tree))};
  if (folder != nullptr) words.push_back("--git-dir=" + join_path(here, folder));
  return words;
}

}  // namespace

std::string folder_in_repository(const std::string& path) {
  const std::string folder = real_path(path);
  for (std::string top = folder; !top.empty(); top.resize(top.rfind('/'))) {
    if (kind_of(join_path(top, ".git")) == EntryKind::missing) continue;
    const std::string inside = folder.substr(top.size());
    return inside.empty() ? std::string() : inside.substr(1) + "/";
  }
  return {};
}

Result<std::string> Git::run(std::vector<std::string> arguments,
                             const std::string& input) const {
  std::vector<std::string> words = {"git", "--no-optional-locks"};
  for (std::string& word : place_words()) words.push_back(std::move(word));
  words.insert(words.end(), arguments.begin(), arguments.end());
  Result<ProcessResult> result = run_process(words, root_, input);
  if (!result) {
    Diagnostic reason = result.error();
    if (reason.hint.empty()) reason.hint = "git must be installed for this";
    return reason;
  }
  if (result->code != 0)
    return Diagnostic{.message =
                          "git " + arguments[0] + ": " + std::string(first_line(result->err))};
  return std::move(result->out);
}

Result<std::vector<std::string>> Git::names(std::vector<std::string> arguments) const {
  const Result<std::string> out = run(std::move(arguments));
  if (!out) return out.error();
  return split_names(*out);
}

Result<Git> Git::open(const std::string& root) {
  Git git(root);
  const Result<std::string> inside = git.run({"rev-parse", "--is-inside-work-tree"});
  if (!inside && inside.error().message.find("not a git repository") == std::string::npos)
    return inside.error();
  if (!inside || trim(*inside) != "true")
    return Diagnostic{.message = "the bank is not in a git repository",
                      .hint = "`git init` makes one"};
  return git;
}

Result<std::string> Git::hooks_folder() const {
  const Result<std::string> top = run({"rev-parse", "--show-toplevel"});
  if (!top) return top.error();
  // Hooks run at the top, and a relative core.hooksPath counts from there.
  const Git at_top{without_line_end(*top)};
  const Result<std::string> hooks = at_top.run({"rev-parse", "--git-path", "hooks"});
  if (!hooks) return hooks.error();
  return join_path(at_top.root_, without_line_end(*hooks));
}

Result<std::string> Git::folder() const {
  const Result<std::string> prefix = run({"rev-parse", "--show-prefix"});
  if (!prefix) return prefix.error();
  return without_line_end(*prefix);
}

Result<std::string> Git::commit_of(const std::string& revision) const {
  const Result<std::string> id =
      run({"rev-parse", "--verify", "--quiet", "--end-of-options", revision + "^{commit}"});
  if (!id)
    return Diagnostic{
        .message = "git knows no revision `" + shorten(revision, 60) + "`",
        .hint = kind_of(join_path(root_, revision)) == EntryKind::missing
                    ? "name a commit, a branch or a tag, such as `main` or `HEAD~1`"
                    : "it is a file, which is named without `--changed`"};
  return std::string(trim(*id));
}

Result<std::vector<std::string>> Git::changed_since(const std::string& revision) const {
  if (revision == "HEAD" && !run({"rev-parse", "--verify", "--quiet", "HEAD"}))
    return names({"ls-files", "--cached", "--others", "--exclude-standard", "-z", "--", "."});
  const Result<std::string> commit = commit_of(revision);
  if (!commit) return commit.error();
  Result<std::vector<std::string>> changed =
      names({"diff", "--name-only", "--no-renames", "--relative", "-z", *commit, "--", "."});
  if (!changed) return changed;
  Result<std::vector<std::string>> fresh =
      names({"ls-files", "--others", "--exclude-standard", "-z", "--", "."});
  if (!fresh) return fresh;
  add_names(*changed, std::move(*fresh));
  return changed;
}

Result<std::vector<std::string>> Git::staged() const {
  return names(
      {"diff", "--cached", "--name-only", "--no-renames", "--relative", "-z", "--", "."});
}

Result<std::map<std::string, std::optional<std::string>>> Git::staged_instead() const {
  Result<std::vector<std::string>> differ =
      names({"diff", "--name-only", "--no-renames", "--relative", "-z", "--", "."});
  if (!differ) return differ.error();
  const Result<std::vector<std::string>> fresh =
      names({"ls-files", "--others", "--exclude-standard", "-z", "--", "."});
  if (!fresh) return fresh.error();
  std::map<std::string, std::optional<std::string>> instead;
  for (const std::string& path : *fresh) instead[path] = std::nullopt;
  std::vector<std::string> read;
  std::vector<std::string> objects_named;
  for (const std::string& path : *differ) {
    instead[path] = std::string();
    if (!is_read(path)) continue;
    read.push_back(path);
    objects_named.push_back(std::string(":./").append(path));
  }
  Result<std::vector<std::optional<std::string>>> bytes = objects(objects_named);
  if (!bytes) return bytes.error();
  for (std::size_t i = 0; i < read.size(); ++i) instead[read[i]] = std::move((*bytes)[i]);
  return instead;
}

Result<std::map<std::string, std::string>> Git::before(const std::string& revision,
                                                       const std::string& folder) const {
  const Result<std::string> commit = commit_of(revision);
  if (!commit) return commit.error();
  const Result<std::vector<std::string>> changed =
      names({"diff", "--name-only", "--no-renames", "--diff-filter=MDT", "--relative", "-z",
             *commit, "--", folder});
  if (!changed) return changed.error();
  std::vector<std::string> objects_named;
  for (const std::string& path : *changed)
    objects_named.push_back(std::string(*commit).append(":./").append(path));
  Result<std::vector<std::optional<std::string>>> bytes = objects(objects_named);
  if (!bytes) return bytes.error();
  std::map<std::string, std::string> files;
  for (std::size_t i = 0; i < changed->size(); ++i)
    if ((*bytes)[i]) files[(*changed)[i]] = std::move(*(*bytes)[i]);
  return files;
}

Result<std::vector<std::optional<std::string>>> Git::objects(
    const std::vector<std::string>& names) const {
  std::vector<std::optional<std::string>> result(names.size());
  std::string input;
  std::vector<std::size_t> asked;  // a name with a line end in it cannot be asked for
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (names[i].find('\n') != std::string::npos) continue;
    input += names[i] + '\n';
    asked.push_back(i);
  }
  if (asked.empty()) return result;
  const Result<std::string> out =
      run({"cat-file", "--batch=%(objecttype) %(objectsize)"}, input);
  if (!out) return out.error();
  // `blob 12`, a line end, the bytes, a line end; `NAME missing` where there is none.
  std::string_view rest = *out;
  for (const std::size_t i : asked) {
    const std::size_t end = rest.find('\n');
    if (end == std::string_view::npos) break;
    const std::string_view head = rest.substr(0, end);
    rest.remove_prefix(end + 1);
    if (head.ends_with(" missing") || head.ends_with(" ambiguous")) continue;
    const std::size_t space = head.rfind(' ');
    std::size_t size = 0;
    if (space == std::string_view::npos ||
        std::from_chars(head.data() + space + 1, head.data() + head.size(), size).ec !=
            std::errc() ||
        size + 1 > rest.size())
      break;
    if (head.starts_with("blob ")) result[i] = std::string(rest.substr(0, size));
    rest.remove_prefix(size + 1);
  }
  return result;
}

}  // namespace baraza::tools
