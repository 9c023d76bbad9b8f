#include "check/bank_links.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include "base/text.hpp"
#include "check/uri.hpp"

namespace baraza::check {
namespace {

using content::Outline;

Diagnostic broken(const Outline& record, const content::Link& link, std::string message,
                  std::string hint) {
  return {.severity = Severity::error,
          .rule = "E315",  // broken-link
          .where = {.path = record.path, .span = link.span},
          .message = std::move(message),
          .hint = std::move(hint),
          .notes = {},
          .edits = {}};
}

void check_hidden(const Outline& record, const content::Link& link, const Outline& target,
                  Diagnostics& found) {
  if (target.publishable || !record.publishable) return;
  found.add({.severity = Severity::warning,
             .rule = "E316",  // hidden-target
             .where = {.path = record.path, .span = link.span},
             .message = "`" + target.id + "` is " + (target.draft ? "a draft" : "held back") +
                        ", so this link will not be on the site",
             .hint = "publish it, or take the link out",
             .notes = {},
             .edits = {}});
}

std::string name_of(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  return std::string(slash == std::string_view::npos ? path : path.substr(slash + 1));
}

std::string folder_of(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  return std::string(path.substr(0, slash == std::string_view::npos ? 0 : slash));
}

// `tusome` of `tusome.html`.
std::string without_ending(std::string_view name) {
  const std::size_t dot = name.rfind('.');
  return std::string(name.substr(0, dot == 0 ? std::string_view::npos : dot));
}

// What to write in a link from `record` to `path`: a space would end the address.
std::string link_to(const Outline& record, const std::string& path) {
  std::string link;
  for (const char c : relative_path(record.path, path))
    link += c == ' ' ? std::string("%20") : std::string(1, c);
  return link;
}

}  // namespace

std::string path_of_link(std::string_view from, std::string_view target) {
  const std::size_t slash = from.rfind('/');
  std::vector<std::string> parts;
  if (slash != std::string_view::npos)
    for (const std::string_view part : split(from.substr(0, slash), '/'))
      parts.emplace_back(part);
  for (const std::string_view part : split(target, '/')) {
    if (part.empty() || part == ".") continue;
    if (part != "..") {
      parts.emplace_back(part);
    } else {
      if (parts.empty()) return {};
      parts.pop_back();
    }
  }
  return join(parts, "/");
}

std::string relative_path(std::string_view from, std::string_view to) {
  std::vector<std::string_view> here = split(from, '/');
  std::vector<std::string_view> there = split(to, '/');
  std::size_t shared = 0;
  while (shared + 1 < here.size() && shared + 1 < there.size() && here[shared] == there[shared])
    ++shared;
  std::string path;
  for (std::size_t i = shared; i + 1 < here.size(); ++i) path += "../";
  for (std::size_t i = shared; i < there.size(); ++i)
    path += (i == shared ? "" : "/") + std::string(there[i]);
  return path;
}

const Outline* LinkChecker::find(std::string_view path) const {
  const auto at = std::lower_bound(
      records_.begin(), records_.end(), path,
      [](const Outline& one, std::string_view wanted) { return one.path < wanted; });
  return at == records_.end() || at->path != path ? nullptr : &*at;
}

const LinkChecker::PathsByName& LinkChecker::paths_by_id() {
  if (by_id_.empty())
    for (const Outline& record : records_) by_id_[record.id].push_back(record.path);
  return by_id_;
}

const LinkChecker::PathsByName& LinkChecker::paths_by_name() {
  if (by_name_) return *by_name_;
  by_name_.emplace();
  for (const std::string& file : files_)
    if (!file.ends_with(".md")) (*by_name_)[to_lower(name_of(file))].push_back(file);
  return *by_name_;
}

void LinkChecker::check(const Outline& record, Diagnostics& found) {
  for (const content::Link& link : record.links) check_link(record, link, found);
}

// A search looks at every name of the bank; where so many links are broken nobody reads what
// each of them may have meant.
bool LinkChecker::may_search() {
  constexpr int most = 200;
  return ++searches_ <= most;
}

void LinkChecker::check_link(const Outline& record, const content::Link& link,
                             Diagnostics& found) {
  const Uri uri = split_uri(link.target);
  if (!uri.scheme.empty() || uri.has_authority) return;
  const std::string anchor = percent_decode(uri.fragment);
  const std::string target = percent_decode(uri.path);
  if (target.empty()) {
    if (!anchor.empty()) check_anchor(record, link, record, anchor, found);
    return;
  }
  if (link.image || !target.ends_with(".md")) return check_file(record, link, target, found);
  // On a host the page would be looked for at its top, where it is only by chance.
  const std::string path =
      target.starts_with('/') ? std::string() : path_of_link(record.path, target);
  const Outline* const known = find(path);
  if (known == nullptr) {
    const std::string what = path.empty()                  ? "` leaves the bank"
                             : path.ends_with("README.md") ? "` is not a record"
                                                           : "` leads to no record";
    found.add(broken(record, link, "`" + shorten(link.target, 80) + what,
                     nearest_record(record, path.empty() ? target : path)));
    return;
  }
  check_hidden(record, link, *known, found);
  if (!anchor.empty()) check_anchor(record, link, *known, anchor, found);
}

void LinkChecker::check_anchor(const Outline& record, const content::Link& link,
                               const Outline& target, const std::string& anchor,
                               Diagnostics& found) {
  std::vector<std::string> anchors = target.anchors;
  for (const content::LessonOutline& lesson : target.lessons) anchors.push_back(lesson.id);
  if (std::find(anchors.begin(), anchors.end(), anchor) != anchors.end()) return;
  std::vector<std::string> near;
  if (may_search())
    for (const std::string& one : nearest(anchors, anchor)) near.push_back("#" + one);
  found.add(broken(record, link,
                   (&record == &target ? "this text" : "`" + target.path + "`") +
                       std::string(" has no heading `#") + shorten(anchor, 80) + "`",
                   did_you_mean(near)));
}

// A picture or a document beside the case: it is in the bank, or its place on the page would be
// empty.
void LinkChecker::check_file(const Outline& record, const content::Link& link,
                             const std::string& target, Diagnostics& found) {
  const std::string path =
      target.starts_with("/") ? std::string() : path_of_link(record.path, target);
  if (std::binary_search(files_.begin(), files_.end(), path)) return;
  const std::string shown = "`" + shorten(link.target, 80) + "`";
  const bool outside = !path.starts_with("cases/");
  std::string near = nearest_file(record, path.empty() ? target : path);
  if (near.empty() && !link.image) {
    const auto same = paths_by_id().find(without_ending(name_of(target)));
    if (same != paths_by_id().end())
      near = did_you_mean({link_to(record, same->second.front())});
  }
  if (near.empty())
    near = outside ? "put the file beside the case, and link to it by its name"
                   : "put the file beside the case";
  found.add(broken(record, link,
                   shown + (outside ? " leaves the bank" : " is no file of the bank"), near));
}

// The record that the writer of a link to `path` may have meant, as seen from `record`.
std::string LinkChecker::nearest_record(const Outline& record, const std::string& path) {
  const std::string wanted = content::name_of_path(path).id;
  const PathsByName& paths = paths_by_id();
  if (const auto same = paths.find(wanted); same != paths.end())
    return did_you_mean({link_to(record, same->second.front())});
  if (!may_search()) return {};
  std::vector<std::string> ids;
  ids.reserve(paths.size());
  for (const auto& [id, those] : paths) ids.push_back(id);
  std::vector<std::string> links;
  for (const std::string& near : nearest(ids, wanted))
    for (const std::string& one : paths.at(near))
      if (find(one)->kind != content::RecordKind::translation)
        links.push_back(link_to(record, one));
  return did_you_mean(links);
}

// The files that may have been meant by one named `path`, as seen from `record`: those of the
// same name, whatever their folder and the case of its letters, or else those of a name like
// it.
std::string LinkChecker::nearest_file(const Outline& record, const std::string& path) {
  constexpr std::size_t most = 3;
  std::vector<std::string> paths;
  const auto take = [&](const std::string& name) {
    const auto named = paths_by_name().find(name);
    if (named != paths_by_name().end())
      paths.insert(paths.end(), named->second.begin(), named->second.end());
  };
  const std::string wanted = to_lower(name_of(path));
  take(wanted);
  if (paths.empty() && may_search()) {
    std::vector<std::string> names;
    names.reserve(paths_by_name().size());
    for (const auto& [name, files] : paths_by_name()) names.push_back(name);
    for (const std::string& name : nearest(names, wanted)) take(name);
  }
  const auto is_beside = [&](const std::string& one) {
    return folder_of(one) == folder_of(record.path);
  };
  std::stable_partition(paths.begin(), paths.end(), is_beside);
  std::vector<std::string> links;
  for (const std::string& one : paths)
    if (links.size() < most) links.push_back(link_to(record, one));
  return did_you_mean(links);
}

}  // namespace baraza::check
