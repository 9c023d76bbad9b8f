#include "content/record.hpp"

#include <algorithm>

#include "content/record_io.hpp"

namespace baraza::content {
namespace {

// Goes up whenever a line below changes.
constexpr std::string_view format = "baraza record 5";
constexpr int deepest_tree = 200;

template <class Io, class T>
void io_terms(Io& io, T& terms) {
  if constexpr (Io::reading) {
    const std::size_t count = io.in.count();
    for (std::size_t i = 0; i < count && io.in.ok(); ++i) {
      std::string field = io.in.text();
      io_texts(io, terms[field]);
    }
  } else {
    io.out.number(terms.size());
    for (const auto& [field, list] : terms) {
      io.out.text(field);
      io_texts(io, list);
    }
  }
}

template <class Io, class T>
void io_outcome(Io& io, T& outcome) {
  io.io(outcome.id);
  io.io(outcome.claim);
  io.io(outcome.aim);
  io.io(outcome.direction);
  io_texts(io, outcome.basis);
  io.io(outcome.corroboration);
  io_texts(io, outcome.sources);
}

template <class Io, class T>
void io_lesson(Io& io, T& lesson) {
  io.io(lesson.id);
  io.io(lesson.claim);
  io.io(lesson.because);
  io.io(lesson.limits);
  io.io(lesson.question);
  io.io(lesson.kind);
  io_texts(io, lesson.moments);
  io_texts(io, lesson.roles);
  io_texts(io, lesson.sources);
  io_texts(io, lesson.aliases);
  io_terms(io, lesson.terms);
  io_texts(io, lesson.basis);
  io_texts(io, lesson.corroboration);
  io_span(io, lesson.span);
}

template <class Io, class T>
void io_support(Io& io, T& support) {
  io.io(support.lesson);
  io.io(support.stance);
  io.io(support.why);
  io_span(io, support.span);
}

template <class Io, class T>
void io_card(Io& io, T& card) {
  io.io(card.kind);
  io.io(card.id);
  io.io(card.path);
  io.io(card.title);
  io_span(io, card.title_span);
  io.io(card.summary);
  io.io(card.language);
  io_terms(io, card.terms);
  io_date(io, card.start);
  io_date(io, card.end);
  io.io(card.ongoing);
  io.io(card.stage);
  io_texts(io, card.authors);
  io_texts(io, card.tags);
  io_texts(io, card.aliases);
  io.list(card.alias_spans, [&](auto& span) { io_span(io, span); });
  io_texts(io, card.related);
  io.list(card.outcomes, [&](auto& item) { io_outcome(io, item); });
  io.list(card.lessons, [&](auto& item) { io_lesson(io, item); });
  io_texts(io, card.lenses);
  io.list(card.rests_on, [&](auto& item) { io_support(io, item); });
  io.io(card.state);
  io.io(card.url);
  io_span(io, card.url_span);
  io.io(card.publisher);
  io.io(card.translation_of);
  io.io(card.owner);
  io.io(card.sensitivity);
  io.io(card.embargo);
  io.io(card.published);
  io_span(io, card.published_span);
  io.io(card.updated);
  io_date(io, card.review_due);
  io_span(io, card.review_span);
  io_date(io, card.last_dated);
  io_span(io, card.last_dated_span);
  io.io(card.draft);
  io.io(card.text_marks);
  io.io(card.source_hashes);
  io.io(card.hash_place.style);
  io_span(io, card.hash_place.at);
  io.io(card.hash_place.indent);
  io.list(card.references, [&](auto& item) { io_reference(io, item); });
  io.list(card.links, [&](auto& item) { io_link(io, item); });
  io_texts(io, card.anchors);
}

template <class Io, class T>
void io_node(Io& io, T& node, int depth) {
  if constexpr (Io::reading)
    if (depth > deepest_tree) return io.in.fail();
  io.io(node.kind);
  io.io(node.boolean);
  io.io(node.plain);
  io.io(node.text);
  io.io(node.number);
  io.list(node.keys, [&](auto& key) {
    io.io(key.name);
    io_span(io, key.span);
  });
  io.list(node.children, [&](auto& child) { io_node(io, child, depth + 1); });
  io_span(io, node.span);
  if constexpr (Io::reading) {
    const bool known = node.kind <= Node::Kind::broken;
    const bool named = !node.is_map() || node.keys.size() == node.children.size();
    if (!known || !named) io.in.fail();
  }
}

template <class Io, class T>
void io_body(Io& io, T& body) {
  io.io(body.html);
  io.list(body.slots, [&](auto& slot) {
    io.io(slot.offset);
    io.io(slot.link);
  });
  io.list(body.links, [&](auto& link) { io_link(io, link); });
  io.list(body.headings, [&](auto& heading) {
    io.io(heading.id);
    io.io(heading.text);
    io.io(heading.level);
    io_span(io, heading.span);
  });
  io.list(body.passages, [&](auto& passage) {
    io.io(passage.text);
    io.io(passage.heading);
    io.io(passage.anchor);
    io.io(passage.line);
  });
  if constexpr (Io::reading)
    for (const Slot& slot : body.slots)
      if (slot.offset > body.html.size() || slot.link >= body.links.size()) io.in.fail();
}

template <class Io, class T>
void io_rest(Io& io, T& record) {
  io_findings(io, record);
  io_node(io, record.front, 0);
  io_body(io, record.body);
  io.list(record.details, [&](auto& detail) {
    io.io(detail.first);
    io_body(io, detail.second);
  });
}

Diagnostic unreadable() { return {.message = "a cached record cannot be read"}; }

}  // namespace

bool Record::has_errors() const {
  return std::any_of(findings.begin(), findings.end(), [](const Diagnostic& finding) {
    return finding.severity == Severity::error;
  });
}

std::string encode(const Record& record) {
  Writer writer;
  writer.out.text(format);
  io_card(writer, record.card);
  io_rest(writer, record);
  return writer.out.take();
}

Result<Record> decode(std::string_view bytes) {
  Reader reader(bytes);
  if (reader.in.view() != format) return unreadable();
  Record record;
  io_card(reader, record.card);
  io_rest(reader, record);
  if (!reader.in.ok() || !reader.in.at_end()) return unreadable();
  return record;
}

Result<Card> decode_card(std::string_view bytes) {
  Reader reader(bytes);
  if (reader.in.view() != format) return unreadable();
  Card card;
  io_card(reader, card);
  if (!reader.in.ok()) return unreadable();
  return card;
}

}  // namespace baraza::content
