#include "check/bank_links.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include "base/text.hpp"
#include "check/uri.hpp"

namespace baraza::check {
namespace {

using content::Card;

Diagnostic broken(const Card& card, const content::Link& link, std::string message,
                  std::string hint) {
  return {.severity = Severity::error,
          .rule = "E315",  // broken-link
          .where = {.path = card.path, .span = link.span},
          .message = std::move(message),
          .hint = std::move(hint),
          .notes = {},
          .edits = {}};
}

void check_hidden(const Card& card, const content::Link& link, const Card& target,
                  Diagnostics& found) {
  if (target.publishable() || !card.publishable()) return;
  found.add({.severity = Severity::warning,
             .rule = "E316",  // hidden-target
             .where = {.path = card.path, .span = link.span},
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

// What to write in a link from `card` to `path`: a space would end the address.
std::string link_to(const Card& card, const std::string& path) {
  std::string link;
  for (const char c : relative_path(card.path, path))
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

LinkChecker::LinkChecker(const CardsByPath& cards, const std::vector<std::string>& files)
    : cards_(cards), files_(files) {
  for (const auto& [path, card] : cards) records_[card->id].push_back(path);
  for (const std::string& file : files)
    if (!file.ends_with(".md")) by_name_[to_lower(name_of(file))].push_back(file);
}

void LinkChecker::check(const Card& card, Diagnostics& found) {
  for (const content::Link& link : card.links) check_link(card, link, found);
}

// A search looks at every name of the bank; where so many links are broken nobody reads what
// each of them may have meant.
bool LinkChecker::may_search() {
  constexpr int most = 200;
  return ++searches_ <= most;
}

void LinkChecker::check_link(const Card& card, const content::Link& link, Diagnostics& found) {
  const Uri uri = split_uri(link.target);
  if (!uri.scheme.empty() || uri.has_authority) return;
  const std::string anchor = percent_decode(uri.fragment);
  const std::string target = percent_decode(uri.path);
  if (target.empty()) {
    if (!anchor.empty()) check_anchor(card, link, card, anchor, found);
    return;
  }
  if (link.image || !target.ends_with(".md")) return check_file(card, link, target, found);
  const std::string path = path_of_link(card.path, target);
  const auto known = cards_.find(path);
  if (known == cards_.end()) {
    const std::string what = path.empty()                  ? "` leaves the bank"
                             : path.ends_with("README.md") ? "` is not a record"
                                                           : "` leads to no record";
    found.add(broken(card, link, "`" + shorten(link.target, 80) + what,
                     nearest_record(card, path.empty() ? target : path)));
    return;
  }
  check_hidden(card, link, *known->second, found);
  if (!anchor.empty()) check_anchor(card, link, *known->second, anchor, found);
}

void LinkChecker::check_anchor(const Card& card, const content::Link& link, const Card& target,
                               const std::string& anchor, Diagnostics& found) {
  std::vector<std::string> anchors = target.anchors;
  for (const content::Lesson& lesson : target.lessons) anchors.push_back(lesson.id);
  if (std::find(anchors.begin(), anchors.end(), anchor) != anchors.end()) return;
  std::vector<std::string> near;
  if (may_search())
    for (const std::string& one : nearest(anchors, anchor)) near.push_back("#" + one);
  found.add(broken(card, link,
                   (&card == &target ? "this text" : "`" + target.path + "`") +
                       std::string(" has no heading `#") + shorten(anchor, 80) + "`",
                   did_you_mean(near)));
}

// A picture or a document beside the case: it is in the bank, or its place on the page would be
// empty.
void LinkChecker::check_file(const Card& card, const content::Link& link,
                             const std::string& target, Diagnostics& found) {
  const std::string path =
      target.starts_with("/") ? std::string() : path_of_link(card.path, target);
  if (std::binary_search(files_.begin(), files_.end(), path)) return;
  const std::string shown = "`" + shorten(link.target, 80) + "`";
  const bool outside = !path.starts_with("cases/");
  std::string near = nearest_file(card, path.empty() ? target : path);
  if (near.empty() && !link.image) {
    const auto record = records_.find(without_ending(name_of(target)));
    if (record != records_.end()) near = did_you_mean({link_to(card, record->second.front())});
  }
  if (near.empty())
    near = outside ? "put the file beside the case, and link to it by its name"
                   : "put the file beside the case";
  found.add(broken(card, link,
                   shown + (outside ? " leaves the bank" : " is no file of the bank"), near));
}

// The record that the writer of a link to `path` may have meant, as seen from `card`.
std::string LinkChecker::nearest_record(const Card& card, const std::string& path) {
  const std::string wanted = content::name_of_path(path).id;
  if (const auto same = records_.find(wanted); same != records_.end())
    return did_you_mean({link_to(card, same->second.front())});
  if (!may_search()) return {};
  std::vector<std::string> ids;
  ids.reserve(records_.size());
  for (const auto& [id, paths] : records_) ids.push_back(id);
  std::vector<std::string> links;
  for (const std::string& near : nearest(ids, wanted))
    for (const std::string& one : records_.at(near))
      if (cards_.at(one)->kind != content::RecordKind::translation)
        links.push_back(link_to(card, one));
  return did_you_mean(links);
}

// The files that may have been meant by one named `path`, as seen from `card`: those of the
// same name, whatever their folder and the case of its letters, or else those of a name like
// it.
std::string LinkChecker::nearest_file(const Card& card, const std::string& path) {
  constexpr std::size_t most = 3;
  std::vector<std::string> paths;
  const auto take = [&](const std::string& name) {
    const auto named = by_name_.find(name);
    if (named != by_name_.end())
      paths.insert(paths.end(), named->second.begin(), named->second.end());
  };
  const std::string wanted = to_lower(name_of(path));
  take(wanted);
  if (paths.empty() && may_search()) {
    std::vector<std::string> names;
    names.reserve(by_name_.size());
    for (const auto& [name, files] : by_name_) names.push_back(name);
    for (const std::string& name : nearest(names, wanted)) take(name);
  }
  const auto is_beside = [&](const std::string& one) {
    return folder_of(one) == folder_of(card.path);
  };
  std::stable_partition(paths.begin(), paths.end(), is_beside);
  std::vector<std::string> links;
  for (const std::string& one : paths)
    if (links.size() < most) links.push_back(link_to(card, one));
  return did_you_mean(links);
}

}  // namespace baraza::check
