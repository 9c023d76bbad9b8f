#include "check/check_settings.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "check/record_terms.hpp"
#include "check/scalar_edit.hpp"

namespace baraza::check {
namespace {

using content::Node;

void check_name(const Node& name, const std::string& path,
                const std::vector<std::string>& known, Diagnostics& found) {
  if (!name.is_text() || std::find(known.begin(), known.end(), name.text) != known.end())
    return;
  const std::string near = did_you_mean(nearest(known, name.text));
  found.add({.rule = "E415",
             .where = {path, name.span},
             .message = "there is no facet `" + name.text + "`",
             .hint = near.empty() ? "the facets are " + join(known, ", ") : near});
}

}  // namespace

void check_settings(const Node& bank_yaml, const std::string& path,
                    const std::vector<content::Facet>& facets,
                    const content::Vocabularies& vocabularies, Diagnostics& found) {
  std::vector<std::string> fields;
  fields.reserve(facets.size() + vocabularies.lists.size());
  for (const content::Facet& facet : facets) fields.push_back(facet.field);
  for (const Node& pair : bank_yaml.items_of("pairs"))
    for (const Node& name : pair.children) check_name(name, path, fields, found);
  for (const char* part : {"rows", "columns"})
    if (const Node* name = bank_yaml.find_path({"gap_map", part}); name != nullptr)
      check_name(*name, path, fields, found);
  if (const Node* by = bank_yaml.find_path({"gap_map", "by"}); by != nullptr) {
    for (const auto& [id, list] : vocabularies.lists) fields.push_back(id);
    check_name(*by, path, fields, found);
  }

  const Node* owner = bank_yaml.find("owner");
  const content::Vocabulary* organisations = vocabularies.find("organisations");
  if (owner == nullptr || !owner->is_text() || organisations == nullptr) return;
  if (organisations->find(owner->text) != nullptr) return;
  Diagnostic unknown = unknown_term(*organisations, "organisation", owner->text,
                                    bank_yaml.texts_of("languages").empty()
                                        ? std::string("en")
                                        : bank_yaml.texts_of("languages").front(),
                                    {path, owner->span});
  if (const content::Term* same = same_term(*organisations, owner->text); same != nullptr)
    unknown.edits = replace_scalar(*owner, same->id);
  found.add(std::move(unknown));
}

}  // namespace baraza::check
