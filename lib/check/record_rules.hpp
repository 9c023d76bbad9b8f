// What only the whole of a record shows: rules on fields that the model knows by name, where
// they are there. For check's own files alone.
#pragma once

#include <vector>

#include "base/diagnostic.hpp"
#include "check/schema_evaluator.hpp"
#include "content/record.hpp"
#include "content/schema.hpp"
#include "content/vocabulary.hpp"

namespace baraza::check {

// Every source is cited by a value marked `x-ref: source`, or named by a text: [unused-source].
// Says nothing where what cites may have been lost to a mistake that `found` tells.
void check_sources_used(const content::Record& record, const std::vector<Mark>& marks,
                        Diagnostics& found);

// No event has a date that the period makes unlikely: [event-outside-period].
//
// What led to a case and what came of it are events of it too, so one before the period or
// after it is no mistake by itself. Two things show a wrong date: it lies ten years off or
// more, as one wrong digit makes it; or it alone keeps the events from being in order.
void check_event_dates(const content::Record& record, Diagnostics& found);

// Title and summary name no country of a facet's vocabulary that the record does not list:
// [country-in-text].
//
// A vocabulary is one of countries if its terms have codes of ISO 3166. What only may be a
// country is passed over: a word for its people or its language, a part of a longer name such
// as `Niger Delta`, one that is compared with.
void check_countries_named(const content::Record& record,
                           const content::Vocabularies& vocabularies,
                           const std::vector<content::Facet>& facets, Diagnostics& found);

// Every lesson names the outcomes that bear on it, or shares a source with one:
// [lesson-without-outcome]. Says nothing of a record without outcomes or with errors.
void check_lesson_strength(const content::Record& record, Diagnostics& found);

// Every stream of money that says how much it was, or when, names a source:
// [unsourced-money]. Says nothing of a record with errors.
void check_funding_sources(const content::Record& record, Diagnostics& found);

// Nothing is told that happened years after the record was last changed, and the record did not
// appear decades after all that it tells: [far-date]. Dates are held against each other, so
// that the answer is the same on any day. Says nothing of a record with errors, nor of a date
// that `found` tells of.
void check_far_dates(const content::Record& record, Diagnostics& found);

// No sentence of the summary, of a claim or of an insight's title is long: [long-sentence].
void check_sentences(const content::Record& record, Diagnostics& found);

// The events stand in the order of their dates, or all the other way round:
// [event-out-of-order], of the first that does not. Says nothing where `found` tells that the
// date of an event is unlikely.
void check_event_order(const content::Record& record, Diagnostics& found);

// [kept-by-git] for a record that is held back.
void check_kept_by_git(const content::Record& record, Diagnostics& found);

}  // namespace baraza::check
