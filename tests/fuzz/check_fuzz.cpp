#include <utility>

#include "base/files.hpp"
#include "check/check_record.hpp"
#include "check/check_tree.hpp"
#include "check/check_vocabularies.hpp"
#include "check/json_schema.hpp"
#include "check/rules.hpp"
#include "content/outline.hpp"
#include "content/record.hpp"
#include "content/schema.hpp"
#include "content/vocabulary.hpp"
#include "parse/case_file.hpp"
#include "tests/fuzz/targets.hpp"

namespace baraza::fuzz {
namespace {

constexpr std::string_view divider = "\n====\n";

// What this repository's own bank is checked by.
struct Bank {
  check::SchemasByName schemas = {};  // only that of cases
  content::Vocabularies vocabularies = {};
  std::vector<content::Facet> facets = {};
};

content::Node read_own(const std::string& path) {
  const Result<std::string> bytes = read_file(join_path(BARAZA_SOURCE_DIR, path), path);
  require(bytes.has_value(), "cannot read " + path);
  Diagnostics found;
  content::Node tree = parse::parse_yaml_file(*bytes, path, found);
  require(found.empty(), "something is wrong with " + path);
  return tree;
}

Bank read_bank() {
  Bank bank;
  Diagnostics found;
  const content::Node tree = read_own("schemas/case.schema.yaml");
  bank.schemas.emplace(
      "case", check::Schema::compile(tree, "schemas/case.schema.yaml", nullptr, found));
  bank.facets = content::find_facets(tree);
  for (const Entry& entry : list_folder(BARAZA_SOURCE_DIR, "schemas", found)) {
    if (!entry.path.ends_with(".yaml") || entry.path.ends_with(".schema.yaml")) continue;
    content::Vocabulary list = content::make_vocabulary(read_own(entry.path), entry.path);
    auto& lists = list.framework ? bank.vocabularies.frameworks : bank.vocabularies.lists;
    lists[list.id] = std::move(list);
  }
  require(found.empty(), "something is wrong with the bank's own schemas");
  return bank;
}

content::Record read_record(std::string_view bytes, const Bank& bank) {
  Diagnostics found;
  parse::Document document = parse::parse_record(bytes, "cases/x.md", found);
  content::Record record;
  record.card = content::make_card(document.front, bank.facets, "cases/x.md");
  record.front = std::move(document.front);
  record.body = std::move(document.body);
  record.details = std::move(document.details);
  record.suppressions = std::move(document.suppressions);
  record.findings = found.all();
  return record;
}

void require_known_rules(const Diagnostics& found) {
  for (const Diagnostic& one : found.all())
    require(check::find_rule(one.rule) != nullptr, "no rule is called `" + one.rule + "`");
}

// What a worker hands on is what comes out of the cache.
void require_same_back(const content::Record& record) {
  const std::string blob = content::encode(record);
  const Result<content::Record> whole = content::decode(blob);
  require(whole && *whole == record, "a record comes back changed");
  const Result<content::Card> card = content::decode_card(blob);
  require(card && *card == record.card, "a card comes back changed");
  content::Head head = content::head_of(record);
  const Result<content::Head> again = content::decode_head(content::encode_head(head));
  head.outline.text_marks = {};
  head.outline.source_hashes = {};
  head.outline.hash_place = {};
  require(again && *again == head, "the head of a record comes back changed");
  const std::string_view cut = std::string_view(blob).substr(0, blob.size() / 2);
  require(!content::decode(cut), "half a record is taken for one");
}

// The other half as a schema, and as a vocabulary: whatever it says is told of or does its
// work.
void ask_schema(std::string_view bytes, const content::Node& front, std::string_view record) {
  Diagnostics found;
  const content::Node tree = parse::parse_yaml_file(bytes, "schemas/x.schema.yaml", found);
  const check::Schema schema =
      check::Schema::compile(tree, "schemas/x.schema.yaml", nullptr, found);
  require_findings(found, "schemas/x.schema.yaml", bytes);
  const bool sound = found.empty();
  Diagnostics in_record;
  check::check_tree(schema, front, "cases/x.md", in_record);
  require_findings(in_record, "cases/x.md", record);
  require_findings(in_record, "schemas/x.schema.yaml", bytes);
  const bool allowed = schema.allows(front);
  require(!sound || allowed || !in_record.empty(), "what is not allowed is not told");
  content::Vocabularies lists;
  lists.lists["x"] = content::make_vocabulary(tree, "schemas/vocabularies/x.yaml");
  check::check_vocabularies(lists, content::find_facets(tree), found);
  check::check_schema_vocabularies(schema, lists, found);
  found.add_all(in_record.all());
  require_known_rules(found);
}

}  // namespace

void fuzz_check(std::string_view bytes) {
  static const Bank bank = read_bank();
  const std::size_t at = bytes.find(divider);
  const std::string_view text = bytes.substr(0, at);
  content::Record record = read_record(text, bank);
  check::check_record(bank.schemas.at("case"), bank.schemas, bank.vocabularies, bank.facets,
                      record);
  Diagnostics found;
  found.add_all(record.findings);
  require_findings(found, "cases/x.md", text);
  require_known_rules(found);
  require_same_back(record);
  if (at != std::string_view::npos)
    ask_schema(bytes.substr(at + divider.size()), record.front, text);
}

}  // namespace baraza::fuzz
