// A light stemmer for Swahili, of our own, as Snowball has none.
//
// Swahili changes words at their front: nouns and adjectives by class (kitabu, vitabu; mtoto,
// watoto), verbs by person and tense (anafundisha, walifundisha, kufundisha). The stemmer takes
// off the place ending -ni, one layer of these prefixes and the last vowel, which only tells
// noun from verb or mood (fundisha, fundishe, fundisho). It leaves at least three letters, and
// everything further inside a verb (object markers, extensions) as it is: too short a stem
// joins words that have nothing in common.
//
// Source of the class and tense markers: E. O. Ashton, Swahili Grammar (1944).
#pragma once

#include <string>
#include <string_view>

namespace baraza::language {

std::string stem_swahili(std::string_view word);  // folded, without accents

}  // namespace baraza::language
