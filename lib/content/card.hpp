// The card of a record: what lists, searches and checks across files need of it.
//
// A bank is a card of every record; the rest of a record is read back when its page is made.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/place.hpp"
#include "content/body.hpp"
#include "content/schema.hpp"
#include "content/text_marks.hpp"
#include "content/tree.hpp"
#include "content/vocabulary.hpp"

namespace baraza::content {

enum class RecordKind { case_study, insight, digest, translation };

// `case`, `insight`, `digest`, `translation`: as in YAML, flags and JSON.
std::string_view name_of(RecordKind kind);

// A date of the form 2016, 2016-05, 2016-05-31, or one of these with `~` for about (EDTF level
// 1).
struct Date {
  int year = 0;   // 0: no date
  int month = 0;  // 0: not said
  int day = 0;    // 0: not said
  bool about = false;

  bool known() const { return year != 0; }
  bool operator==(const Date&) const = default;
};

// A date that is written in one of the forms above and exists; else one that is not known().
Date parse_date(std::string_view text);
std::string text_of(const Date& date);  // the other way round; empty where it is not known()
// The first and the last day a date may mean, as yyyymmdd.
int earliest_day(const Date& date);
int latest_day(const Date& date);
// Is `a` before `b` for certain? Its latest day is before the other's earliest. A date with `~`
// may be off by one of what it names, a year or else a month.
bool is_before(const Date& a, const Date& b);

// Terms by facet field, in the author's order.
using TermsByFacet = std::map<std::string, std::vector<std::string>>;

struct Outcome {
  std::string id = {};
  std::string claim = {};
  std::string aim = {};
  std::string direction = {};
  std::vector<std::string> basis = {};
  std::string corroboration = {};
  std::vector<std::string> sources = {};  // ids

  bool operator==(const Outcome&) const = default;
};

struct Lesson {
  std::string id = {};  // unique in its case
  std::string claim = {};
  std::string because = {};
  std::string limits = {};
  std::string question = {};
  std::string kind = {};
  std::vector<std::string> moments = {};
  std::vector<std::string> roles = {};
  std::vector<std::string> sources = {};  // ids
  std::vector<std::string> aliases = {};
  TermsByFacet terms = {};  // its own where it says so, else its case's
  // Its strength in words: the bases, and the corroborations, of the outcomes of its case that
  // it names or, where it says nothing of them, that share a source with it; each once, in the
  // order of the outcomes.
  std::vector<std::string> basis = {};
  std::vector<std::string> corroboration = {};
  Span span = {};

  bool operator==(const Lesson&) const = default;
};

struct Support {
  std::string lesson = {};  // full id, `case#lesson`
  std::string stance = {};  // supports, partly, limits, contradicts
  std::string why = {};
  Span span = {};  // of the lesson's id

  bool operator==(const Support&) const = default;
};

// Does a lesson of this stance speak for the claim, if only in part? Else it limits or
// contradicts it.
bool speaks_for(std::string_view stance);

// A value that names a record or a lesson elsewhere in the bank, found by the schema's `x-ref`.
struct Reference {
  std::string kind = {};  // case or lesson
  std::string target = {};
  Span span = {};

  bool operator==(const Reference&) const = default;
};

struct Card {
  RecordKind kind = RecordKind::case_study;
  std::string id = {};
  std::string path = {};  // relative to the bank's root
  std::string title = {};
  Span title_span = {};
  std::string summary = {};
  std::string language = {};  // BCP 47; empty: the bank's own
  TermsByFacet terms = {};
  Date start = {};
  Date end = {};
  bool ongoing = false;
  std::string stage = {};
  std::vector<std::string> authors = {};  // names
  std::vector<std::string> tags = {};
  std::vector<std::string> aliases = {};
  std::vector<Span> alias_spans = {};     // of each of them
  std::vector<std::string> related = {};  // ids of cases
  std::vector<Outcome> outcomes = {};
  std::vector<Lesson> lessons = {};
  std::vector<std::string> lenses = {};  // framework/term
  std::vector<Support> rests_on = {};    // of an insight
  std::string state = {};                // of an insight: open, settled, contested, retired
  std::string url = {};                  // of a digest entry
  Span url_span = {};
  std::string publisher = {};  // of a digest entry
  std::string translation_of = {};
  std::string owner = {};
  std::string sensitivity = {};  // public, lesson-only, hold; empty: public
  std::string embargo = {};      // a day; nothing is shown while it is written there
  std::string published = {};
  Span published_span = {};
  std::string updated = {};
  Date review_due = {};
  Span review_span = {};  // of the date on which it is due
  Date last_dated = {};   // the last of the days on which it appeared, was changed or looked at
  Span last_dated_span = {};
  bool draft = false;
  std::string text_marks = {};  // of its texts, packed; see text_marks.hpp
  // Of a translation: what it says its texts were made from, packed, and where more is written.
  std::string source_hashes = {};
  HashPlace hash_place = {};
  std::vector<Reference> references = {};
  std::vector<Link> links = {};           // of the body
  std::vector<std::string> anchors = {};  // ids of the body's headings

  // May it be on the site? Neither a draft nor held nor under an embargo. Whether the day of an
  // embargo has come is not asked, since the same bank gives the same site on any day: its
  // writer takes it out.
  bool publishable() const { return !draft && sensitivity != "hold" && embargo.empty(); }
  bool operator==(const Card&) const = default;
};

// The full id of a lesson, `case#lesson`.
std::string full_id(const Card& card, const Lesson& lesson);

// Makes the card of a record from its front matter, which may break its schema: what does not
// have the expected form is left out, and never fails. `path` gives the id, unless the record
// says one. `references` and `text_marks` are filled by check.
Card make_card(const Node& front, const std::vector<Facet>& facets, const std::string& path);

// The id and the language that a record's path gives: `cases/kenya/tusome.sw.md` is `tusome`,
// `sw`; the language is empty for an original.
struct PathName {
  std::string id = {};
  std::string language = {};
};
PathName name_of_path(std::string_view path);

}  // namespace baraza::content
