#include "content/record.hpp"

#include <algorithm>

#include "base/binary.hpp"

namespace baraza::content {
namespace {

// Goes up whenever a line below changes.
constexpr std::string_view format = "baraza record 4";
constexpr int deepest_tree = 200;

// One list of members serves both ways: a Writer and a Reader share the names `io(x)` below.
class Writer {
 public:
  static constexpr bool reading = false;
  void io(const std::string& value) { out.text(value); }
  void io(bool value) { out.flag(value); }
  void io(double value) { out.real(value); }
  void io(int value) {
    out.number(static_cast<std::uint64_t>(static_cast<std::uint32_t>(value)));
  }
  void io(std::size_t value) { out.number(value); }
  template <class E>
  requires std::is_enum_v<E>
  void io(E value) { out.number(static_cast<std::uint64_t>(value)); }
  template <class List, class Each>
  void list(const List& items, Each each) {
    out.number(items.size());
    for (const auto& item : items) each(item);
  }

  BinaryWriter out;
};

class Reader {
 public:
  static constexpr bool reading = true;
  explicit Reader(std::string_view bytes) : in(bytes) {}
  void io(std::string& value) { value = in.text(); }
  void io(bool& value) { value = in.flag(); }
  void io(double& value) { value = in.real(); }
  void io(int& value) { value = static_cast<int>(static_cast<std::uint32_t>(in.number())); }
  void io(std::size_t& value) { value = static_cast<std::size_t>(in.number()); }
  template <class E>
  requires std::is_enum_v<E>
  void io(E& value) { value = static_cast<E>(in.number()); }
  template <class List, class Each>
  void list(List& items, Each each) {
    const std::size_t count = in.count();
    items.clear();
    for (std::size_t i = 0; i < count && in.ok(); ++i) each(items.emplace_back());
  }

  BinaryReader in;
};

// Every function below takes a `const T` with a Writer and a `T` with a Reader.
template <class Io, class T>
void io_texts(Io& io, T& texts) {
  io.list(texts, [&](auto& text) { io.io(text); });
}

template <class Io, class T>
void io_span(Io& io, T& span) {
  io.io(span.line);
  io.io(span.column);
  io.io(span.end_line);
  io.io(span.end_column);
}

template <class Io, class T>
void io_place(Io& io, T& place) {
  io.io(place.path);
  io_span(io, place.span);
}

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
void io_date(Io& io, T& date) {
  io.io(date.year);
  io.io(date.month);
  io.io(date.day);
  io.io(date.about);
}

template <class Io, class T>
void io_link(Io& io, T& link) {
  io.io(link.target);
  io.io(link.text);
  io.io(link.image);
  io_span(io, link.span);
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
void io_reference(Io& io, T& reference) {
  io.io(reference.kind);
  io.io(reference.target);
  io_span(io, reference.span);
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
void io_finding(Io& io, T& finding) {
  io.io(finding.severity);
  io.io(finding.rule);
  io_place(io, finding.where);
  io.io(finding.message);
  io.io(finding.hint);
  io.list(finding.notes, [&](auto& note) {
    io_place(io, note.where);
    io.io(note.message);
  });
  io.list(finding.edits, [&](auto& edit) {
    io_span(io, edit.span);
    io.io(edit.text);
  });
}

template <class Io, class T>
void io_suppression(Io& io, T& suppression) {
  io.list(suppression.codes, [&](auto& code) {
    io.io(code.code);
    io_span(io, code.span);
  });
  io.io(suppression.reason);
  io_span(io, suppression.span);
  io.io(suppression.first_line);
  io.io(suppression.last_line);
}

// What most readers need comes first, so that the rest need not be read.
template <class Io, class T>
void io_head(Io& io, T& record) {
  io_card(io, record.card);
  io.list(record.findings, [&](auto& finding) { io_finding(io, finding); });
  io.list(record.suppressions, [&](auto& wish) { io_suppression(io, wish); });
}

template <class Io, class T>
void io_rest(Io& io, T& record) {
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
  io_head(writer, record);
  io_rest(writer, record);
  return writer.out.take();
}

Result<Record> decode(std::string_view bytes) {
  Reader reader(bytes);
  if (reader.in.view() != format) return unreadable();
  Record record;
  io_head(reader, record);
  io_rest(reader, record);
  if (!reader.in.ok() || !reader.in.at_end()) return unreadable();
  return record;
}

Result<Record> decode_head(std::string_view bytes) {
  Reader reader(bytes);
  if (reader.in.view() != format) return unreadable();
  Record record;
  io_head(reader, record);
  if (!reader.in.ok()) return unreadable();
  return record;
}

}  // namespace baraza::content
