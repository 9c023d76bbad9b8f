#include "check/translated_texts.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/text.hpp"
#include "content/citations.hpp"
#include "content/text_marks.hpp"
#include "language/numbers.hpp"

namespace baraza::check {
namespace {

using content::Citation;
using content::Record;
using content::RecordText;
using language::Number;

constexpr std::size_t most_listed = 3;

// `a`, `b`, `c` and 2 more
std::string listed(const std::vector<std::string>& names) {
  const std::size_t shown = std::min(names.size(), most_listed);
  std::string text =
      "`" + join({names.begin(), names.begin() + static_cast<std::ptrdiff_t>(shown)}, "`, `") +
      "`";
  if (names.size() > shown) text += " and " + std::to_string(names.size() - shown) + " more";
  return text;
}

// A paragraph of the body, or all of another text.
struct Piece {
  std::string_view text = {};
  std::string_view heading = {};
  Span span = {};
};
using Pieces = std::vector<Piece>;

Pieces pieces_of(const Record& record, const RecordText& text) {
  if (text.path != "body") return {{text.value, {}, text.span}};
  Pieces pieces;
  for (const content::Passage& passage : record.body.passages)
    pieces.push_back({passage.text, passage.heading, {passage.line, 1, passage.line, 1}});
  return pieces;
}

// Does each piece of the one stand for that of the other? As many, and a new heading where the
// other has one.
bool are_aligned(const Pieces& a, const Pieces& b) {
  if (a.size() != b.size()) return false;
  for (std::size_t i = 1; i < a.size(); ++i)
    if ((a[i].heading == a[i - 1].heading) != (b[i].heading == b[i - 1].heading)) return false;
  return true;
}

// An id and the piece that it is cited in first.
using Cited = std::map<std::string, std::size_t>;

struct Found {
  Number number = {};
  std::size_t piece = 0;
};

class TextChecker {
 public:
  TextChecker(const content::Node& schema, const Record& translation, const Record& original,
              Diagnostics& found)
      : fields_(schema.find("properties")),
        translation_(translation),
        original_(original),
        sources_(content::source_ids(original.front)),
        found_(found) {}

  void check() {
    const std::vector<RecordText> originals = content::texts_of(original_);
    const std::vector<RecordText> texts = content::texts_of(translation_);
    add_untranslated(originals, texts);
    add_unnamed();
    for (const RecordText& text : texts) {
      const auto original = find(originals, text.path);
      if (original == originals.end() || is_stale(*original)) continue;
      check_citations(text, *original);
      check_numbers(text, *original);
    }
  }

 private:
  static std::vector<RecordText>::const_iterator find(const std::vector<RecordText>& texts,
                                                      std::string_view path) {
    return std::find_if(texts.begin(), texts.end(),
                        [&](const RecordText& text) { return text.path == path; });
  }
  // May a translation say the text or the list of this path?
  bool has_field(std::string_view path) const {
    return path == "body" || fields_ == nullptr ||
           fields_->find(path.substr(0, path.find('/'))) != nullptr;
  }
  bool is_stale(const RecordText& original) const;
  void add_untranslated(const std::vector<RecordText>& originals,
                        const std::vector<RecordText>& texts);
  void add_unnamed();
  void check_citations(const RecordText& text, const RecordText& original);
  void compare_citations(const std::string& path, const Pieces& here, const Pieces& there);
  Cited cited_in(const Pieces& pieces) const;
  void check_numbers(const RecordText& text, const RecordText& original);
  std::vector<Found> numbers_in(const Pieces& pieces) const;
  void add(Severity severity, std::string rule, Span span, std::string message,
           std::string hint, std::vector<Note> notes = {});
  Span place() const;  // of the record's name in the translation

  const content::Node* fields_;  // that a translation may have
  const Record& translation_;
  const Record& original_;
  content::SourceIds sources_;
  Diagnostics& found_;
};

void TextChecker::add(Severity severity, std::string rule, Span span, std::string message,
                      std::string hint, std::vector<Note> notes) {
  found_.add({.severity = severity,
              .rule = std::move(rule),
              .where = {translation_.card.path, span},
              .message = std::move(message),
              .hint = std::move(hint),
              .notes = std::move(notes),
              .edits = {}});
}

Span TextChecker::place() const {
  const content::Node* name = translation_.front.find("translation_of");
  return name == nullptr ? Span{} : name->span;
}

// Has the original changed since this was translated?
bool TextChecker::is_stale(const RecordText& original) const {
  for (const content::TextMark& hash : content::hashes_written(translation_.front))
    if (hash.path == original.path) return hash.hash != content::hash_of_text(original.value);
  return false;
}

void TextChecker::add_untranslated(const std::vector<RecordText>& originals,
                                   const std::vector<RecordText>& texts) {
  std::vector<const RecordText*> missing;
  std::size_t all = 0;
  for (const RecordText& original : originals) {
    if (content::is_name(original.path) || !has_field(original.path)) continue;
    ++all;
    if (find(texts, original.path) == texts.end()) missing.push_back(&original);
  }
  if (missing.empty()) return;
  std::stable_sort(missing.begin(), missing.end(),
                   [](const auto* a, const auto* b) { return a->span.line < b->span.line; });
  std::vector<std::string> paths;
  paths.reserve(missing.size());
  for (const RecordText* one : missing) paths.push_back(one->path);
  add(Severity::hint, "E184", place(),  // untranslated-texts
      std::to_string(missing.size()) + " of " + counted(all, "text", "texts") + " " +
          (missing.size() == 1 ? "is" : "are") + " not translated: " + listed(paths),
      "readers see the original's words there; add them, or leave it so",
      {{{original_.card.path, missing.front()->span}, "the first of them"}});
}

void TextChecker::add_unnamed() {
  std::vector<content::UnnamedItem> items = content::unnamed_items(original_.front);
  std::erase_if(items, [&](const content::UnnamedItem& item) { return !has_field(item.list); });
  if (items.empty()) return;
  std::vector<std::string> lists;
  for (const content::UnnamedItem& item : items)
    if (std::find(lists.begin(), lists.end(), item.list) == lists.end())
      lists.push_back(item.list);
  add(Severity::hint, "E306", place(),  // unnamed-in-original
      counted(items.size(), "item", "items") + " of the original " +
          (items.size() == 1 ? "has" : "have") + " no `id` and cannot be translated, in " +
          listed(lists),
      "give each an `id` in the original, then translate it here",
      {{{original_.card.path, items.front().span}, "the first of them"}});
}

Cited TextChecker::cited_in(const Pieces& pieces) const {
  Cited cited;
  for (std::size_t i = 0; i < pieces.size(); ++i)
    for (const Citation& citation : content::citations_in(pieces[i].text, sources_))
      cited.emplace(citation.id, i);
  return cited;
}

void TextChecker::check_citations(const RecordText& text, const RecordText& original) {
  const Pieces here = pieces_of(translation_, text);
  const Pieces there = pieces_of(original_, original);
  if (!are_aligned(here, there)) return compare_citations(text.path, here, there);
  for (std::size_t i = 0; i < here.size(); ++i)
    compare_citations(text.path, {here[i]}, {there[i]});
}

void TextChecker::compare_citations(const std::string& path, const Pieces& here,
                                    const Pieces& there) {
  if (here.empty() || there.empty() || content::is_unwritten(here.front().text)) return;
  const Cited own = cited_in(here);
  const Cited originals = cited_in(there);
  std::vector<std::string> more;
  std::vector<std::string> fewer;
  bool unknown = false;
  Span span = here.front().span;
  Span span_there = there.front().span;
  for (const auto& [id, piece] : originals) {
    if (own.contains(id)) continue;
    if (fewer.empty()) span_there = there[piece].span;
    fewer.push_back(id);
  }
  for (const auto& [id, piece] : own) {
    if (originals.contains(id)) continue;
    if (more.empty()) span = here[piece].span;
    more.push_back(id);
    if (sources_.contains(id)) continue;
    unknown = true;
    add(Severity::warning, "E318", here[piece].span,  // unknown-citation
        "the original's list of sources has no `" + shorten(id, 60) + "`",
        fewer.empty() ? "cite the sources that the original cites here"
                      : "the original cites " + listed(fewer) + " here");
  }
  if (unknown || (more.empty() && fewer.empty())) return;
  std::string message = "the citations in `" + path + "` are not the original's: ";
  const auto verb = [](const auto& ids) { return ids.size() == 1 ? " is " : " are "; };
  if (!fewer.empty()) message += listed(fewer) + verb(fewer) + "missing";
  if (!fewer.empty() && !more.empty()) message += ", ";
  if (!more.empty()) message += listed(more) + verb(more) + "more";
  add(Severity::warning, "E185", span, std::move(message),  // translated-citations
      "cite the same sources as the original, each where it does",
      {{{original_.card.path, span_there}, "what the original says"}});
}

// Without the numbers of sources.
std::vector<Found> TextChecker::numbers_in(const Pieces& pieces) const {
  std::vector<Found> numbers;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    std::string text(pieces[i].text);
    for (const Citation& citation : content::citations_in(pieces[i].text, sources_))
      text.replace(citation.begin, citation.end - citation.begin,
                   std::string(citation.end - citation.begin, ' '));
    for (Number& number : language::find_numbers(text))
      numbers.push_back({std::move(number), i});
  }
  return numbers;
}

bool has_same(const std::vector<Found>& numbers, const Number& wanted) {
  return std::any_of(numbers.begin(), numbers.end(),
                     [&](const Found& one) { return is_same(one.number, wanted); });
}

// Those of `numbers` that `others` has not, each once.
std::vector<Found> without(const std::vector<Found>& numbers,
                           const std::vector<Found>& others) {
  std::vector<Found> own;
  for (const Found& one : numbers)
    if (!has_same(others, one.number) && !has_same(own, one.number)) own.push_back(one);
  return own;
}

bool has_small(const std::vector<Found>& numbers) {
  return std::any_of(numbers.begin(), numbers.end(),
                     [](const Found& one) { return one.number.small; });
}

std::string written(const std::vector<Found>& numbers) {
  std::vector<std::string> texts;
  texts.reserve(numbers.size());
  for (const Found& one : numbers) texts.push_back(one.number.text);
  return listed(texts);
}

void TextChecker::check_numbers(const RecordText& text, const RecordText& original) {
  if (content::is_unwritten(text.value)) return;
  const Pieces here = pieces_of(translation_, text);
  const Pieces there = pieces_of(original_, original);
  const std::vector<Found> own = numbers_in(here);
  const std::vector<Found> originals = numbers_in(there);
  std::vector<Found> more = without(own, originals);
  std::vector<Found> fewer = without(originals, own);
  // A small number that only one of them has may be a word in the other.
  if (has_small(more) != has_small(fewer))
    for (std::vector<Found>* numbers : {&more, &fewer})
      std::erase_if(*numbers, [](const Found& one) { return one.number.small; });
  if (more.empty() && fewer.empty()) return;
  std::string message = "`" + text.path + "` has ";
  if (fewer.empty())
    message += written(more) + ", and the original has no such number";
  else if (more.empty())
    message += "no " + written(fewer) + ", which the original has";
  else
    message += written(more) + " where the original has " + written(fewer);
  const std::size_t piece = !more.empty()              ? more.front().piece
                            : are_aligned(here, there) ? fewer.front().piece
                                                       : 0;
  const std::size_t piece_there = fewer.empty() ? 0 : fewer.front().piece;
  add(Severity::warning, "E186", here[piece].span, std::move(message),  // translated-numbers
      "write the numbers of the original; signs between thousands and before decimals may "
      "differ",
      {{{original_.card.path, there[piece_there].span}, "what the original says"}});
}

}  // namespace

void check_translated_texts(const content::Node& schema, const Record& translation,
                            const Record& original, Diagnostics& found) {
  if (!translation.front.is_map() || !original.front.is_map()) return;
  if (translation.has_errors() || original.has_errors()) return;
  TextChecker(schema, translation, original, found).check();
}

}  // namespace baraza::check
