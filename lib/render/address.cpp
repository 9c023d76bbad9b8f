#include "render/address.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace baraza::render {
namespace {

constexpr std::string_view index_name = "index.html";

std::string folder_of(std::initializer_list<std::string_view> parts) {
  std::string folder;
  for (const std::string_view part : parts) {
    folder += part;
    folder += '/';
  }
  return folder;
}

}  // namespace

std::string case_folder(std::string_view id) { return folder_of({"cases", id}); }

std::string lesson_folder(std::string_view case_id, std::string_view lesson_id) {
  return folder_of({"lessons", case_id, lesson_id});
}

std::string insight_folder(std::string_view id) { return folder_of({"insights", id}); }

std::string facet_folder(const content::Facet& facet) { return folder_of({facet.plural}); }

std::string term_folder(const content::Facet& facet, std::string_view term) {
  return folder_of({facet.plural, term});
}

std::string pair_folder(const content::Facet& facet, std::string_view term,
                        std::string_view other_term) {
  return folder_of({facet.plural, term, other_term});
}

std::string framework_folder(std::string_view id) { return folder_of({"frameworks", id}); }

std::string page_in(std::string_view folder, std::size_t number) {
  std::string path(folder);
  if (number > 1) path += folder_of({"page", std::to_string(number)});
  path += index_name;
  return path;
}

std::string link_between(std::string_view from, std::string_view to) {
  std::string anchor;
  const std::size_t hash = to.find('#');
  if (hash != std::string_view::npos) {
    anchor = "#" + escape_path(to.substr(hash + 1));
    to = to.substr(0, hash);
  }
  if (from == to && !anchor.empty()) return anchor;

  std::size_t shared = 0;  // where the folders that both have in common end
  for (std::size_t i = 0; i < std::min(from.size(), to.size()) && from[i] == to[i]; ++i) {
    if (from[i] == '/') shared = i + 1;
  }
  std::string link;
  const std::string_view below = from.substr(shared);
  for (auto ups = std::count(below.begin(), below.end(), '/'); ups > 0; --ups) link += "../";
  return link + escape_path(to.substr(shared)) + anchor;
}

std::string full_address(std::string_view url, std::string_view path) {
  if (path.ends_with(index_name)) path.remove_suffix(index_name.size());
  return std::string(url) + "/" + escape_path(path);
}

bool is_folder_name(std::string_view name) { return is_slug(name) && name != "page"; }

bool is_web_address(std::string_view address) {
  const std::string lower = to_lower(address.substr(0, 8));
  for (const std::string_view scheme : {"http://", "https://", "mailto:", "tel:"}) {
    if (lower.starts_with(scheme)) return address.size() > scheme.size();
  }
  return false;
}

}  // namespace baraza::render
