#include "check/digest_urls.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <string_view>

#include "base/text.hpp"

namespace baraza::check {
namespace {

using content::Outline;

// What the address has in common with all that are the same; empty of what is none.
std::string key_of(std::string_view url) {
  const std::size_t scheme = url.find("://");
  if (scheme == std::string_view::npos) return {};
  url.remove_prefix(scheme + 3);
  url = url.substr(0, url.find('#'));
  const std::size_t path = std::min(url.find_first_of("/?"), url.size());
  std::string host = to_lower(url.substr(0, path));
  if (host.starts_with("www.")) host.erase(0, 4);
  std::string key = host.append(url.substr(path));
  while (key.ends_with('/')) key.pop_back();
  return key;
}

}  // namespace

void check_digest_urls(const std::vector<Outline>& records, Diagnostics& found) {
  std::map<std::string, const Outline*> first_with;
  for (const Outline& record : records) {
    const std::string key = key_of(record.url);
    if (key.empty()) continue;
    const auto [first, is_new] = first_with.emplace(key, &record);
    if (is_new) continue;
    const Outline& other = *first->second;
    found.add({.severity = Severity::warning,
               .rule = "E334",  // same-address
               .where = {record.path, record.url_span},
               .message = "`" + other.path + "` points to this address too",
               .hint = "keep one of the two entries, and say there what both say; or correct "
                       "the address",
               .notes = {{{other.path, other.url_span}, "the other is here"}},
               .edits = {}});
  }
}

}  // namespace baraza::check
