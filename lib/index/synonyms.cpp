#include "index/synonyms.hpp"

#include <algorithm>
#include <set>

#include "base/binary.hpp"
#include "language/fold.hpp"
#include "language/words.hpp"

namespace baraza::index {
namespace {

constexpr std::string_view list_name = "synonyms";

// What one set is made of: names that lead to all others, and names that lead to these alone.
struct Names {
  std::string source = {};
  std::vector<std::string> first = {};
  std::vector<std::string> other = {};
};

void add_once(std::vector<std::string>& list, const std::string& name,
              const std::vector<std::string>& but) {
  const auto same = [&](const std::string& one) {
    return language::fold(one) == language::fold(name);
  };
  if (name.empty() || std::any_of(list.begin(), list.end(), same) ||
      std::any_of(but.begin(), but.end(), same))
    return;
  list.push_back(name);
}

Names names_of(const content::Term& term, const std::string& source) {
  Names names{.source = source};
  for (const auto& [language, label] : term.label) add_once(names.first, label, {});
  for (const std::string& alt : term.alt) add_once(names.other, alt, names.first);
  for (std::string alias : term.aliases) {
    std::replace(alias.begin(), alias.end(), '-', ' ');
    add_once(names.other, alias, names.first);
  }
  return names;
}

bool is_used(const std::vector<Source>& records, const std::string& framework) {
  return std::any_of(records.begin(), records.end(), [&](const Source& record) {
    return std::any_of(
        record.lenses.begin(), record.lenses.end(),
        [&](const std::string& lens) { return lens.starts_with(framework + "/"); });
  });
}

std::vector<Names> all_names(const content::Bank& bank, const std::vector<Source>& records) {
  std::vector<Names> all;
  for (const content::SynonymGroup& group : bank.synonyms) {
    Names names{.source = std::string(list_name)};
    for (const std::string& name : group.names) add_once(names.first, name, {});
    all.push_back(std::move(names));
  }
  // Of lists that records are sorted by and of frameworks that they are held against: what the
  // others name, such as the kinds of sources, is not what records are about.
  const auto add = [&](const content::Vocabulary* list) {
    if (list == nullptr) return;
    for (const content::Term& term : list->terms) all.push_back(names_of(term, list->id));
  };
  for (const content::Facet& facet : bank.facets) add(bank.vocabularies.find(facet.vocabulary));
  for (const auto& [id, list] : bank.vocabularies.frameworks)
    if (is_used(records, id)) add(&list);
  std::erase_if(all, [](const Names& one) { return one.first.size() + one.other.size() < 2; });
  return all;
}

struct KeyOf {
  std::string key = {};
  std::size_t set = 0;
  std::size_t name = 0;

  auto operator<=>(const KeyOf&) const = default;
};

void add_keys(const std::string& name, std::size_t set, std::size_t number,
              const std::vector<const language::Stemmer*>& stemmers, std::set<KeyOf>& keys) {
  const std::vector<language::Word> words = language::words_of(name);
  const auto parts = std::count_if(words.begin(), words.end(),
                                   [](const language::Word& word) { return !word.joined; });
  if (parts > static_cast<std::ptrdiff_t>(most_words_of_name)) return;
  for (const language::Stemmer* in : stemmers)
    if (std::string key = synonym_key(words, *in); !key.empty())
      keys.insert({std::move(key), set, number});
}

std::vector<std::string_view> take_names(BinaryReader& in) {
  std::vector<std::string_view> names;
  for (std::size_t left = in.count(); left > 0 && in.ok(); --left) names.push_back(in.view());
  return names;
}

}  // namespace

std::string synonym_key(const std::vector<language::Word>& words, const language::Stemmer& in) {
  std::string key;
  for (const language::Word& word : words) {
    if (word.joined) continue;
    if (!key.empty()) key += ' ';
    key += in.stem(word);
  }
  return key;
}

std::string encode_synonyms(const content::Bank& bank, const std::vector<Source>& records,
                            const std::vector<std::string>& languages) {
  Stemmers by_language;
  std::vector<const language::Stemmer*> stemmers;
  stemmers.reserve(languages.size());
  for (const std::string& language : languages) stemmers.push_back(&by_language.in(language));

  const std::vector<Names> all = all_names(bank, records);
  BinaryWriter out;
  out.number(all.size());
  std::set<KeyOf> keys;
  for (std::size_t set = 0; set < all.size(); ++set) {
    out.text(all[set].source);
    put_words(out, all[set].first);
    put_words(out, all[set].other);
    std::size_t number = 0;
    for (const auto* names : {&all[set].first, &all[set].other})
      for (const std::string& name : *names) add_keys(name, set, number++, stemmers, keys);
  }
  out.number(keys.size());
  for (const KeyOf& key : keys) {
    out.text(key.key);
    out.number(key.set);
    out.number(key.name);
  }
  return out.take();
}

Synonyms::Synonyms(std::string_view bytes) {
  BinaryReader in(bytes);
  for (std::size_t left = in.count(); left > 0 && in.ok(); --left) {
    Set& set = sets_.emplace_back();
    set.source = in.view();
    set.first = take_names(in);
    set.other = take_names(in);
  }
  const std::size_t count = in.count();
  keys_.reserve(count);
  for (std::size_t left = count; left > 0 && in.ok(); --left) {
    Key& key = keys_.emplace_back();
    key.key = in.view();
    key.set = static_cast<std::uint32_t>(in.number());
    key.name = static_cast<std::uint32_t>(in.number());
    if (key.set >= sets_.size()) in.fail();
  }
  if (in.ok()) return;
  sets_.clear();
  keys_.clear();
}

std::vector<Synonyms::Meaning> Synonyms::find(std::string_view key) const {
  std::vector<Meaning> meanings;
  auto at =
      std::lower_bound(keys_.begin(), keys_.end(), key,
                       [](const Key& one, std::string_view other) { return one.key < other; });
  for (; at != keys_.end() && at->key == key; ++at) {
    const Set& set = sets_[at->set];
    Meaning meaning{.source = set.source};
    const bool label = at->name < set.first.size();
    for (std::size_t i = 0; i < set.first.size(); ++i)
      if (i != at->name) meaning.names.push_back(set.first[i]);
    if (label) meaning.names.insert(meaning.names.end(), set.other.begin(), set.other.end());
    if (!meaning.names.empty()) meanings.push_back(std::move(meaning));
  }
  return meanings;
}

std::vector<std::string_view> Synonyms::names() const {
  std::vector<std::string_view> names;
  for (const Set& set : sets_) {
    names.insert(names.end(), set.first.begin(), set.first.end());
    names.insert(names.end(), set.other.begin(), set.other.end());
  }
  return names;
}

}  // namespace baraza::index
