#include <array>

#include "check/rule_rows.hpp"

namespace baraza::check {
namespace {

constexpr std::array rows = {
    Rule{"E184", Severity::hint, "untranslated-texts",
         "some texts of the original are not translated",
         "What a translation leaves out is shown in the language of the original. That may be "
         "meant; often a text was overlooked, or added to the original later.",
         Example::files,
         "cases/kenya/wells.md\n"
         "  interests: none\n"
         "cases/kenya/wells.sw.md\n"
         "  title: Visima vinavyodumu\n"
         "  summary: Vijiji vilitunza visima vyao.",
         "cases/kenya/wells.md\n"
         "  interests: none\n"
         "cases/kenya/wells.sw.md\n"
         "  title: Visima vinavyodumu\n"
         "  summary: Vijiji vilitunza visima vyao.\n"
         "  interests: hakuna\n"
         "  lessons: [{id: pay-first, claim: Anayelipa hulinda pampu.}]\n"
         "  outcomes: [{id: mended, claim: Visima vilikarabatiwa.}]",
         "Add the texts that are named, each under its id, or leave them to the original."},
    Rule{"E185", Severity::warning, "translated-citations",
         "a translation cites other sources than its original",
         "A source in round brackets is part of what a text says. Where the original cites it, "
         "its translation does too, in the same paragraph.",
         Example::files,
         "cases/kenya/wells.md\n"
         "  ---\n"
         "  Pumps ran for four years (s1).\n"
         "cases/kenya/wells.sw.md\n"
         "  ---\n"
         "  Pampu zilifanya kazi kwa miaka minne.",
         "cases/kenya/wells.md\n"
         "  ---\n"
         "  Pumps ran for four years (s1).\n"
         "cases/kenya/wells.sw.md\n"
         "  ---\n"
         "  Pampu zilifanya kazi kwa miaka minne (s1).",
         "Cite what the original cites, each where it does."},
    Rule{"E186", Severity::warning, "translated-numbers",
         "a translation has other numbers than its original",
         "A digit is easily mistyped, and a number stays the same in every language. Digits of "
         "another script, signs between thousands and before decimals, and words such as "
         "million are understood; small numbers may be written in words.",
         Example::files,
         "cases/kenya/wells.md\n"
         "  ---\n"
         "  Of 120 pumps, 98 worked.\n"
         "cases/kenya/wells.sw.md\n"
         "  ---\n"
         "  Kati ya pampu 120, 89 zilifanya kazi.",
         "cases/kenya/wells.md\n"
         "  ---\n"
         "  Of 120 pumps, 98 worked.\n"
         "cases/kenya/wells.sw.md\n"
         "  ---\n"
         "  Kati ya pampu 120, 98 zilifanya kazi.",
         "Write the number of the original; if the original is wrong, mend it there too."},
};

}  // namespace

std::span<const Rule> rules_of_words() { return rows; }

}  // namespace baraza::check
