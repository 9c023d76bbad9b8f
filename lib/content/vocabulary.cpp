#include "content/vocabulary.hpp"

#include <algorithm>
#include <charconv>

namespace baraza::content {
namespace {

const std::string nothing;

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

std::vector<Texts> read_texts_list(const Node* node) {
  std::vector<Texts> list;
  if (node == nullptr) return list;
  if (!node->is_list()) {
    if (Texts one = read_texts(node); !one.empty()) list.push_back(std::move(one));
    return list;
  }
  for (const Node& item : node->children) {
    // A question is a text, a text by language, or one of these under `text`.
    const Node* inner = item.find("text");
    if (Texts one = read_texts(inner != nullptr ? inner : &item); !one.empty())
      list.push_back(std::move(one));
  }
  return list;
}

// Words of a list, or of lists by language.
std::vector<std::string> read_words(const Node& node, std::string_view name) {
  const Node* words = node.find(name);
  if (words == nullptr || !words->is_map()) return node.texts_of(name);
  std::vector<std::string> result;
  for (const Key& key : words->keys) {
    const std::vector<std::string> more = words->texts_of(key.name);
    result.insert(result.end(), more.begin(), more.end());
  }
  return result;
}

Term read_term(const Node& node, const std::string& path) {
  Term term;
  term.id = node.text_of("id");
  term.label = read_texts(node.find("label"));
  term.description = read_texts(node.find("description"));
  term.alt = read_words(node, "alt");
  term.aliases = node.texts_of("aliases");
  term.broader = node.text_of("broader");
  term.group = node.text_of("group");
  if (const Node* codes = node.find("codes"); codes != nullptr)
    for (const Key& key : codes->keys)
      term.codes.emplace_back(key.name, codes->texts_of(key.name));
  term.questions = read_texts_list(node.find("questions"));
  term.indicators = read_texts_list(node.find("indicators"));
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
  list.notes = read_texts_list(tree.find(tree.find("notes") != nullptr ? "notes" : "note"));
  for (const Node& group : tree.items_of("groups")) {
    if (group.is_text())
      list.groups.emplace_back(group.text, Texts{});
    else
      list.groups.emplace_back(group.text_of("id"), read_texts(group.find("label")));
  }
  const std::string count = tree.text_of("expected_count");
  std::from_chars(count.data(), count.data() + count.size(), list.expected_count);
}

}  // namespace

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
  const auto at = std::find_if(terms.begin(), terms.end(),
                               [&](const Term& term) { return term.id == wanted; });
  return at == terms.end() ? nullptr : &*at;
}

const Term* Vocabulary::find_alias(std::string_view wanted) const {
  const auto at = std::find_if(terms.begin(), terms.end(), [&](const Term& term) {
    return std::find(term.aliases.begin(), term.aliases.end(), wanted) != term.aliases.end();
  });
  return at == terms.end() ? nullptr : &*at;
}

Vocabulary make_vocabulary(const Node& tree, const std::string& id, const std::string& path) {
  Vocabulary list;
  list.id = id;
  list.where = {path, {}};
  list.label = read_texts(tree.find("label"));
  list.description = read_texts(tree.find("description"));
  list.framework = tree.find("framework") != nullptr;
  for (const Node& term : tree.items_of("terms"))
    if (!term.text_of("id").empty()) list.terms.push_back(read_term(term, path));
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
