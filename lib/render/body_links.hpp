// Where the links and images of a record's Markdown lead on the site.
//
// A link to another file of Markdown leads to that record's page, with its anchor; images and
// documents of the bank are copied beside the page. What is not on the site is not linked.
#pragma once

#include <map>
#include <string>

#include "content/body.hpp"
#include "render/body_html.hpp"
#include "render/maker.hpp"

namespace baraza::render {

class BodyLinks {
 public:
  // `folder` is where files go that the texts of `card` show, below the site's root. The maker
  // and the card must outlive this.
  BodyLinks(Maker& maker, const content::Card& card, std::string folder);

  // For the page `here`. The answer refers to this and must not outlive it.
  ResolveLink on(std::string here);

 private:
  Result<std::optional<std::string>> resolve(const std::string& here,
                                             const content::Link& link);
  Result<std::optional<std::string>> copied(const std::string& here, const std::string& path);

  Maker* maker_;
  const content::Card* card_;
  std::string folder_;
  std::map<std::string, std::string> copied_;  // the site's path, by the bank's
};

// The path in the bank that `target`, written in the file `from`, names; empty if it is none or
// leaves the bank. `a/b.md` and `../c.md` become `cases/kenya/c.md`.
std::string path_in_bank(std::string_view from, std::string_view target);

// May a file of this name be shown or handed out? Pictures, documents and tables.
bool is_copied(std::string_view path);

}  // namespace baraza::render
