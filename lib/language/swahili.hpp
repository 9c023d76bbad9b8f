// A light stemmer for Swahili, of our own, as Snowball has none.
//
// Swahili changes words at their front. The rules, in their order; each leaves at least three
// letters, most of them four:
//
//   1. vy- before a vowel is the plural of ch-            vyakula is chakula
//   2. the place, -ni                                      shuleni, sokoni; not amini, jirani
//   3. of a verb its person and tense, who or which, and   ana-fundisha, hawaku-tuma,
//      the object, which is a mark of class or -ji-        vilivyo-haribika, waliwa-saidia
//      or the habit, hu-                                   hu-fanya
//   4. else the class of a noun or quality: mwana-, mw-,   m-toto, wa-toto, ki-tabu, vi-tabu,
//      mwa-, mu-, ki-, vi-, wa-, ma-, mi-, m-, u-          ma-shamba, mi-radi, u-zuri
//   5. the infinitive, ku-, also inside a noun             ku-lima, m-ku-lima
//   6. the last vowel, which only tells noun from verb     fundisha, fundishe, fundisho;
//      or mood; of four letters -i and -u stay             soma, somo; but baba and babu
//   7. before it the passive -w-, the -z- of doers and     lipwa, lipa; uchaguzi, chagua;
//      causes after i and u, and the trade's -aj-          msomaji, soma
//
// What stands deeper inside a verb (applied, reciprocal, stative) is left: too short a stem
// joins words that have nothing in common. Words that the rules would bring to a wrong stem
// are in the list of exceptions. tests/data/swahili holds over 200 words with their forms.
//
// Source of the class and tense markers: E. O. Ashton, Swahili Grammar (1944).
#pragma once

#include <string>
#include <string_view>

namespace baraza::language {

std::string stem_swahili(std::string_view word);  // folded, without accents

}  // namespace baraza::language
