#include "content/vocabulary.hpp"

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <numeric>

namespace baraza::content {
namespace {

const std::string nothing;

std::vector<Texts> read_texts_list(const Node& node, std::string_view name) {
  std::vector<Texts> list;
  for (const Node& item : node.items_of(name))
    if (Texts one = read_texts(&item); !one.empty()) list.push_back(std::move(one));
  return list;
}

int read_count(const Node& node, std::string_view name) {
  const std::string digits = node.text_of(name);
  int count = -1;
  std::from_chars(digits.data(), digits.data() + digits.size(), count);
  return count;
}

Term read_term(const Node& node, const std::string& path) {
  Term term;
  term.id = node.text_of("id");
  term.label = read_texts(node.find("label"));
  term.description = read_texts(node.find("description"));
  term.alt = node.texts_of("alt");
  term.aliases = node.texts_of("aliases");
  term.broader = node.text_of("broader");
  term.group = node.text_of("group");
  if (const Node* codes = node.find("codes"); codes != nullptr)
    for (const Key& key : codes->keys)
      term.codes.emplace_back(key.name, codes->texts_of(key.name));
  term.questions = read_texts_list(node, "questions");
  term.questions_by = node.text_of("questions_by");
  term.indicators = read_texts_list(node, "indicators");
  term.confidence = node.text_of("confidence");
  term.note = read_texts(node.find("note"));
  if (const Node* deprecated = node.find("deprecated"); deprecated != nullptr)
    term.deprecated = deprecated->kind == Node::Kind::boolean && deprecated->boolean;
  term.replaced_by = node.text_of("replaced_by");
  const Node* id = node.find("id");
  term.where = {path, id == nullptr ? node.span : id->span};
  return term;
}

void read_framework(const Node& tree, Vocabulary& list) {
  list.publisher = tree.text_of("publisher");
  list.year = tree.text_of("year");
  list.url = tree.text_of("url");
  list.licence = tree.text_of("licence");
  list.status = read_texts(tree.find("status"));
  for (const Node& group : tree.items_of("groups"))
    list.groups.push_back({.id = group.text_of("id"),
                           .label = read_texts(group.find("label")),
                           .description = read_texts(group.find("description")),
                           .note = read_texts(group.find("note")),
                           .expected_count = read_count(group, "expected_count")});
  list.expected_count = read_count(tree, "expected_count");
}

}  // namespace

Texts read_texts(const Node* node) {
  Texts texts;
  if (node == nullptr) return texts;
  if (!node->is_map()) {
    if (std::string text = node->scalar(); !text.empty()) texts[""] = std::move(text);
    return texts;
  }
  for (std::size_t i = 0; i < node->keys.size(); ++i)
    if (std::string text = node->children[i].scalar(); !text.empty())
      texts[node->keys[i].name] = std::move(text);
  return texts;
}

const std::string& text_in(const Texts& texts, std::string_view language) {
  if (const auto at = texts.find(std::string(language)); at != texts.end()) return at->second;
  const std::string primary(language.substr(0, language.find('-')));
  for (const std::string& tag : {primary, std::string(), std::string("en")})
    if (const auto at = texts.find(tag); at != texts.end()) return at->second;
  return texts.empty() ? nothing : texts.begin()->second;
}

const std::string& Term::label_in(std::string_view language) const {
  const std::string& text = text_in(label, language);
  return text.empty() ? id : text;
}

const Term* Vocabulary::find(std::string_view wanted) const {
  if (by_id.size() == terms.size()) {
    const auto at = std::lower_bound(
        by_id.begin(), by_id.end(), wanted,
        [&](std::size_t term, std::string_view other) { return terms[term].id < other; });
    return at == by_id.end() || terms[*at].id != wanted ? nullptr : &terms[*at];
  }
  const auto at = std::find_if(terms.begin(), terms.end(),
                               [&](const Term& term) { return term.id == wanted; });
  return at == terms.end() ? nullptr : &*at;
}

const Term* Vocabulary::find_alias(std::string_view wanted) const {
  if (by_id.size() == terms.size()) {
    const auto former = std::lower_bound(
        by_alias.begin(), by_alias.end(), wanted,
        [](const auto& alias, std::string_view other) { return alias.first < other; });
    return former == by_alias.end() || former->first != wanted ? nullptr
                                                               : &terms[former->second];
  }
  const auto at = std::find_if(terms.begin(), terms.end(), [&](const Term& term) {
    return std::find(term.aliases.begin(), term.aliases.end(), wanted) != term.aliases.end();
  });
  return at == terms.end() ? nullptr : &*at;
}

void sort_ids(Vocabulary& list) {
  list.by_id.resize(list.terms.size());
  std::iota(list.by_id.begin(), list.by_id.end(), std::size_t{0});
  // Of two terms with one id the first is found, as without the list.
  std::stable_sort(list.by_id.begin(), list.by_id.end(), [&](std::size_t a, std::size_t b) {
    return list.terms[a].id < list.terms[b].id;
  });
  list.by_alias.clear();
  for (std::size_t i = 0; i < list.terms.size(); ++i)
    for (const std::string& alias : list.terms[i].aliases) list.by_alias.emplace_back(alias, i);
  std::sort(list.by_alias.begin(), list.by_alias.end());
}

Vocabulary make_vocabulary(const Node& tree, const std::string& path) {
  const std::filesystem::path file(path);
  Vocabulary list;
  list.id = file.stem().string();
  list.where = {path, {}};
  list.framework = file.parent_path().filename() == "frameworks";
  list.label = read_texts(tree.find("label"));
  list.description = read_texts(tree.find("description"));
  list.notes = read_texts_list(tree, "notes");
  for (const Node& term : tree.items_of("terms"))
    if (!term.text_of("id").empty()) list.terms.push_back(read_term(term, path));
  sort_ids(list);
  if (list.framework) read_framework(tree, list);
  return list;
}

const Vocabulary* Vocabularies::find(std::string_view id) const {
  const auto at = lists.find(std::string(id));
  return at == lists.end() ? nullptr : &at->second;
}

const Term* Vocabularies::find_lens(std::string_view framework_and_term) const {
  const std::size_t slash = framework_and_term.find('/');
  if (slash == std::string_view::npos) return nullptr;
  const auto at = frameworks.find(std::string(framework_and_term.substr(0, slash)));
  return at == frameworks.end() ? nullptr
                                : at->second.find(framework_and_term.substr(slash + 1));
}

}  // namespace baraza::content
