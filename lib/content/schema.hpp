// What a bank's own settings and schemas say that stages other than check must know: its
// facets, its languages, its pairs. Nothing here knows a country or a sector.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "content/tree.hpp"
#include "content/vocabulary.hpp"

namespace baraza::content {

// A field by which lessons are grouped: a field marked `x-facet` in the schema of a case.
struct Facet {
  std::string field = {};       // the key in YAML: `countries`
  std::string flag = {};        // of the command line, without dashes: `country`
  std::string plural = {};      // the folder of its pages: `countries`
  std::string label = {};       // a heading for people: `Countries`; from the schema's `title`
  std::string vocabulary = {};  // the list its terms come from; empty: any slug is a term
  Span span = {};               // of its mark in the schema

  bool operator==(const Facet&) const = default;
};

// The facets of a schema of a case, in the order of its properties; local `$ref`s and `allOf`
// are followed. A facet without flag or plural takes the field's name for both.
std::vector<Facet> find_facets(const Node& case_schema);

// Folders of the site's own, in which no facet can have its pages: `cases`, `lessons`, ...
bool is_site_folder(std::string_view name);

// Options of the command line, and fields of a query, that every bank has, which no facet can
// have as its flag: `format`, `kind`, ...
bool is_own_option(std::string_view name);

// How loud a rule of check is, by its code: off, hint, warning or error.
using RuleLevels = std::map<std::string, std::string, std::less<>>;

// How many words a text is to have.
struct WordLimits {
  std::size_t least = 0;
  std::size_t most = 0;  // 0: any number

  bool known() const { return least > 0 || most > 0; }
  bool operator==(const WordLimits&) const = default;
};

// bank.yaml.
struct Settings {
  std::string title = {};
  Texts description = {};
  std::string url = {};                         // without a trailing slash; empty: not known
  std::vector<std::string> languages = {"en"};  // the first is the bank's own
  std::string licence = {};
  std::string publisher = {};
  std::string publisher_url = {};
  std::string owner = {};    // of records that name none
  std::string contact = {};  // an e-mail or a web address
  Texts notice = {};         // printed on every page
  Texts footer = {};         // at the foot of every page
  std::vector<std::pair<std::string, std::string>> pairs =
      {};                        // facet fields that have pages together
  WordLimits case_words = {};    // of the text of a case
  WordLimits digest_words = {};  // of that of a digest entry
  RuleLevels rules = {};         // where they differ from what the program sets
  bool pairs_named = false;      // false: no `pairs` in bank.yaml, so every two facets pair

  const std::string& language() const { return languages.front(); }
  bool operator==(const Settings&) const = default;
};

Settings make_settings(const Node& bank_yaml);

// The pairs of facets that have pages, as indexes into `facets`, first before second as named.
std::vector<std::pair<std::size_t, std::size_t>> pairs_of(const Settings& settings,
                                                          const std::vector<Facet>& facets);

}  // namespace baraza::content
