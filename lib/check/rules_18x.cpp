#include <array>

#include "check/rule_rows.hpp"

namespace baraza::check {
namespace {

constexpr std::array rows = {
    Rule{"E182", Severity::hint, "long-sentence",
         "a sentence of the summary or of a claim has over 30 words",
         "Many read the summary and the claims and nothing else, some of them in their second "
         "or third language. A sentence that has to be read twice is often not read at all.",
         Example::fields,
         "summary: >-\n"
         "  Villages of Kitui that had waited for years for the county to send a\n"
         "  mechanic began to pay one of their own from what each family gave at\n"
         "  the market, and the pumps worked again.",
         "summary: >-\n"
         "  Villages of Kitui had waited for years for a mechanic of the county.\n"
         "  Then they began to pay one of their own, and the pumps worked again.",
         "Make two sentences of it, or leave out what the text below tells."},
    Rule{"E183", Severity::hint, "text-words",
         "a text is shorter or longer than the bank wants",
         "A bank may say how many words a case and a digest entry are to have, in `limits` of "
         "cases/bank.yaml: enough to judge what happened, and not more than somebody reads at "
         "one sitting.",
         Example::files,
         "cases/bank.yaml\n"
         "  title: Bank\n"
         "  limits: {case_words: {least: 5, most: 1200}}\n"
         "cases/kenya/wells.md\n"
         "  ---\n"
         "  Wells were mended.",
         "cases/bank.yaml\n"
         "  title: Bank\n"
         "  limits: {case_words: {least: 5, most: 1200}}\n"
         "cases/kenya/wells.md\n"
         "  ---\n"
         "  Villages mended wells, and paid for it.",
         "Tell more, or less; or set other limits in cases/bank.yaml."},
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
    Rule{"E187", Severity::warning, "heading-space",
         "signs of a heading without a space behind them make no heading",
         "Markdown takes `##` for a heading only with a space after it. Without one the signs "
         "are shown as they are, in the middle of the text.",
         Example::body,
         "##What was done\n"
         "\n"
         "Officers became coaches.",
         "## What was done\n"
         "\n"
         "Officers became coaches.",
         "Put a space after the last `#`."},
    Rule{"E188", Severity::warning, "table-without-dashes",
         "rows of a table lack the line of dashes below the first",
         "Only that line tells Markdown that a table begins. Without it the rows are shown as "
         "one paragraph full of strokes.",
         Example::body,
         "| Year | Wells |\n"
         "| 2015 | 40 |\n"
         "| 2016 | 52 |",
         "| Year | Wells |\n"
         "| --- | --- |\n"
         "| 2015 | 40 |\n"
         "| 2016 | 52 |",
         "Write a line of dashes below the first row, with one `---` for each cell."},
    Rule{"E189", Severity::warning, "address-twice", "a web address begins twice",
         "It was pasted behind an `https://` that stood there already. The link leads nowhere.",
         Example::body,
         "The auditors published [their report](https://https://example.org/audit.pdf).",
         "The auditors published [their report](https://example.org/audit.pdf).",
         "Take one `https://` out; `baraza check --fix` does."},
    Rule{"E190", Severity::error, "merge-conflict",
         "a conflict of two versions is left in the file",
         "Where two people changed the same lines, git writes both versions into the file, "
         "between lines of `<`, `=` and `>`, and leaves it to you which is right. Until then "
         "nothing of the file is read.",
         Example::body,
         "<<<<<<< HEAD\n"
         "Officers became coaches.\n"
         "=======\n"
         "Officers of the county became coaches.\n"
         ">>>>>>> wording",
         "Officers of the county became coaches.",
         "Keep what is right of the two, and take out the three lines of signs."},
    Rule{"E191", Severity::hint, "raw-html", "HTML is shown as text",
         "Texts are republished by others, who must be able to trust them: no tag of a text "
         "reaches a page as a tag. Readers see its letters.",
         Example::body, "Officers became <b>coaches</b>.", "Officers became **coaches**.",
         "Write it as Markdown, or take it out."},
};

}  // namespace

std::span<const Rule> rules_of_words() { return rows; }

}  // namespace baraza::check
