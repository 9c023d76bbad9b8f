// What all pages of one build share, and the small views that many of them are made of.
#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>
#include <vector>

#include "content/bank.hpp"
#include "render/body_html.hpp"
#include "render/catalogue.hpp"
#include "render/site.hpp"
#include "render/template_set.hpp"
#include "render/view.hpp"
#include "render/words.hpp"

namespace baraza::render {

// A step of the way from the home page to a page; the page itself has no path.
struct Crumb {
  std::string label = {};
  std::string path = {};
};

// What the frame of a page says of it.
struct PageHead {
  std::string path = {};
  std::string title = {};        // of the window, without the bank's
  std::string description = {};  // for search engines; may be empty
  std::vector<Crumb> crumbs = {};
  std::string language = {};  // of the page's text; empty: the bank's
  std::string id = {};        // tells two pages with one title apart
};

// A case that a framework's term is held against, met while the case's page was made.
struct LensUse {
  std::string case_id = {};
  std::string fits = {};
  View because = {};  // HTML for the framework's page, ids of sources linked
};

// A term of the facet of this number. A page that stands under some terms does not say them
// again on each of its cards.
struct FacetTerm {
  std::size_t facet = 0;
  std::string term = {};

  bool operator==(const FacetTerm&) const = default;
};
using FacetTerms = std::vector<FacetTerm>;

class Maker {
 public:
  Maker(const Catalogue& catalogue, const Words& words, const TemplateSet& templates,
        const SiteOptions& options, const FileSink& sink);

  const Catalogue& catalogue;
  const Words& words;
  const SiteOptions& options;
  Neighbours neighbours;
  std::map<std::string, std::vector<LensUse>> lens_uses = {};  // by framework/term

  const content::Bank& bank() const { return catalogue.bank(); }
  const std::string& language() const { return bank().settings.language(); }

  // Fills the template `name` with `page` in the frame of `head` and hands it to the sink.
  Status write(std::string_view name, const PageHead& head, View page);
  // The same without a frame: the template is the whole page.
  Status write_bare(std::string_view name, std::string path, View page);
  Status write_file(std::string path, std::string bytes) const;
  std::size_t pages_written() const { return pages_; }

  // The page of the record in the bank's file `path`, with an anchor where it shares one; empty
  // if the site does not show it.
  std::string page_of_file(const std::string& path) const;
  // The digest, newest first; entry i stands on page i / page_size + 1.
  const std::vector<const content::Card*>& digest_by_date() const { return digest_; }
  // The entries of the digest whose texts link to the record, newest first.
  const std::vector<const content::Card*>& digest_on(const content::Card& card) const;

  // --- words ---
  // The label of a term of the first of `vocabularies` that has it; else the interface text
  // `terms.<vocabulary>.<term>`, else its id with spaces.
  std::string term(std::string_view vocabulary, std::string_view id) const;
  std::vector<std::string> terms(std::string_view vocabulary,
                                 const std::vector<std::string>& ids) const;
  // The labels of several terms, with commas between.
  std::string term_list(std::string_view vocabulary, const std::vector<std::string>& ids) const;
  std::string in_language(const content::Texts& texts) const;
  std::string licence_name(const std::string& spdx) const;

  // --- views; `here` is the path of the page they stand on ---
  View link(const std::string& here, const std::string& path, const std::string& label) const;
  View licence(const std::string& spdx) const;
  // {label, href}: href is empty where the term has no page.
  View term_link(const std::string& here, std::size_t facet, const std::string& term) const;
  // [{label, items: [term_link]}] for the facets of a card or a lesson that have terms, those
  // that are `said` already left out.
  template <class Shown>
  View term_groups(const std::string& here, const Shown& shown,
                   const FacetTerms& said = {}) const {
    View groups = View::list();
    for (std::size_t facet = 0; facet < bank().facets.size(); ++facet) {
      View group = term_group(here, facet, catalogue.terms_of(shown, facet), said);
      if (group.is_true()) groups.add(std::move(group));
    }
    return groups;
  }
  View case_card(const std::string& here, const content::Card& card,
                 const FacetTerms& said = {}) const;
  View lesson_card(const std::string& here, const LessonRef& ref,
                   const FacetTerms& said = {}) const;
  View insight_card(const std::string& here, const content::Card& card) const;
  View digest_item(const std::string& here, const content::Card& card) const;
  View digest_list(const std::string& here,
                   const std::vector<const content::Card*>& entries) const;
  View pages(const std::string& here, const std::string& folder, std::size_t number,
             std::size_t count) const;

  // A section that is there only if it has items: {items} or nothing.
  static View section(View items);

 private:
  // The record of the bank's file `path`, a translation's being its original; null if the site
  // does not show it.
  const content::Card* shown_record(const std::string& path) const;
  void find_digest_links();
  View term_group(const std::string& here, std::size_t facet,
                  const std::vector<std::string>& ids, const FacetTerms& said) const;
  View frame(const PageHead& head);
  View navigation(const std::string& here) const;

  const TemplateSet& templates_;
  const FileSink& sink_;
  std::size_t pages_ = 0;
  std::map<std::string, const content::Card*, std::less<>> files_;  // records by path
  std::vector<const content::Card*> digest_;
  std::map<const content::Card*, std::vector<const content::Card*>> digest_on_;  // by record
  std::unordered_set<std::size_t> titles_;  // hashes of those that are taken
};

// On which side of an insight's claim each case stands; each case once.
struct Sides {
  struct Stand {
    const content::Card* card = nullptr;
    std::vector<std::pair<LessonRef, const content::Support*>> lessons = {};
    bool supports = false;
    bool against = false;
  };
  std::vector<Stand> both = {}, supporting = {}, against = {};
};
Sides sides_of(const Catalogue& catalogue, const content::Card& insight);

// Those published last come first, then by id.
std::vector<const content::Card*> newest_first(std::vector<const content::Card*> cards);

// The fewest characters that tell what a page is about, for its description.
std::string description_of(std::string_view text);

}  // namespace baraza::render
