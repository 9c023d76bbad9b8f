#include "render/template_tags.hpp"

#include <algorithm>
#include <utility>

#include "base/text.hpp"
#include "render/template.hpp"

namespace baraza::render {
namespace {

constexpr std::string_view blanks = " \t\r\n\f\v";

Diagnostic malformed(const std::string& path, std::string_view text, const Tag& tag,
                     std::string message, std::string hint) {
  return {.severity = Severity::error,
          .rule = "E422",  // tag-malformed
          .where = place_in(path, text, tag.at, tag.end),
          .message = std::move(message),
          .hint = std::move(hint),
          .notes = {},
          .edits = {}};
}

// Narrows [from, to) to what is not white space.
void trim_to(std::string_view text, std::size_t from, std::size_t to, Tag& tag) {
  while (from < to && blanks.find(text[from]) != std::string_view::npos) ++from;
  while (from < to && blanks.find(text[to - 1]) != std::string_view::npos) --to;
  tag.name_from = from;
  tag.name_to = to;
}

}  // namespace

Tag::Kind TagReader::take_sigil(std::size_t& from, std::string& close) const {
  const char sigil = from < text_.size() ? text_[from] : '\0';
  ++from;
  switch (sigil) {
    case '#':
      return Tag::Kind::section;
    case '^':
      return Tag::Kind::inverted;
    case '/':
      return Tag::Kind::close;
    case '>':
      return Tag::Kind::partial;
    case '&':
      return Tag::Kind::html;
    case '{':
      close.insert(0, "}");
      return Tag::Kind::html;
    case '=':
      close.insert(0, "=");
      return Tag::Kind::nothing;
    case '!':
      return Tag::Kind::nothing;
    default:
      --from;
      return Tag::Kind::value;
  }
}

Tag TagReader::next(Diagnostics& found) {
  Tag tag;
  tag.literal_from = position_;
  tag.at = text_.find(open_, position_);
  if (tag.at == std::string_view::npos) {
    tag.at = tag.end = tag.literal_to = position_ = text_.size();
    return tag;
  }
  tag.literal_to = tag.at;

  std::size_t from = tag.at + open_.size();
  const char sigil = from < text_.size() ? text_[from] : '\0';
  std::string close = close_;
  tag.kind = take_sigil(from, close);
  const std::size_t to = text_.find(close, from);
  const bool comment = sigil == '!';
  if (to == std::string_view::npos || !comment) {
    if (report_unclosed(tag, close, from, to, found)) {
      tag.kind = Tag::Kind::nothing;
      return tag;
    }
  }

  tag.end = position_ = to + close.size();
  trim_to(text_, from, to, tag);
  if (tag.kind != Tag::Kind::value && tag.kind != Tag::Kind::html) take_line(tag);
  if (sigil == '=') {
    set_delimiters(tag, found);
  } else if (!comment && !check_name(tag, found)) {
    tag.kind = Tag::Kind::nothing;
  }
  return tag;
}

// A tag that ends nowhere, or only after another one has opened, was never closed.
bool TagReader::report_unclosed(const Tag& tag, const std::string& close, std::size_t from,
                                std::size_t to, Diagnostics& found) {
  const std::size_t inner = open_ == close_ ? to : text_.find(open_, from);
  if (to != std::string_view::npos && (inner == std::string_view::npos || inner >= to)) {
    return false;
  }

  const std::size_t line_end = std::min(text_.find('\n', tag.at), text_.size());
  found.add({.severity = Severity::error,
             .rule = "E421",  // tag-unclosed
             .where = place_in(path_, text_, tag.at, std::min(line_end, inner)),
             .message = "a tag is not closed",
             .hint = "close it with `" + close + "`",
             .notes = {},
             .edits = {}});
  position_ = std::min(inner, text_.size());
  return true;
}

void TagReader::set_delimiters(const Tag& tag, Diagnostics& found) {
  const std::string_view body = text_.substr(tag.name_from, tag.name_to - tag.name_from);
  const std::string_view open = body.substr(0, body.find_first_of(blanks));
  const std::string_view close = trim(body.substr(open.size()));
  if (open.empty() || close.empty() || body.find('=') != std::string_view::npos ||
      close.find_first_of(blanks) != std::string_view::npos) {
    found.add(malformed(path_, text_, tag, "new delimiters are not two words",
                        "write `{{=<% %>=}}`: two words without `=`, a space between them"));
    return;
  }
  open_ = open;
  close_ = close;
}

bool TagReader::check_name(const Tag& tag, Diagnostics& found) const {
  const std::string name(text_.substr(tag.name_from, tag.name_to - tag.name_from));
  if (name.empty()) {
    found.add(malformed(path_, text_, tag, "a tag names nothing", "write a name in it"));
    return false;
  }
  if (name.front() == '<' || name.front() == '$') {
    found.add(malformed(path_, text_, tag, "a tag `" + name.substr(0, 1) + "` is not known",
                        "use a partial: `{{> name}}`"));
    return false;
  }

  bool good = name.find_first_of(" \t\r\n\f\v{}<>&\"'=#^!") == std::string::npos;
  if (tag.kind != Tag::Kind::partial && name != ".") {
    for (const std::string_view part : split(name, '.')) good = good && !part.empty();
  }
  if (good) return true;

  found.add(malformed(path_, text_, tag, "no view has a name like `" + shorten(name, 40) + "`",
                      "a name is words joined by dots: `{{lesson.claim}}`"));
  return false;
}

// Where nothing but blanks is beside the tag, its line goes with it.
void TagReader::take_line(Tag& tag) {
  std::size_t from = tag.at;
  while (from > tag.literal_from && (text_[from - 1] == ' ' || text_[from - 1] == '\t')) --from;
  if (from > 0 && text_[from - 1] != '\n') return;

  std::size_t to = tag.end;
  while (to < text_.size() && (text_[to] == ' ' || text_[to] == '\t')) ++to;
  if (to < text_.size() && text_[to] == '\r' && to + 1 < text_.size()) ++to;
  if (to < text_.size() && text_[to] != '\n') return;

  tag.own_line = true;
  tag.indent = tag.at - from;
  tag.literal_to = from;
  position_ = std::min(to + 1, text_.size());
}

}  // namespace baraza::render
