#include "content/outline.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "content/record_io.hpp"

namespace baraza::content {
namespace {

// Goes up whenever a line below changes.
constexpr std::string_view format = "head 3";

// An address of the web is none that other records matter to.
bool leads_into_bank(const Link& link) {
  const std::string_view target = link.target;
  return !target.starts_with("https://") && !target.starts_with("http://") &&
         !target.starts_with("mailto:");
}

template <class Io, class T>
void io_outline(Io& io, T& outline) {
  io.io(outline.kind);
  io.io(outline.draft);
  io.io(outline.publishable);
  io.io(outline.id);
  io.io(outline.path);
  io.io(outline.language);
  io.io(outline.translation_of);
  io_texts(io, outline.lenses);
  io_date(io, outline.review_due);
  io_span(io, outline.review_span);
  io_date(io, outline.last_dated);
  io_span(io, outline.last_dated_span);
  io_texts(io, outline.aliases);
  io.list(outline.alias_spans, [&](auto& span) { io_span(io, span); });
  io.list(outline.lessons, [&](auto& lesson) {
    io.io(lesson.id);
    io_texts(io, lesson.aliases);
    io_span(io, lesson.span);
  });
  io.list(outline.rests_on, [&](auto& lesson) { io_reference(io, lesson); });
  io.io(outline.url);
  io_span(io, outline.url_span);
  io.list(outline.references, [&](auto& reference) { io_reference(io, reference); });
  io.list(outline.links, [&](auto& link) { io_link(io, link); });
  io_texts(io, outline.anchors);
}

}  // namespace

Outline outline_of(const Card& card) {
  Outline outline = {.kind = card.kind,
                     .draft = card.draft,
                     .publishable = card.publishable(),
                     .id = card.id,
                     .path = card.path,
                     .language = card.language,
                     .translation_of = card.translation_of,
                     .lenses = card.lenses,
                     .review_due = card.review_due,
                     .review_span = card.review_span,
                     .last_dated = card.last_dated,
                     .last_dated_span = card.last_dated_span,
                     .aliases = card.aliases,
                     .alias_spans = card.alias_spans,
                     .references = card.references,
                     .anchors = card.anchors,
                     .text_marks = card.text_marks,
                     .source_hashes = card.source_hashes,
                     .hash_place = card.hash_place};
  for (const Lesson& lesson : card.lessons)
    outline.lessons.push_back({lesson.id, lesson.aliases, lesson.span});
  for (const Support& support : card.rests_on)
    outline.rests_on.push_back({"lesson", support.lesson, support.span});
  if (card.kind == RecordKind::digest) {
    outline.url = card.url;
    outline.url_span = card.url_span;
  }
  std::copy_if(card.links.begin(), card.links.end(), std::back_inserter(outline.links),
               leads_into_bank);
  return outline;
}

Head head_of(const Record& record) {
  return {outline_of(record.card), record.findings, record.suppressions};
}

std::string encode_head(const Head& head) {
  Writer writer;
  writer.out.text(format);
  io_outline(writer, head.outline);
  io_findings(writer, head);
  return writer.out.take();
}

Result<Head> decode_head(std::string_view bytes) {
  const Diagnostic unreadable = {.message = "a cached record cannot be read"};
  Reader reader(bytes);
  if (reader.in.view() != format) return unreadable;
  Head head;
  io_outline(reader, head.outline);
  io_findings(reader, head);
  if (!reader.in.ok() || !reader.in.at_end()) return unreadable;
  return head;
}

}  // namespace baraza::content
