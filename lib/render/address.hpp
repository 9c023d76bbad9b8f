// Where every page of the site stands, and how one page points to another.
//
// A path is what File::path is: relative to the site's root, `/`-separated, with its
// `index.html`. Links between pages are relative and name the file, so that one build works at
// a domain, below a path and from a disk.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "content/card.hpp"
#include "content/schema.hpp"

namespace baraza::render {

inline constexpr std::string_view style_path = "assets/style.css";
inline constexpr std::string_view icon_path = "assets/icon.svg";
inline constexpr std::string_view home_path = "index.html";

std::string case_folder(std::string_view id);
std::string lesson_folder(std::string_view case_id, std::string_view lesson_id);
std::string insight_folder(std::string_view id);
std::string facet_folder(const content::Facet& facet);
std::string term_folder(const content::Facet& facet, std::string_view term);
std::string pair_folder(const content::Facet& facet, std::string_view term,
                        std::string_view other_term);
std::string framework_folder(std::string_view id);

// The page of a folder: `cases/` is `cases/index.html`; the second page of a list is
// `cases/page/2/index.html`. `number` counts from 1.
std::string page_in(std::string_view folder, std::size_t number = 1);

// The address of `to` as a link on the page `from` writes it, escaped for an address. Both are
// paths; `to` may end in `#` and an anchor, and is that anchor alone where both are one page.
std::string link_between(std::string_view from, std::string_view to);

// The full address of a page below `url`, without its `index.html`.
std::string full_address(std::string_view url, std::string_view path);

// May `name` be one folder of a path? A slug, and not the `page` of lists.
bool is_folder_name(std::string_view name);

// An address of the web that a page may link to: http, https, mailto or tel.
bool is_web_address(std::string_view address);

}  // namespace baraza::render
