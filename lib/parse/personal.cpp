#include "parse/personal.hpp"

#include <algorithm>
#include <iterator>
#include <optional>
#include <set>
#include <string>
#include <utility>

#include "base/text.hpp"
#include "parse/findings.hpp"

namespace baraza::parse {
namespace {

using content::Node;
using language::PersonalKind;

// Fields that hold no words for readers, or are meant to be written to.
constexpr std::string_view other_fields[] = {"aliases", "archived", "contact", "external",
                                             "id",      "orcid",    "schema",  "source_hashes",
                                             "url"};

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

// Where white space ends, with what opens a further line of a quote.
std::size_t end_of_space(std::string_view text, std::size_t at) {
  bool line_end = false;
  while (at < text.size() && (is_space(text[at]) || (line_end && text[at] == '>')))
    line_end = text[at++] == '\n' || line_end;
  return at;
}

class FieldChecker {
 public:
  FieldChecker(std::string_view text, const std::string& path, Diagnostics& found)
      : text_(text), path_(path), found_(found) {}

  void check(const Node& front) {
    for (const Node& lesson : front.items_of("lessons"))
      if (!lesson.text_of("id").empty()) markdown_.insert(&lesson);
    check_node(front);
    if (findings_) findings_->flush();
  }

 private:
  void check_node(const Node& node) {
    if (node.is_text()) check_text(node);
    for (std::size_t i = 0; i < node.children.size(); ++i)
      if (!node.is_map() || has_words(node, i)) check_node(node.children[i]);
  }

  // Does the field hold words that are not read elsewhere?
  bool has_words(const Node& map, std::size_t field) const {
    const std::string& name = map.keys[field].name;
    if (name == "detail" && markdown_.contains(&map)) return false;
    return std::find(std::begin(other_fields), std::end(other_fields), name) ==
           std::end(other_fields);
  }

  void check_text(const Node& node) {
    const auto all = language::find_personal(node.text);
    if (all.empty()) return;
    if (!positions_) {
      positions_.emplace(text_);
      findings_.emplace(*positions_, path_, found_);
    }
    const std::size_t end = positions_->offset_of(node.span.end_line, node.span.end_column);
    std::size_t at = positions_->offset_of(node.span.line, node.span.column);
    for (const language::Personal& one : all) {
      const std::string_view words =
          std::string_view(node.text).substr(one.begin, one.end - one.begin);
      const Stretch place = find_folded(text_, at, end, words);
      const bool placed = place.end > place.begin;
      if (placed) at = place.end;
      findings_->add(personal_finding(
          one.kind, words,
          {path_, placed ? positions_->span_of(place.begin, place.end) : node.span}));
    }
  }

  std::string_view text_;
  const std::string& path_;
  Diagnostics& found_;
  std::set<const Node*> markdown_ = {};  // lessons whose `detail` is read as Markdown
  std::optional<Positions> positions_;   // made for the first finding
  std::optional<Findings> findings_;
};

}  // namespace

Diagnostic personal_finding(PersonalKind kind, std::string_view words, Place where) {
  const std::string shown = "`" + shorten(words, 60) + "` ";
  Diagnostic finding{.severity = Severity::warning, .where = std::move(where)};
  switch (kind) {
    case PersonalKind::phone_number:
      finding.rule = "E330";
      finding.message = shown + "looks like the number of a telephone";
      finding.hint =
          "a number leads to a person, and may harm people inside government or those who "
          "spoke to you; remove it, or keep it if it is an office's public line";
      break;
    case PersonalKind::email_address:
      finding.rule = "E331";
      finding.message = shown + "is an e-mail address";
      finding.hint =
          "an address leads to a person, and may harm people inside government or those who "
          "spoke to you; remove it, or keep it if it is an office's public one";
      break;
    case PersonalKind::coordinates:
      finding.rule = "E332";
      finding.message = shown + "looks like the coordinates of a place";
      finding.hint =
          "a place known to some metres leads to those who live or meet there; name the town "
          "or the district, or keep it if it is a public building";
      break;
  }
  return finding;
}

Stretch find_folded(std::string_view text, std::size_t begin, std::size_t end,
                    std::string_view words) {
  text = text.substr(0, end);
  if (words.empty()) return {};
  for (std::size_t from = text.find(words.front(), begin); from < text.size();
       from = text.find(words.front(), from + 1)) {
    std::size_t at = from;
    std::size_t i = 0;
    while (i < words.size() && at < text.size()) {
      if (is_space(words[i]) && is_space(text[at])) {
        at = end_of_space(text, at);
      } else if (words[i] == text[at]) {
        ++at;
      } else {
        break;
      }
      ++i;
    }
    if (i == words.size()) return {from, at};
  }
  return {};
}

void check_personal(const Node& front, std::string_view text, const std::string& path,
                    Diagnostics& found) {
  FieldChecker(text, path, found).check(front);
}

}  // namespace baraza::parse
