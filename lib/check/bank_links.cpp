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

// The record that the writer of a link to `path` may have meant, as seen from `card`.
std::string nearest_record(const Card& card, const std::string& path,
                           const CardsByPath& cards) {
  const std::string wanted = content::name_of_path(path).id;
  std::vector<std::string> ids;
  for (const auto& [known, other] : cards) {
    if (other->id == wanted) return did_you_mean({relative_path(card.path, known)});
    ids.push_back(other->id);
  }
  std::vector<std::string> links;
  for (const std::string& near : nearest(ids, wanted))
    for (const auto& [known, other] : cards)
      if (other->id == near && other->kind != content::RecordKind::translation)
        links.push_back(relative_path(card.path, known));
  return did_you_mean(links);
}

void check_anchor(const Card& card, const content::Link& link, const Card& target,
                  const std::string& anchor, Diagnostics& found) {
  std::vector<std::string> anchors = target.anchors;
  for (const content::Lesson& lesson : target.lessons) anchors.push_back(lesson.id);
  if (std::find(anchors.begin(), anchors.end(), anchor) != anchors.end()) return;
  std::vector<std::string> near;
  for (const std::string& one : nearest(anchors, anchor)) near.push_back("#" + one);
  found.add(broken(card, link,
                   (&card == &target ? "this text" : "`" + target.path + "`") +
                       std::string(" has no heading `#") + anchor + "`",
                   did_you_mean(near)));
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

// A picture or a document beside the case: it is in the bank, or its place on the page would be
// empty.
void check_file(const Card& card, const content::Link& link, const std::string& target,
                const std::vector<std::string>& files, Diagnostics& found) {
  const std::string path =
      target.starts_with("/") ? std::string() : path_of_link(card.path, target);
  if (std::binary_search(files.begin(), files.end(), path)) return;
  const std::string shown = "`" + shorten(link.target, 80) + "`";
  if (!path.starts_with("cases/"))
    return found.add(broken(card, link, shown + " leaves the bank",
                            "put the file beside the case, and link to it by its name"));
  std::vector<std::string> names;
  for (const std::string& file : files)
    if (!file.ends_with(".md")) names.push_back(relative_path(card.path, file));
  const std::string near = did_you_mean(nearest(names, target));
  found.add(broken(card, link, shown + " is no file of the bank",
                   near.empty() ? "put the file beside the case" : near));
}

void check_link(const Card& card, const content::Link& link, const CardsByPath& cards,
                const std::vector<std::string>& files, Diagnostics& found) {
  const Uri uri = split_uri(link.target);
  if (!uri.scheme.empty() || uri.has_authority) return;
  const std::string anchor = percent_decode(uri.fragment);
  const std::string target = percent_decode(uri.path);
  if (target.empty()) {
    if (!anchor.empty()) check_anchor(card, link, card, anchor, found);
    return;
  }
  if (link.image || !target.ends_with(".md"))
    return check_file(card, link, target, files, found);
  const std::string path = path_of_link(card.path, target);
  const auto known = cards.find(path);
  if (known == cards.end()) {
    const std::string what = path.empty()                  ? "` leaves the bank"
                             : path.ends_with("README.md") ? "` is not a record"
                                                           : "` leads to no record";
    found.add(broken(card, link, "`" + shorten(link.target, 80) + what,
                     nearest_record(card, path.empty() ? target : path, cards)));
    return;
  }
  check_hidden(card, link, *known->second, found);
  if (!anchor.empty()) check_anchor(card, link, *known->second, anchor, found);
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

void check_links(const Card& card, const CardsByPath& cards,
                 const std::vector<std::string>& files, Diagnostics& found) {
  for (const content::Link& link : card.links) check_link(card, link, cards, files, found);
}

}  // namespace baraza::check
