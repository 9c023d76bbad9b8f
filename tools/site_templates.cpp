#include "tools/site_templates.hpp"

#include <utility>

#include "base/files.hpp"
#include "base/hash.hpp"
#include "parse/case_file.hpp"
#include "tools/bank_folder.hpp"

namespace baraza::tools {
namespace {

using content::Node;

constexpr std::string_view top = "templates/";
constexpr std::string_view assets = "templates/assets/";
constexpr std::string_view texts = "templates/text/";

// Adds to `own` what only `base` has, in groups of texts too.
void add_missing(const Node& base, Node& own) {
  if (!base.is_map() || !own.is_map()) return;
  for (std::size_t i = 0; i < base.keys.size(); ++i) {
    std::size_t at = 0;
    while (at < own.keys.size() && own.keys[at].name != base.keys[i].name) ++at;
    if (at < own.keys.size()) {
      add_missing(base.children[i], own.children[at]);
      continue;
    }
    own.keys.push_back(base.keys[i]);
    own.children.push_back(base.children[i]);
  }
}

Node choose_texts(std::map<std::string, Node> by_language, const std::string& language) {
  const std::string primary = language.substr(0, language.find('-'));
  Node chosen = by_language["en"];
  for (const std::string& tag : {primary, language}) {
    const auto at = by_language.find(tag);
    if (at == by_language.end() || tag == "en") continue;
    Node own = at->second;
    add_missing(chosen, own);
    chosen = std::move(own);
  }
  return chosen;
}

using TextsByLanguage = std::map<std::string, Node>;

std::string language_of(const std::string& path) {
  return path.substr(texts.size(), path.rfind('.') - texts.size());
}

// The program's texts, so that a bank's own file of that language need not have them all.
TextsByLanguage built_in_texts(Diagnostics& found) {
  TextsByLanguage by_language;
  for (const SourceFile& source : read_sources("", top.substr(0, top.size() - 1), found))
    if (source.path.starts_with(texts))
      by_language[language_of(source.path)] =
          parse::parse_yaml_file(source.bytes, source.path, found);
  return by_language;
}

void add_own_texts(const SourceFile& source, TextsByLanguage& by_language, Diagnostics& found) {
  if (source.built_in || !source.path.ends_with(".yaml")) return;
  Node own = parse::parse_yaml_file(source.bytes, source.path, found);
  Node& base = by_language[language_of(source.path)];
  add_missing(base, own);
  base = std::move(own);
}

}  // namespace

render::Templates read_templates(const std::string& root, const std::string& language,
                                 Diagnostics& found) {
  render::Templates templates;
  TextsByLanguage by_language = built_in_texts(found);
  for (SourceFile& source : read_sources(root, top.substr(0, top.size() - 1), found)) {
    if (source.path.starts_with(assets)) {
      templates.assets[source.path.substr(assets.size())] = std::move(source.bytes);
    } else if (source.path.starts_with(texts)) {
      add_own_texts(source, by_language, found);
    } else if (source.path.ends_with(".html")) {
      const std::string name =
          source.path.substr(top.size(), source.path.size() - top.size() - 5);
      templates.pages[name] = {source.path, std::move(source.bytes)};
    }
  }
  templates.texts = choose_texts(std::move(by_language), language);
  return templates;
}

std::vector<std::pair<std::string, Node>> read_interface(
    const std::string& root, const std::vector<std::string>& languages) {
  Diagnostics unused;
  TextsByLanguage by_language = built_in_texts(unused);
  for (const SourceFile& source : read_sources(root, top.substr(0, top.size() - 1), unused))
    if (source.path.starts_with(texts)) add_own_texts(source, by_language, unused);
  std::vector<std::pair<std::string, Node>> chosen;
  chosen.reserve(languages.size());
  for (const std::string& language : languages)
    chosen.emplace_back(language, choose_texts(by_language, language));
  return chosen;
}

std::map<std::string, std::string> hash_interface(const std::string& root) {
  Diagnostics unused;
  std::map<std::string, std::string>
      all;  // the program's own stand in where a bank's lack some
  for (const std::string& where : {std::string(), root})
    for (const SourceFile& source : read_sources(where, top.substr(0, top.size() - 1), unused))
      if (source.path.starts_with(texts)) all[source.path] += hash_of(source.bytes);
  for (auto& [path, hashes] : all) hashes = short_hash(hashes);
  return all;
}

}  // namespace baraza::tools
