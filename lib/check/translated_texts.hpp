// What the texts of a translation say, held against those of its original. For the files that
// change between two runs, check_translation.hpp has hashes.
#pragma once

#include "base/diagnostic.hpp"
#include "content/record.hpp"

namespace baraza::check {

// Adds [untranslated-texts] once, with the first of them; [unnamed-in-original] for what nobody
// can translate; and for each text that is there [translated-citations], [translated-numbers],
// and [unknown-citation] of a source that the original does not list.
//
// `schema` is that of translations: what it has no field for, nobody can translate. Nothing is
// said of a text that is still to be written, nor of one whose original has changed
// since: that is told already. Nor of records with errors, of which not all can be read.
void check_translated_texts(const content::Node& schema, const content::Record& translation,
                            const content::Record& original, Diagnostics& found);

}  // namespace baraza::check
