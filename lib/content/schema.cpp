#include "content/schema.hpp"

#include <algorithm>
#include <array>

namespace baraza::content {
namespace {

constexpr int deepest_reference = 16;

// The node a local reference "#/$defs/x" names, or null. Pointers here hold no escapes.
const Node* resolve(const Node& root, const std::string& reference) {
  if (reference.rfind("#/", 0) != 0) return nullptr;
  const Node* node = &root;
  std::size_t from = 2;
  while (node != nullptr && from <= reference.size()) {
    const std::size_t to = std::min(reference.find('/', from), reference.size());
    node = node->find(reference.substr(from, to - from));
    from = to + 1;
  }
  return node;
}

std::string vocabulary_of(const Node& root, const Node& field, int depth) {
  if (depth > deepest_reference) return {};
  if (std::string name = field.text_of("x-vocabulary"); !name.empty()) return name;
  if (const Node* items = field.find("items"); items != nullptr)
    if (std::string name = vocabulary_of(root, *items, depth + 1); !name.empty()) return name;
  const Node* referred = resolve(root, field.text_of("$ref"));
  return referred == nullptr ? std::string() : vocabulary_of(root, *referred, depth + 1);
}

void add_facet(const Node& root, const Key& key, const Node& field,
               std::vector<Facet>& facets) {
  const Node* mark = field.find("x-facet");
  if (mark == nullptr || (mark->kind == Node::Kind::boolean && !mark->boolean)) return;
  Facet facet;
  facet.field = key.name;
  facet.flag = mark->text_of("flag");
  facet.plural = mark->text_of("plural");
  facet.label = field.text_of("title");
  facet.vocabulary = vocabulary_of(root, field, 0);
  facet.span = mark->span;
  if (facet.flag.empty()) facet.flag = key.name;
  if (facet.plural.empty()) facet.plural = key.name;
  if (facet.label.empty()) facet.label = key.name;
  for (const Facet& known : facets)
    if (known.field == facet.field) return;
  facets.push_back(std::move(facet));
}

void add_facets(const Node& root, const Node& schema, int depth, std::vector<Facet>& facets) {
  if (depth > deepest_reference) return;
  if (const Node* properties = schema.find("properties");
      properties != nullptr && properties->is_map())
    for (std::size_t i = 0; i < properties->keys.size(); ++i)
      add_facet(root, properties->keys[i], properties->children[i], facets);
  for (const Node& part : schema.items_of("allOf")) add_facets(root, part, depth + 1, facets);
  if (const Node* referred = resolve(root, schema.text_of("$ref")); referred != nullptr)
    add_facets(root, *referred, depth + 1, facets);
}

}  // namespace

std::vector<Facet> find_facets(const Node& case_schema) {
  std::vector<Facet> facets;
  add_facets(case_schema, case_schema, 0, facets);
  return facets;
}

bool is_site_folder(std::string_view name) {
  constexpr std::array<std::string_view, 13> own = {
      "about",    "assets",  "cases", "data", "digest",        "feeds", "frameworks",
      "insights", "lessons", "map",   "page", "organisations", "search"};
  return std::find(own.begin(), own.end(), name) != own.end();
}

bool is_own_option(std::string_view name) {
  constexpr std::array<std::string_view, 25> own = {
      "cases",      "color",   "columns",  "digest",  "explain",  "facets",  "format",
      "group",      "help",    "insights", "kind",    "language", "lessons", "limit",
      "no-correct", "null",    "offset",   "queries", "quiet",    "reverse", "sort",
      "sources",    "version", "workers",  "year"};
  return name == "where" || name == "title" ||
         std::find(own.begin(), own.end(), name) != own.end();
}

namespace {

// A whole number of words; 0 where there is none.
std::size_t read_words(const Node* value) {
  const bool fits =
      value != nullptr && value->is_number() && value->number >= 1 && value->number <= 1e6;
  return fits ? static_cast<std::size_t>(value->number) : 0;
}

WordLimits read_limits(const Node& bank_yaml, std::string_view name) {
  return {read_words(bank_yaml.find_path({"limits", name, "least"})),
          read_words(bank_yaml.find_path({"limits", name, "most"}))};
}

}  // namespace

Settings make_settings(const Node& bank_yaml) {
  Settings settings;
  settings.title = bank_yaml.text_of("title");
  settings.description = read_texts(bank_yaml.find("description"));
  settings.url = bank_yaml.text_of("url");
  while (!settings.url.empty() && settings.url.back() == '/') settings.url.pop_back();
  if (std::vector<std::string> tags = bank_yaml.texts_of("languages"); !tags.empty())
    settings.languages = std::move(tags);
  settings.licence = bank_yaml.text_of("licence");
  settings.publisher = bank_yaml.text_of("publisher");
  settings.publisher_url = bank_yaml.text_of("publisher_url");
  settings.owner = bank_yaml.text_of("owner");
  settings.contact = bank_yaml.text_of("contact");
  settings.notice = read_texts(bank_yaml.find("notice"));
  settings.footer = read_texts(bank_yaml.find("footer"));
  if (const Node* rules = bank_yaml.find("rules"); rules != nullptr && rules->is_map())
    for (std::size_t i = 0; i < rules->keys.size(); ++i)
      settings.rules[rules->keys[i].name] = rules->children[i].scalar();
  settings.case_words = read_limits(bank_yaml, "case_words");
  settings.digest_words = read_limits(bank_yaml, "digest_words");
  settings.pairs_named = bank_yaml.find("pairs") != nullptr;
  for (const Node& pair : bank_yaml.items_of("pairs"))
    if (pair.is_list() && pair.children.size() == 2)
      settings.pairs.emplace_back(pair.children[0].scalar(), pair.children[1].scalar());
  return settings;
}

std::vector<std::pair<std::size_t, std::size_t>> pairs_of(const Settings& settings,
                                                          const std::vector<Facet>& facets) {
  std::vector<std::pair<std::size_t, std::size_t>> pairs;
  if (!settings.pairs_named) {
    for (std::size_t i = 0; i < facets.size(); ++i)
      for (std::size_t j = i + 1; j < facets.size(); ++j) pairs.emplace_back(i, j);
    return pairs;
  }
  const auto index_of = [&](const std::string& field) {
    const auto at = std::find_if(facets.begin(), facets.end(),
                                 [&](const Facet& facet) { return facet.field == field; });
    return static_cast<std::size_t>(at - facets.begin());
  };
  for (const auto& [first, second] : settings.pairs) {
    const std::size_t i = index_of(first);
    const std::size_t j = index_of(second);
    if (i < facets.size() && j < facets.size() && i != j) pairs.emplace_back(i, j);
  }
  return pairs;
}

}  // namespace baraza::content
