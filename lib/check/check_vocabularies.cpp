#include "check/check_vocabularies.hpp"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <map>
#include <string>
#include <utility>

#include "base/text.hpp"

namespace baraza::check {
namespace {

using content::Term;
using content::Vocabulary;

void add(Diagnostics& found, std::string rule, Place where, std::string message,
         std::string hint, std::vector<Note> notes = {}) {
  found.add({.severity = Severity::error,
             .rule = std::move(rule),
             .where = std::move(where),
             .message = std::move(message),
             .hint = std::move(hint),
             .notes = std::move(notes),
             .edits = {}});
}

// Nobody would read on; the rest is only counted.
constexpr std::size_t most_findings = 200;
constexpr std::ptrdiff_t most_named = 6;  // terms of a circle

class VocabularyChecker {
 public:
  VocabularyChecker(const Vocabulary& vocabulary, Diagnostics& found)
      : vocabulary_(vocabulary), found_(found) {}

  void check() {
    for (const Term& term : vocabulary_.terms) {
      if (term.id.empty()) continue;  // its schema has said so
      claim(term, term.id);
      ids_.push_back(term.id);
    }
    for (const Term& term : vocabulary_.terms) {
      for (const std::string& alias : term.aliases) claim(term, alias);
      check_links(term);
    }
    if (count_ > most_findings)
      baraza::check::add(found_, "E159", {vocabulary_.where.path, {}},  // yaml-more
                         std::to_string(count_ - most_findings) + " more findings in this file",
                         "mend the others first");
  }

 private:
  void add(std::string rule, const Term& term, std::string message, std::string hint,
           std::vector<Note> notes = {}) {
    if (++count_ > most_findings) return;
    baraza::check::add(found_, std::move(rule), term.where, std::move(message), std::move(hint),
                       std::move(notes));
  }

  std::string nearest_to(const std::string& id) const {
    return count_ < most_findings ? did_you_mean(nearest(ids_, id)) : std::string();
  }

  void claim(const Term& term, const std::string& id) {
    const auto [first, is_new] = owners_.emplace(id, &term);
    if (is_new) return;
    if (first->second == &term)
      add("E410", term, "the term `" + id + "` has its own id as a former one",
          "take it out of `aliases`");  // term-twice
    else
      add("E410", term, "the term `" + id + "` is here twice", "give one of the two another id",
          {{first->second->where, "first used here"}});
  }

  void check_links(const Term& term) {
    if (!term.replaced_by.empty() && !knows(term.replaced_by))
      add("E411", term,  // unknown-replacement
          "`" + term.id + "` is replaced by the unknown term `" + term.replaced_by + "`",
          nearest_to(term.replaced_by));
    if (term.broader.empty()) return;
    if (!knows(term.broader))
      add("E412", term,  // unknown-broader
          "`" + term.id + "` belongs to the unknown term `" + term.broader + "`",
          nearest_to(term.broader));
    else
      check_way_up(term);
  }

  bool knows(const std::string& id) const {
    const auto owner = owners_.find(id);
    return owner != owners_.end() && owner->second->id == id;
  }

  const Term* wider_than(const Term& term) const {
    const auto owner = owners_.find(term.broader);
    return term.broader.empty() || owner == owners_.end() ? nullptr : owner->second;
  }

  // Each way up is gone once: it ends at the top, where another went before, or in a circle,
  // which is told once.
  void check_way_up(const Term& term) {
    std::vector<const Term*> way;
    const Term* at = &term;
    while (at != nullptr && ways_.emplace(at, &term).second) {
      way.push_back(at);
      at = wider_than(*at);
    }
    if (at == nullptr || ways_.at(at) != &term) return;
    way.erase(way.begin(), std::find(way.begin(), way.end(), at));
    way.push_back(at);
    std::vector<std::string> ids;
    ids.reserve(way.size());
    for (const Term* one : way) ids.push_back("`" + one->id + "`");
    if (std::ssize(ids) > most_named + 2) {
      ids.erase(ids.begin() + most_named, ids.end() - 1);
      ids.insert(ids.end() - 1, "...");
    }
    add("E413", *at,  // broader-loop
        "`" + at->id + "` is broader than itself",
        "take one `broader` out on the way from term to term: " + join(ids, ", "));
  }

  const Vocabulary& vocabulary_;
  Diagnostics& found_;
  std::map<std::string, const Term*> owners_;
  std::vector<std::string> ids_;
  std::size_t count_ = 0;
  // Only asked, never gone through:
  std::map<const Term*, const Term*> ways_;  // a term, and the one whose way up met it first
};

void check_flag(const content::Facet& facet, Diagnostics& found) {
  const bool taken = content::is_own_option(facet.flag) || content::is_own_option(facet.field);
  const bool named = is_slug(facet.flag) && facet.flag[0] >= 'a' && facet.flag[0] <= 'z';
  if (named && !taken) return;
  const bool by_field = named && !content::is_own_option(facet.flag);
  const std::string& name = by_field ? facet.field : facet.flag;
  add(found, "E414", {"schemas/case.schema.yaml", facet.span},  // facet-name
      taken ? "`" + shorten(name, 60) + "` is already " +
                  "an option of the program, or a field of its queries"
            : "`" + shorten(name, 60) + "` cannot be an option, as the flag of `" +
                  facet.field + "` must",
      by_field ? "give the field another name"
      : taken
          ? "choose another `flag`"
          : "write a `flag` of lower-case letters and digits, joined by single hyphens, that "
            "begins with a letter");
}

// Flags and folders are named after facets, so no two share a name.
void check_facets(const std::vector<content::Facet>& facets, Diagnostics& found) {
  for (const content::Facet& facet : facets) check_flag(facet, found);
  for (const content::Facet& facet : facets)
    if (!is_slug(facet.plural) || content::is_site_folder(facet.plural))
      add(found, "E414", {"schemas/case.schema.yaml", facet.span},  // facet-name
          "the pages of `" + facet.field + "` cannot be in the folder `" +
              shorten(facet.plural, 60) + "`",
          content::is_site_folder(facet.plural)
              ? "the site has pages of its own there; choose another `plural`"
              : "write a `plural` of lower-case letters and digits, joined by single hyphens");
  for (std::size_t i = 0; i < facets.size(); ++i)
    for (std::size_t j = 0; j < i; ++j) {
      const bool flag = facets[i].flag == facets[j].flag;
      if (!flag && facets[i].plural != facets[j].plural) continue;
      add(found, "E414", {"schemas/case.schema.yaml", facets[i].span},  // facet-name
          "the facets `" + facets[j].field + "` and `" + facets[i].field + "` share the " +
              (flag ? "flag `" + facets[i].flag : "plural `" + facets[i].plural) + "`",
          "give one of them another in its `x-facet`");
    }
}

}  // namespace

void check_vocabularies(const content::Vocabularies& vocabularies,
                        const std::vector<content::Facet>& facets, Diagnostics& found) {
  check_facets(facets, found);
  for (const auto& [id, vocabulary] : vocabularies.lists)
    VocabularyChecker(vocabulary, found).check();
  for (const auto& [id, framework] : vocabularies.frameworks)
    VocabularyChecker(framework, found).check();
}

}  // namespace baraza::check
