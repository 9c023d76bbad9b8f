#include "index/document.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "base/hash.hpp"
#include "content/schema.hpp"

namespace baraza::index {
namespace {

using content::Body;
using content::Card;
using content::Record;
using content::RecordKind;

void add_once(std::vector<std::string>& list, const std::string& text) {
  if (!text.empty() && std::find(list.begin(), list.end(), text) == list.end())
    list.push_back(text);
}

void add_passage(Text& text, const std::string& words, int line) {
  if (!words.empty()) text.passages.push_back({.text = words, .line = line});
}

void add_passages(Text& text, const Body& body) {
  text.passages.insert(text.passages.end(), body.passages.begin(), body.passages.end());
}

// The line of a field, or of what holds it.
int line_of(const content::Node& node, std::string_view field, int line) {
  const content::Node* found = node.find(field);
  return found == nullptr || found->span.line == 0 ? line : found->span.line;
}

const content::Node* find_lesson(const Record& record, const std::string& id) {
  for (const content::Node& lesson : record.front.items_of("lessons"))
    if (lesson.text_of("id") == id) return &lesson;
  return nullptr;
}

// Without the fields that `leave_out` names.
content::Node without(const content::Node& fields,
                      const std::function<bool(const std::string&)>& leave_out) {
  content::Node result = fields;
  result.keys.clear();
  result.children.clear();
  for (std::size_t i = 0; i < fields.keys.size() && fields.is_map(); ++i) {
    if (leave_out(fields.keys[i].name)) continue;
    result.keys.push_back(fields.keys[i]);
    result.children.push_back(fields.children[i]);
  }
  return result;
}

Kind kind_of(const Card& card) {
  if (card.kind == RecordKind::insight) return Kind::insight;
  return card.kind == RecordKind::digest ? Kind::digest : Kind::case_study;
}

class Gatherer {
 public:
  Gatherer(const content::Bank& bank, std::vector<Record> records)
      : bank_(bank), records_(std::move(records)) {}

  std::vector<Document> gather() {
    const Card& card = records_.front().card;
    if (card.sensitivity != "lesson-only") documents_.push_back(make_whole(card));
    gather_lessons(card);
    return std::move(documents_);
  }

 private:
  const std::string& language_of(const Card& card) const {
    return card.language.empty() ? bank_.settings.language() : card.language;
  }

  void gather_lessons(const Card& card) {
    std::vector<const content::Lesson*> lessons;
    for (const content::Lesson& lesson : card.lessons) lessons.push_back(&lesson);
    std::stable_sort(lessons.begin(), lessons.end(),
                     [](const auto* a, const auto* b) { return a->id < b->id; });
    for (std::size_t i = 0; i < lessons.size(); ++i) {
      if (i > 0 && lessons[i - 1]->id == lessons[i]->id) continue;
      documents_.push_back(make_lesson(card, *lessons[i]));
    }
  }

  // A case, an insight or a digest entry.
  Document make_whole(const Card& card) {
    Document document;
    Entry& entry = document.entry;
    entry.kind = kind_of(card);
    entry.id = card.id;
    fill_common(entry, card);
    if (entry.kind == Kind::case_study) {
      entry.case_id = card.id;
      entry.case_title = card.title;
    }
    entry.terms = card.terms;
    entry.state = card.state;
    entry.tags = card.tags;
    entry.url = card.url;
    entry.publisher = card.publisher;
    entry.outcomes = card.outcomes;
    entry.rests_on = card.rests_on;
    if (entry.kind == Kind::digest) fill_publication(entry, records_.front().front);
    for (const content::Outcome& outcome : card.outcomes) {
      for (const std::string& basis : outcome.basis) add_once(entry.basis, basis);
      add_once(entry.corroboration, outcome.corroboration);
    }
    for (const Record& record : records_) {
      entry.titles.push_back(
          {language_of(record.card), record.card.title, record.card.summary});
      Text& text = document.texts.emplace_back();
      text.language = language_of(record.card);
      text.path = record.card.path;
      add_passage(text, record.card.summary, line_of(record.front, "summary", 0));
      add_passages(text, record.body);
      for (const content::Support& support : record.card.rests_on)
        add_passage(text, support.why, support.span.line);
      document.sheets.push_back({language_of(record.card),
                                 fields_of(record),
                                 {record.body.html, record.body.slots, record.body.links}});
    }
    add_context(document, card);
    return document;
  }

  // All fields but the lessons, which have documents of their own, with the texts of the
  // record's language.
  content::Node fields_of(const Record& record) const {
    const Record& original = records_.front();
    const bool has_lessons = !original.card.lessons.empty();
    const content::Node fields = without(original.front, [&](const std::string& name) {
      return has_lessons && name == "lessons";
    });
    return &record == &original ? fields : translated(fields, record.front);
  }

  void fill_common(Entry& entry, const Card& card) const {
    entry.path = card.path;
    entry.start = card.start;
    entry.end = card.end;
    entry.ongoing = card.ongoing;
    entry.stage = card.stage;
    entry.authors = card.authors;
    entry.published = card.published;
    entry.updated = card.updated;
    entry.lenses = card.lenses;
  }

  // A digest entry stands for what it points to: for who wrote that, and when it appeared.
  static void fill_publication(Entry& entry, const content::Node& front) {
    if (entry.authors.empty() && !entry.terms.contains("author"))
      entry.authors = front.texts_of("author");
    if (!entry.start.known())
      entry.start = entry.end = content::parse_date(front.text_of("date"));
  }

  Document make_lesson(const Card& card, const content::Lesson& lesson) {
    const bool alone = card.sensitivity == "lesson-only";
    Document document;
    Entry& entry = document.entry;
    if (!alone) {
      fill_common(entry, card);
      entry.case_title = card.title;
    }
    entry.kind = Kind::lesson;
    entry.id = content::full_id(card, lesson);
    entry.case_id = card.id;
    entry.line = lesson.span.line;
    entry.terms = alone ? own_terms(lesson) : lesson.terms;
    entry.basis = lesson.basis;
    entry.corroboration = lesson.corroboration;
    entry.lesson_kind = lesson.kind;
    for (const Record& record : records_) {
      add_lesson_text(document, record, lesson.id);
      if (alone && !document.sheets.empty()) hide_case(document.sheets.back());
    }
    if (alone) {
      add_labels(document);
    } else {
      add_context(document, card);
      document.context.push_back({language_of(card), card.title});
    }
    return document;
  }

  void add_lesson_text(Document& document, const Record& record, const std::string& id) const {
    const auto lesson = std::find_if(record.card.lessons.begin(), record.card.lessons.end(),
                                     [&](const content::Lesson& one) { return one.id == id; });
    if (lesson == record.card.lessons.end()) return;  // not translated
    const std::string& language = language_of(record.card);
    document.entry.titles.push_back({.language = language, .title = lesson->claim});
    Text& text = document.texts.emplace_back();
    text.language = language;
    text.path = record.card.path;
    Sheet& sheet = document.sheets.emplace_back();
    sheet.language = language;
    const content::Node* own = find_lesson(record, id);
    const content::Node* original = find_lesson(records_.front(), id);
    if (original != nullptr && own != nullptr)
      sheet.fields = own == original ? *original : translated(*original, *own);
    const auto line = [&](std::string_view field) {
      return own == nullptr ? lesson->span.line : line_of(*own, field, lesson->span.line);
    };
    add_passage(text, lesson->because, line("because"));
    add_passage(text, lesson->limits, line("limits"));
    add_passage(text, lesson->question, line("question"));
    for (const auto& [lesson_id, detail] : record.details) {
      if (lesson_id != id) continue;
      add_passages(text, detail);
      sheet.body = {detail.html, detail.slots, detail.links};
    }
  }

  // Of a lesson whose case is not to be shown: other fields may tell which it is.
  void hide_case(Sheet& sheet) const {
    constexpr std::array<std::string_view, 9> shown = {
        "id", "claim", "kind", "because", "limits", "detail", "question", "moments", "roles"};
    sheet.fields = without(sheet.fields, [&](const std::string& name) {
      const bool facet =
          std::any_of(bank_.facets.begin(), bank_.facets.end(),
                      [&](const content::Facet& one) { return one.field == name; });
      return !facet && std::find(shown.begin(), shown.end(), name) == shown.end();
    });
  }

  // The terms that the lesson's own keys name.
  content::TermsByFacet own_terms(const content::Lesson& lesson) const {
    content::TermsByFacet own;
    const content::Node* node = find_lesson(records_.front(), lesson.id);
    for (const auto& [facet, terms] : lesson.terms)
      if (node != nullptr && node->find(facet) != nullptr) own[facet] = terms;
    return own;
  }

  void add_labels(Document& document) const {
    for (const content::Facet& facet : bank_.facets) {
      const auto terms = document.entry.terms.find(facet.field);
      if (terms == document.entry.terms.end()) continue;
      for (const std::string& term : terms->second) add_label(document, facet, term);
    }
  }

  void add_label(Document& document, const content::Facet& facet, const std::string& id) const {
    const content::Vocabulary* list = bank_.vocabularies.find(facet.vocabulary);
    const content::Term* term = list == nullptr ? nullptr : list->find(id);
    if (term == nullptr) {
      document.context.push_back({bank_.settings.language(), id});
      return;
    }
    for (const auto& [language, label] : term->label)
      document.context.push_back(
          {language.empty() ? bank_.settings.language() : language, label});
  }

  void add_context(Document& document, const Card& card) const {
    add_labels(document);
    const std::string& language = language_of(card);
    const content::Node& front = records_.front().front;
    for (const std::string& tag : card.tags) document.context.push_back({language, tag});
    if (document.entry.kind == Kind::lesson) return;
    for (const std::string& author : document.entry.authors)
      document.context.push_back({language, author});
    for (const char* const list : {"actors", "places"})
      for (const content::Node& item : front.items_of(list))
        document.context.push_back({language, item.text_of("name")});
    if (!card.publisher.empty()) document.context.push_back({language, card.publisher});
  }

  const content::Bank& bank_;
  std::vector<Record> records_;  // the original, then its translations
  std::vector<Document> documents_;
};

}  // namespace

std::vector<Document> make_documents(const content::Bank& bank,
                                     std::vector<content::Record> records) {
  return Gatherer(bank, std::move(records)).gather();
}

PartBytes encode_parts(const Document& document) {
  return {encode(document.entry), encode(document.texts), encode(document.sheets)};
}

std::string hash_of_document(const Document& document, const PartBytes& parts) {
  BinaryWriter out;
  for (const std::string& part : parts) out.text(part);
  for (const Context& context : document.context) {
    out.text(context.language);
    out.text(context.text);
  }
  return short_hash(out.bytes());
}

}  // namespace baraza::index
