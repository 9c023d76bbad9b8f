#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>

#include "base/text.hpp"
#include "check/record_rules.hpp"

namespace baraza::check {

using content::Node;

namespace {

using Ids = std::unordered_set<std::string>;  // only asked, never gone through

bool is_word_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         c == '_' || c == '-';
}

// Ids that nothing has named so far.
class Unnamed {
 public:
  explicit Unnamed(const Ids& ids) {
    for (const std::string& id : ids) {
      const std::string lower = to_lower(id);
      initial_.at(static_cast<unsigned char>(lower[0])) = true;
      ids_.insert(lower);
    }
  }

  bool empty() const { return ids_.empty(); }
  bool holds(const std::string& id) const { return ids_.contains(to_lower(id)); }

  // Takes out those that the text names: as a word, or as a part of one like `s1-s3`.
  void take(std::string_view text) {
    std::size_t at = 0;
    while (at < text.size() && !ids_.empty()) {
      std::size_t end = at;
      while (end < text.size() && is_word_byte(text[end])) ++end;
      if (end > at) take_word(text.substr(at, end - at));
      at = end + 1;
    }
  }

  void take(const Node& node) {
    if (node.is_text()) take(std::string_view(node.text));
    for (const Node& child : node.children) take(child);
  }

 private:
  void take_word(std::string_view word) {
    const bool parted = word.find('-') != std::string_view::npos;
    const auto first = static_cast<unsigned char>(to_lower(word.substr(0, 1))[0]);
    if (!parted && !initial_.at(first)) return;
    const std::string lower = to_lower(word);
    ids_.erase(lower);
    if (!parted) return;
    for (const std::string_view part : split(lower, '-')) ids_.erase(std::string(part));
  }

  Ids ids_ = {};                        // in lower case
  std::array<bool, 256> initial_ = {};  // the bytes that an id begins with
};

// The texts of a source may name another one, but its own id does not.
void take_named_by_source(const Node& source, Unnamed& ids) {
  for (std::size_t i = 0; i < source.keys.size(); ++i)
    if (source.keys[i].name != "id") ids.take(source.children[i]);
}

// With one of these, a citation may be there that nobody could read.
bool hides_citations(const Diagnostic& finding) {
  constexpr std::array<std::string_view, 6> rules = {"E202", "E204", "E211",
                                                     "E212", "E301", "E303"};
  return finding.severity == Severity::error &&
         (finding.rule.starts_with("E1") ||
          std::find(rules.begin(), rules.end(), finding.rule) != rules.end());
}

Ids uncited(const std::vector<Node>& sources, const std::vector<Mark>& marks) {
  Ids ids;
  for (const Node& source : sources)
    if (std::string id = source.text_of("id"); !id.empty()) ids.insert(std::move(id));
  for (const Mark& mark : marks)
    if (mark.schema->words.ref == "source") ids.erase(mark.at.node->scalar());
  return ids;
}

}  // namespace

void check_sources_used(const content::Record& record, const std::vector<Mark>& marks,
                        Diagnostics& found) {
  const std::vector<Node>& sources = record.front.items_of("sources");
  Unnamed ids(uncited(sources, marks));
  if (ids.empty() || std::any_of(found.all().begin(), found.all().end(), hides_citations))
    return;
  for (std::size_t i = 0; i < record.front.keys.size(); ++i)
    if (record.front.keys[i].name != "sources") ids.take(record.front.children[i]);
  for (const Node& source : sources) take_named_by_source(source, ids);
  for (const content::Passage& passage : record.body.passages)
    ids.take(std::string_view(passage.text));
  for (const Node& source : sources) {
    const std::string id = source.text_of("id");
    if (!ids.holds(id)) continue;
    found.add({.severity = Severity::warning,
               .rule = "E319",  // unused-source
               .where = {record.card.path, source.find("id")->span},
               .message = "nothing here cites the source `" + shorten(id, 60) + "`",
               .hint = "cite it where the case rests on it, name `" + shorten(id, 60) +
                       "` in the text, or take it out",
               .notes = {},
               .edits = {}});
  }
}

}  // namespace baraza::check
