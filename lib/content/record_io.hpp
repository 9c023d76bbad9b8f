// How records are written in their binary form and read back. For content's own files alone.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>

#include "base/binary.hpp"

namespace baraza::content {

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
void io_reference(Io& io, T& reference) {
  io.io(reference.kind);
  io.io(reference.target);
  io_span(io, reference.span);
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

// All of a record that is told of it, whatever else is read.
template <class Io, class T>
void io_findings(Io& io, T& record) {
  io.list(record.findings, [&](auto& finding) { io_finding(io, finding); });
  io.list(record.suppressions, [&](auto& wish) { io_suppression(io, wish); });
}

}  // namespace baraza::content
