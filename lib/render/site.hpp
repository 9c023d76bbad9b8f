// The stage render turns content and templates into the Files of a site: every page of a bank,
// one at a time, from its cards, its records and its templates.
//
// Only what is in a page is held while it is made. Each record is read once: the page of a case
// and those of its lessons are made together. Facets, terms and pairs come from the bank; a
// page, a section or a link is there only if it has content. Nothing depends on the day.
#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <string>

#include "base/file.hpp"
#include "base/result.hpp"
#include "content/bank.hpp"
#include "content/record.hpp"
#include "content/tree.hpp"

namespace baraza::render {

struct TemplateText {
  std::string path = {};  // as findings name it: `templates/case.html`
  std::string text = {};
};

// What the pages are made from. A bank's own files stand in place of those of the same name.
struct Templates {
  std::map<std::string, TemplateText> pages = {};  // by name without `.html`: `case`
  std::map<std::string, std::string> assets = {};  // bytes, by path below `assets/`
  content::Node texts = {};                        // the interface texts of the bank's language
};

struct SiteOptions {
  bool drafts = false;         // show drafts, each marked as one
  std::size_t page_size = 50;  // items on one page of a list
  // What the schema of a case calls its fields (their `title`), for those without a place of
  // their own on the page; a field that is missing here is shown by its name.
  std::map<std::string, std::string> field_labels = {};
  // The bytes of a file of the bank, by its path there: images and documents that a text links
  // to. Without it no such file is copied and its link goes nowhere.
  std::function<Result<std::string>(const std::string& path)> read_asset = {};
};

// Gives the whole record of a card of the bank.
using RecordReader = std::function<Result<content::Record>(const content::Card&)>;

// Hands every page and asset to `sink`, in an order that depends on the bank alone.
//
// Fails with what `read` or `sink` fail with; with a template's first finding, see template.hpp
// and template_set.hpp; and with
//   [E430 text-missing]   an interface text that a page needs is not there
//   [E431 page-collision] a facet whose pages would stand where others do
Status render_site(const content::Bank& bank, const RecordReader& read,
                   const Templates& templates, const SiteOptions& options,
                   const FileSink& sink);

}  // namespace baraza::render
