#include "render/site.hpp"

#include <set>

#include "render/address.hpp"
#include "render/maker.hpp"
#include "render/pages.hpp"

namespace baraza::render {
namespace {

using content::Card;
using content::Facet;

Diagnostic collision(const std::string& message, const std::string& hint) {
  return {.rule = "E431", .where = {}, .message = message, .hint = hint};
}

// No facet's pages stand where other pages do: not in a folder of the site's own, not in that
// of another facet, and no two pairs at one address.
Status check_folders(const Catalogue& catalogue) {
  std::set<std::string> taken;
  const std::vector<Facet>& facets = catalogue.bank().facets;
  for (const Facet& facet : facets) {
    if (is_folder_name(facet.plural) && !content::is_site_folder(facet.plural) &&
        taken.insert(facet.plural).second) {
      continue;
    }
    return collision(
        "the pages of facet `" + facet.field + "` cannot stand in `/" + facet.plural + "/`",
        "give it another `plural` in the schema");
  }
  for (std::size_t i = 0; i < facets.size(); ++i) {
    std::map<std::string, std::size_t> other_terms;
    for (const Catalogue::Partner& partner : catalogue.partners(i)) {
      if (!partner.first) continue;
      for (const auto& [term, use] : catalogue.terms(partner.facet)) {
        if (!use.has_page()) continue;
        const auto [at, fresh] = other_terms.emplace(term, partner.facet);
        if (fresh) continue;
        return collision("`" + term + "` is a term of `" + facets[at->second].field +
                             "` and of `" + facets[partner.facet].field +
                             "`, which both have pages with `" + facets[i].field + "`",
                         "rename one, or name the `pairs` in bank.yaml");
      }
    }
  }
  return Done{};
}

Status write_assets(const Maker& maker, const Templates& templates) {
  for (const auto& [path, bytes] : templates.assets) {
    if (Status done = maker.write_file("assets/" + path, bytes); !done) return done;
  }
  return Done{};
}

Status write_records(Maker& maker, const RecordReader& read) {
  const Catalogue& catalogue = maker.catalogue;
  for (const auto* cards : {&catalogue.cases(), &catalogue.lesson_only()}) {
    for (const Card* card : *cards) {
      const Result<content::Record> record = read(*card);
      if (!record) return record.error();
      if (Status done = render_case(maker, *card, *record); !done) return done;
    }
  }
  for (const Card* card : catalogue.insights()) {
    const Result<content::Record> record = read(*card);
    if (!record) return record.error();
    if (Status done = render_insight(maker, *card, *record); !done) return done;
  }
  return Done{};
}

Status write_lists(Maker& maker, const RecordReader& read) {
  for (const auto& make : {render_home, render_case_list, render_insight_list}) {
    if (Status done = make(maker); !done) return done;
  }
  if (Status done = render_digest(maker, read); !done) return done;
  for (std::size_t facet = 0; facet < maker.bank().facets.size(); ++facet) {
    if (Status done = render_facet(maker, facet); !done) return done;
  }
  for (const auto& make : {render_frameworks, render_about, render_not_found}) {
    if (Status done = make(maker); !done) return done;
  }
  return Done{};
}

}  // namespace

Status render_site(const content::Bank& bank, const RecordReader& read,
                   const Templates& templates, const SiteOptions& options,
                   const FileSink& sink) {
  std::vector<TemplateSource> sources;
  for (const auto& [name, page] : templates.pages)
    sources.push_back({name, page.path, page.text});
  Diagnostics found;
  const TemplateSet set = make_template_set(std::move(sources), Mode::strict, found);
  if (found.has_errors()) return found.sorted().front();

  const Catalogue catalogue(bank, options.drafts);
  if (Status done = check_folders(catalogue); !done) return done;
  const Words words(templates.texts);
  Maker maker(catalogue, words, set, options, sink);
  if (Status done = write_assets(maker, templates); !done) return done;
  if (Status done = write_records(maker, read); !done) return done;
  return write_lists(maker, read);
}

}  // namespace baraza::render
