#include "check/check_translation.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/text.hpp"

namespace baraza::check {
namespace {

using content::Outline;
using content::TextMark;
using Marks = std::vector<TextMark>;

// What a mark without a text stands for: an item, or a field that could not be read.
bool is_item(const TextMark& mark) {
  return mark.hash == 0 && mark.path.find('/') != std::string::npos;
}

const TextMark* find_mark(const Marks& marks, std::string_view path) {
  const auto at = std::lower_bound(
      marks.begin(), marks.end(), path,
      [](const TextMark& mark, std::string_view wanted) { return mark.path < wanted; });
  return at == marks.end() || at->path != path ? nullptr : &*at;
}

std::string_view field_of(std::string_view path) { return path.substr(0, path.find('/')); }

class TranslationChecker {
 public:
  TranslationChecker(const Outline& translation, const Outline& original, Diagnostics& found)
      : translation_(translation),
        original_(original),
        texts_(content::unpack(translation.text_marks)),
        hashes_(content::unpack(translation.source_hashes)),
        originals_(content::unpack(original.text_marks)),
        found_(found) {}

  void check() {
    if (originals_.empty()) return;
    for (const TextMark& text : texts_) check_text(text);
    for (const TextMark& hash : hashes_) check_hash(hash);
    add_unhashed();
  }

 private:
  // Is there a text of this path, or may there be one that could not be read?
  bool may_have(std::string_view path) const {
    const TextMark* field = find_mark(originals_, field_of(path));
    return find_mark(originals_, path) != nullptr || (field != nullptr && field->hash == 0);
  }
  bool is_told(std::string_view path) const {
    return std::any_of(orphans_.begin(), orphans_.end(), [&](const std::string& orphan) {
      return path == orphan || path.starts_with(orphan + "/");
    });
  }

  void check_text(const TextMark& text);
  void check_hash(const TextMark& hash);
  void add_orphan(const TextMark& mark, std::string message, std::string otherwise);
  void add_unhashed();
  std::string nearest_path(const TextMark& mark) const;

  const Outline& translation_;
  const Outline& original_;
  Marks texts_;
  Marks hashes_;
  Marks originals_;
  Diagnostics& found_;
  std::set<std::string> orphans_ = {};
  Marks unhashed_ = {};  // of the original, whose hash is not written
  Span first_unhashed_ = {};
};

void TranslationChecker::check_text(const TextMark& text) {
  if ((text.hash == 0 && !is_item(text)) || is_told(text.path)) return;
  if (!may_have(text.path))
    return add_orphan(text, "the original has no `" + text.path + "`", "take it out");
  const TextMark* original = find_mark(originals_, text.path);
  if (text.hash == 0 || original == nullptr || find_mark(hashes_, text.path) != nullptr) return;
  if (unhashed_.empty() || text.span.line < first_unhashed_.line) first_unhashed_ = text.span;
  unhashed_.push_back(*original);
}

void TranslationChecker::check_hash(const TextMark& hash) {
  if (is_told(hash.path)) return;
  const TextMark* original = find_mark(originals_, hash.path);
  if (original == nullptr || is_item(*original)) {
    if (original == nullptr && may_have(hash.path)) return;
    return add_orphan(hash, "the original has no text `" + hash.path + "`",
                      "take this entry out");
  }
  // What is no hash has been told.
  if (hash.hash == 0 || original->hash == 0 || hash.hash == original->hash) return;
  Diagnostic stale = {
      .severity = Severity::warning,
      .rule = "E323",  // stale-translation
      .where = {translation_.path, hash.span},
      .message = "the original's `" + hash.path + "` has changed since it was translated",
      .hint =
          "translate it anew and delete this entry; `baraza check --fix` "
          "then writes the new one",
      .notes = {},
      .edits = {}};
  stale.notes.push_back({{original_.path, original->span}, "what the original says now"});
  if (const TextMark* text = find_mark(texts_, hash.path); text != nullptr)
    stale.notes.push_back({{translation_.path, text->span}, "the translation is here"});
  found_.add(std::move(stale));
}

// The id or the path that the writer may have meant.
std::string TranslationChecker::nearest_path(const TextMark& mark) const {
  std::vector<std::string> known;
  const std::string list = std::string(field_of(mark.path)) + "/";
  for (const TextMark& one : originals_)
    if (is_item(mark) ? is_item(one) && one.path.starts_with(list) : one.hash != 0)
      known.push_back(is_item(mark) ? one.path.substr(list.size()) : one.path);
  return did_you_mean(
      nearest(known, is_item(mark) ? mark.path.substr(list.size()) : mark.path));
}

void TranslationChecker::add_orphan(const TextMark& mark, std::string message,
                                    std::string otherwise) {
  orphans_.insert(mark.path);
  std::string hint = nearest_path(mark);
  found_.add({.severity = Severity::error,
              .rule = "E328",  // orphan-translation
              .where = {translation_.path, mark.span},
              .message = std::move(message),
              .hint = hint.empty() ? std::move(otherwise) : std::move(hint),
              .notes = {{{original_.path, {}}, "the original is this file"}},
              .edits = {}});
}

void TranslationChecker::add_unhashed() {
  if (unhashed_.empty()) return;
  Diagnostic unhashed = {
      .severity = Severity::hint,
      .rule = "E324",  // unhashed-translation
      .where = {translation_.path, first_unhashed_},
      .message = counted(unhashed_.size(), "text has", "texts have") +
                 " no hash of the original, so nobody will notice when that changes",
      .hint = "`baraza check --fix` writes the hashes of the original as it is now",
      .notes = {},
      .edits = {}};
  if (translation_.hash_place.style != content::HashPlace::Style::none)
    unhashed.edits.push_back({.span = translation_.hash_place.at,
                              .text = hash_lines(translation_.hash_place, unhashed_)});
  found_.add(std::move(unhashed));
}

}  // namespace

void check_translation(const Outline& translation, const Outline& original,
                       Diagnostics& found) {
  TranslationChecker(translation, original, found).check();
}

}  // namespace baraza::check
