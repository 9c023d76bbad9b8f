// What is said of a record in a line or less: where, when, how it is known, where it stands.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "index/excerpt.hpp"
#include "index/index.hpp"
#include "index/stands.hpp"
#include "tools/format/terminal.hpp"

namespace baraza::tools {

// How records are written for a reader.
struct Look {
  const index::About& about;                // of their bank; must stay
  std::vector<std::string> languages = {};  // the reader's, best first; never empty
  std::size_t width = text_width;
  Paint paint = {};

  // What people call a term of a list: its label, or the words of its id.
  std::string label(std::string_view list, std::string_view term) const;
  std::string labels(std::string_view list, const std::vector<std::string>& terms) const;
};

// The reader's language, if one is asked for, and the bank's.
std::vector<std::string> languages_of(const std::string& asked, const index::About& about);

// An id as words: `official-evaluation` is `official evaluation`.
std::string words_of(std::string_view id);

std::string date_text(const content::Date& date);    // `2014-05`, `about 2014`, or empty
std::string period_text(const index::Entry& entry);  // `2014 to 2022`, `since about 2014`

// Labels of the record's terms, a text for each facet: `Kenya`, `Education, Health`.
std::vector<std::string> terms_texts(const index::Entry& entry, const Look& look);

// The kinds of evidence side by side, `Survey, Audit (Several kinds)`; a lesson without one
// says so; empty for others.
std::string evidence_text(const index::Entry& entry, const Look& look);

// `2 cases for it, 1 against it, 1 on both sides`; empty where there are none.
std::string tally_text(const index::Tally& tally);

// Where it is written: `cases/kenya/clean-wells.md:12`; empty where that is not told.
std::string place_text(const index::Entry& entry);
// Of what is quoted of it, which may stand in a translation.
std::string place_text(const index::Entry& entry, const index::Excerpt& excerpt);

// Where it can be read: its page of the site, or of a digest entry what it points to. Empty
// where the bank has no address.
std::string address_of(const index::Entry& entry, const index::About& about);

}  // namespace baraza::tools
