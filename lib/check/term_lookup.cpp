#include "check/term_lookup.hpp"

namespace baraza::check {
namespace {

using content::Term;

constexpr std::size_t few = 50;

const Term* find_in(const std::unordered_map<std::string_view, const Term*>& terms,
                    std::string_view id) {
  const auto at = terms.find(id);
  return at == terms.end() ? nullptr : at->second;
}

}  // namespace

const Term* TermLookup::find(const content::Vocabulary& list, std::string_view id) {
  const Index* index = index_of(list);
  return index == nullptr ? list.find(id) : find_in(index->ids, id);
}

const Term* TermLookup::find_alias(const content::Vocabulary& list, std::string_view id) {
  const Index* index = index_of(list);
  return index == nullptr ? list.find_alias(id) : find_in(index->aliases, id);
}

const TermLookup::Index* TermLookup::index_of(const content::Vocabulary& list) {
  Index& index = indexes_[&list];
  if (++index.asked <= few) return nullptr;
  if (index.ids.empty()) {
    for (const Term& term : list.terms) {
      index.ids.emplace(term.id, &term);
      for (const std::string& alias : term.aliases) index.aliases.emplace(alias, &term);
    }
  }
  return &index;
}

}  // namespace baraza::check
