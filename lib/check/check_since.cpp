#include "check/check_since.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "base/text.hpp"

namespace baraza::check {
namespace {

using content::Card;
using content::Lesson;
using content::RecordKind;

Diagnostic finding(std::string rule, Place where, std::string message, std::string hint) {
  return {.severity = Severity::error,
          .rule = std::move(rule),
          .where = std::move(where),
          .message = std::move(message),
          .hint = std::move(hint),
          .notes = {},
          .edits = {}};
}

bool has_lesson(const Card& card, const std::string& id) {
  return std::any_of(card.lessons.begin(), card.lessons.end(), [&](const Lesson& lesson) {
    return lesson.id == id ||
           std::find(lesson.aliases.begin(), lesson.aliases.end(), id) != lesson.aliases.end();
  });
}

// A record that could not be read has findings of its own.
bool is_unread(const Card& card) { return card.title.empty() && card.lessons.empty(); }

bool has_unread_lessons(const Card& card) {
  const std::vector<content::TextMark> marks = content::unpack(card.text_marks);
  return std::any_of(marks.begin(), marks.end(),
                     [](const content::TextMark& mark) { return mark.path == "lessons"; });
}

class PastChecker {
 public:
  PastChecker(const std::vector<Card>& before, std::string revision, const content::Bank& now,
              Diagnostics& found)
      : before_(before), revision_(std::move(revision)), now_(now), found_(found) {
    for (const Card& card : now_.cards) {
      if (card.kind == RecordKind::translation) continue;
      for (const std::string& alias : card.aliases) by_alias_.emplace(alias, &card);
      by_title_.emplace(card.title, &card);
    }
    for (const Card& card : before_) ids_before_.insert(card.id);
  }

  void check() {
    for (const Card& card : before_) {
      if (card.kind == RecordKind::translation || !card.publishable()) continue;
      const Card* now = find_now(card.id);
      if (now == nullptr) {
        add_vanished(card);
        continue;
      }
      if (is_unread(*now)) continue;
      check_published(card, *now);
      check_lessons(card, *now);
    }
  }

 private:
  const Card* find_now(const std::string& id) const {
    if (const Card* card = now_.find(id); card != nullptr) return card;
    const auto renamed = by_alias_.find(id);
    return renamed == by_alias_.end() ? nullptr : renamed->second;
  }

  // A record that was not there before and says the same under another id.
  const Card* find_successor(const Card& gone) const {
    const auto same = by_title_.find(gone.title);
    if (same != by_title_.end() && !gone.title.empty() && is_new(*same->second))
      return same->second;
    if (gone.lessons.empty()) return nullptr;
    for (const Card& card : now_.cards)
      if (card.kind == gone.kind && is_new(card) &&
          std::all_of(gone.lessons.begin(), gone.lessons.end(),
                      [&](const Lesson& lesson) { return has_lesson(card, lesson.id); }))
        return &card;
    return nullptr;
  }
  bool is_new(const Card& card) const { return !ids_before_.contains(card.id); }

  void add_vanished(const Card& gone) {
    const Card* successor = find_successor(gone);
    const std::string add = "add `aliases: [" + gone.id + "]` to ";
    Diagnostic vanished = finding(
        "E325", {successor == nullptr ? gone.path : successor->path, {}},  // vanished-id
        "the " + std::string(name_of(gone.kind)) + " `" + gone.id + "`, published at `" +
            revision_ + "`, is gone",
        successor == nullptr
            ? "bring it back; or, if a record has taken its place, " + add + "that one"
            : add + "this record, which seems to be the same");
    found_.add(std::move(vanished));
  }

  void check_published(const Card& card, const Card& now) {
    if (card.published.empty() || now.published == card.published) return;
    const Span span = now.published.empty() ? now.title_span : now.published_span;
    found_.add(finding(
        "E329", {now.path, span},  // published-changed
        now.published.empty()
            ? "`published` is gone; at `" + revision_ + "` it was `" + card.published + "`"
            : "`published` is `" + now.published + "`; at `" + revision_ + "` it was `" +
                  card.published + "`",
        "write `published: " + card.published +
            "`; when the content changes, `updated` says so"));
  }

  void check_lessons(const Card& card, const Card& now) {
    if (has_unread_lessons(now)) return;
    for (const Lesson& lesson : card.lessons) {
      if (has_lesson(now, lesson.id)) continue;
      const Lesson* successor = find_lesson_like(lesson, card, now);
      const std::string add = "add `aliases: [" + lesson.id + "]` to ";
      found_.add(finding(
          "E326",  // vanished-lesson
          {now.path, successor == nullptr ? now.title_span : successor->span},
          "the lesson `" + lesson.id + "`, published at `" + revision_ + "`, is gone",
          successor == nullptr
              ? "bring it back; or, if another lesson has taken its place, " + add + "that one"
              : add + "this lesson, which seems to be the same"));
    }
  }

  // A lesson that was not there before, with the same claim or nearly the same id.
  static const Lesson* find_lesson_like(const Lesson& gone, const Card& before,
                                        const Card& now) {
    std::vector<std::string> fresh;
    for (const Lesson& lesson : now.lessons) {
      if (has_lesson(before, lesson.id)) continue;
      if (lesson.claim == gone.claim && !gone.claim.empty()) return &lesson;
      fresh.push_back(lesson.id);
    }
    const std::vector<std::string> near = nearest(fresh, gone.id);
    if (near.empty()) return nullptr;
    const auto at =
        std::find_if(now.lessons.begin(), now.lessons.end(),
                     [&](const Lesson& lesson) { return lesson.id == near.front(); });
    return &*at;
  }

  const std::vector<Card>& before_;
  std::string revision_;
  const content::Bank& now_;
  Diagnostics& found_;
  std::map<std::string, const Card*> by_alias_ = {};
  std::map<std::string, const Card*> by_title_ = {};
  std::set<std::string> ids_before_ = {};
};

}  // namespace

void check_since(const std::vector<Card>& before, const std::string& revision,
                 const content::Bank& now, Diagnostics& found) {
  PastChecker(before, revision, now, found).check();
}

}  // namespace baraza::check
