// The outline of a record: what the other records of a bank are checked against, and no more.
//
// A run that checks one file of thousands reads the outlines of all others, so they are small
// and have a binary form of their own.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/place.hpp"
#include "base/result.hpp"
#include "content/body.hpp"
#include "content/card.hpp"
#include "content/record.hpp"
#include "content/suppression.hpp"
#include "content/text_marks.hpp"

namespace baraza::content {

struct LessonOutline {
  std::string id = {};
  std::vector<std::string> aliases = {};
  Span span = {};

  bool operator==(const LessonOutline&) const = default;
};

// The fields are those of Card.
struct Outline {
  RecordKind kind = RecordKind::case_study;
  bool draft = false;
  bool publishable = true;
  std::string id = {};
  std::string path = {};
  std::string language = {};
  std::string translation_of = {};
  std::vector<std::string> lenses = {};
  Date review_due = {};
  Span review_span = {};
  Date last_dated = {};
  Span last_dated_span = {};
  std::vector<std::string> aliases = {};
  std::vector<Span> alias_spans = {};
  std::vector<LessonOutline> lessons = {};
  std::vector<Reference> rests_on = {};  // lessons, of an insight
  std::string url = {};                  // of a digest entry
  Span url_span = {};
  std::vector<Reference> references = {};
  std::vector<Link> links = {};  // but for those to the web
  std::vector<std::string> anchors = {};
  // Only of translations and what they translate, and not in the binary form.
  std::string text_marks = {};
  std::string source_hashes = {};
  HashPlace hash_place = {};

  bool operator==(const Outline&) const = default;
};

Outline outline_of(const Card& card);

// What a run of check needs of a file that was read before.
struct Head {
  Outline outline = {};
  std::vector<Diagnostic> findings = {};  // of this file alone
  std::vector<Suppression> suppressions = {};

  bool operator==(const Head&) const = default;
};

Head head_of(const Record& record);

// The versioned binary form, with the promises of decode() in record.hpp.
std::string encode_head(const Head& head);
Result<Head> decode_head(std::string_view bytes);

}  // namespace baraza::content
