#include <array>

#include "check/rule_rows.hpp"

namespace baraza::check {
namespace {

constexpr std::array rows = {
    Rule{
        "E317", Severity::error, "nothing-translated", "a translation has no original",
        "A translation holds texts only; all else is its original's, which it names and stands "
        "beside.",
        Example::files,
        "cases/kenya/wells.md\n"
        "cases/kenya/wells.sw.md\n"
        "  translation_of: well",
        "cases/kenya/wells.md\n"
        "cases/kenya/wells.sw.md\n"
        "  translation_of: wells",
        "Write the id of the original, and name the file after it."},
    Rule{"E318", Severity::warning, "unknown-citation",
         "the text cites a source that is not listed",
         "An id of a source in round brackets cites it. Where the list of sources has none of "
         "that id, readers look for it in vain.",
         Example::fields,
         "sources: [{id: s1, title: County report}, {id: s2, title: Audit of 2016}]\n"
         "lessons:\n"
         "  - id: pay-first\n"
         "    claim: Pay the mechanic first.\n"
         "    because: Pumps ran for four years (s9).\n"
         "    sources: [s1, s2]",
         "sources: [{id: s1, title: County report}, {id: s2, title: Audit of 2016}]\n"
         "lessons:\n"
         "  - id: pay-first\n"
         "    claim: Pay the mechanic first.\n"
         "    because: Pumps ran for four years (s2).\n"
         "    sources: [s1, s2]",
         "Correct the id, add the source to the list, or take the citation out."},
    Rule{
        "E319", Severity::warning, "unused-source", "nothing in the record cites the source",
        "A source that no lesson, outcome, event or quotation cites, and that no text names by "
        "its id, tells readers nothing; often the citation was forgotten.",
        Example::fields,
        "sources: [{id: s1, title: County report}, {id: s9, title: Audit of 2016}]\n"
        "lessons: [{id: pay-first, claim: Pay the mechanic first., sources: [s1]}]",
        "sources: [{id: s1, title: County report}, {id: s9, title: Audit of 2016}]\n"
        "lessons: [{id: pay-first, claim: Pay the mechanic first., sources: [s1, s9]}]",
        "Cite it where the case rests on it, name its id in the text, or take it out."},
    Rule{
        "E320", Severity::warning, "event-outside-period",
        "the date of an event does not fit the period of the case",
        "What led to a case and what came of it may lie outside its period. A date that is ten "
        "years off or more, or that alone keeps the events from being in order, is likely "
        "wrong.",
        Example::fields,
        "period: {start: 2015, end: 2018}\n"
        "events: [{id: opening, date: 2107, what: The first wells open.}]",
        "period: {start: 2015, end: 2018}\n"
        "events: [{id: opening, date: 2017, what: The first wells open.}]",
        "Correct the date of the event, or the period."},
    Rule{"E321", Severity::warning, "country-in-text",
         "title or summary name a country that is not listed",
         "Readers find a case by the countries it lists. One that the title or the summary "
         "names as a place of the case is to be among them.",
         Example::fields,
         "countries: [kenya]\n"
         "summary: Villages of Kenya and Ghana mended their own wells.",
         "countries: [kenya, ghana]\n"
         "summary: Villages of Kenya and Ghana mended their own wells.",
         "Add the country; leave it if the text only compares with it."},
    Rule{
        "E322", Severity::hint, "review-overdue", "the review of the record is overdue",
        "Whoever reviewed the record wrote when it should be looked at again, and that day has "
        "passed.",
        Example::fields,
        "review: {status: done, by: Amina Otieno, on: 2020-05-31, due: 2021-05-31}",
        "review: {status: done, by: Amina Otieno, on: 2021-06-01, due: 2121-05-31}",
        "Look at the record again, and write when you did and when it is due next."},
    Rule{
        "E323", Severity::warning, "stale-translation",
        "a text of the original changed after it was translated",
        "A translation keeps a short number, a hash, of each text that it translates. The "
        "original says something else now, so the translation may be wrong.",
        Example::files,
        "cases/kenya/wells.md\n"
        "  title: Wells that villages mend\n"
        "cases/kenya/wells.sw.md\n"
        "  title: Visima vinavyodumu\n"
        "  source_hashes: {title: \"8d319dc0e5ea7425\"}",
        "cases/kenya/wells.md\n"
        "  title: Wells that villages mend\n"
        "cases/kenya/wells.sw.md\n"
        "  title: Visima vinavyotengenezwa na vijiji\n"
        "  source_hashes: {title: \"609fd88a8afa97ce\"}",
        "Translate the text anew and delete its entry in `source_hashes`; `baraza check --fix` "
        "writes the new one."},
    Rule{"E324", Severity::hint, "unhashed-translation",
         "a translation does not keep which text it translates",
         "Without the hash of the original's text, a short number, nobody notices when that "
         "text changes.",
         Example::files,
         "cases/kenya/wells.md\n"
         "  title: Wells that stay mended\n"
         "  summary: Villages kept their own wells working.\n"
         "cases/kenya/wells.sw.md\n"
         "  title: Visima vinavyodumu\n"
         "  summary: Vijiji vilitunza visima vyao.",
         "cases/kenya/wells.md\n"
         "  title: Wells that stay mended\n"
         "  summary: Villages kept their own wells working.\n"
         "cases/kenya/wells.sw.md\n"
         "  title: Visima vinavyodumu\n"
         "  summary: Vijiji vilitunza visima vyao.\n"
         "  source_hashes:\n"
         "    title: \"8d319dc0e5ea7425\"\n"
         "    summary: \"de4449ca21632d2d\"\n"
         "    body: \"2f5cb8b5b947f495\"",
         "Run `baraza check --fix`, which writes the hashes of the original as it is now."},
    Rule{"E325", Severity::error, "vanished-id", "a record that was published is gone",
         "Others cite and link to a record by its id, so an id stays for ever. A record that "
         "was renamed keeps its old id among its `aliases`.",
         Example::history,
         "was: cases/kenya/wells.md\n"
         "now: cases/kenya/kitui-wells.md",
         "was: cases/kenya/wells.md\n"
         "now: cases/kenya/kitui-wells.md\n"
         "  aliases: [wells]",
         "Bring it back, or add its id to the `aliases` of the record that took its place."},
    Rule{"E326", Severity::error, "vanished-lesson", "a lesson that was published is gone",
         "Insights and other people's texts cite a lesson by its id. A lesson that got another "
         "id, or went into another one, leaves its old id among that one's `aliases`.",
         Example::history,
         "was: cases/kenya/wells.md\n"
         "  lessons: [{id: pay-first, claim: Pay the mechanic first., sources: [s1]}]\n"
         "now: cases/kenya/wells.md\n"
         "  lessons: [{id: pay-ahead, claim: Pay the mechanic first., sources: [s1]}]",
         "was: cases/kenya/wells.md\n"
         "  lessons: [{id: pay-first, claim: Pay the mechanic first., sources: [s1]}]\n"
         "now: cases/kenya/wells.md\n"
         "  lessons:\n"
         "    - id: pay-ahead\n"
         "      aliases: [pay-first]\n"
         "      claim: Pay the mechanic first.\n"
         "      sources: [s1]",
         "Bring it back, or add its id to the `aliases` of the lesson that took its place."},
    Rule{
        "E327", Severity::hint, "kept-by-git",
        "the site holds the record back, but git does not",
        "`sensitivity` and `embargo` speak of the site alone. Whoever may read the repository "
        "reads this file, and git keeps what was pushed once, also when it is deleted.",
        Example::fields, "sensitivity: hold", "sensitivity: public",
        "Keep what must not be known on a computer, outside of the repository, until it may be "
        "told."},
    Rule{
        "E328", Severity::error, "orphan-translation",
        "a translation holds a text that its original does not",
        "The texts of both are matched by the ids of lessons, sources and so on. One without a "
        "match is shown nowhere.",
        Example::files,
        "cases/kenya/wells.md\n"
        "  lessons: [{id: pay-first, claim: Pay the mechanic first., sources: [s1]}]\n"
        "cases/kenya/wells.sw.md\n"
        "  lessons: [{id: pay-frist, claim: Mlipe fundi kwanza.}]",
        "cases/kenya/wells.md\n"
        "  lessons: [{id: pay-first, claim: Pay the mechanic first., sources: [s1]}]\n"
        "cases/kenya/wells.sw.md\n"
        "  lessons: [{id: pay-first, claim: Mlipe fundi kwanza.}]",
        "Write the id as the hint gives it, or take the text out."},
    Rule{"E329", Severity::error, "published-changed",
         "the date of publication changed, or is gone",
         "`published` says when the record first appeared, and that does not change; `updated` "
         "says when its content did.",
         Example::history,
         "was: cases/kenya/wells.md\n"
         "  published: 2024-05-31\n"
         "now: cases/kenya/wells.md\n"
         "  published: 2025-01-15",
         "was: cases/kenya/wells.md\n"
         "  published: 2024-05-31\n"
         "now: cases/kenya/wells.md\n"
         "  published: 2024-05-31\n"
         "  updated: 2025-01-15",
         "Write the date as it was."},
    Rule{"E330", Severity::warning, "phone-number", "a text gives the number of a telephone",
         "A number leads to a person, and what is published stays known: it may harm people "
         "inside government or those who spoke to the author.",
         Example::body, "Call the clerk at +254 712 345 678.",
         "Ask at the county's water office.",
         "Remove it, or keep it if it is an office's public line."},
    Rule{"E331", Severity::warning, "email-address", "a text gives an e-mail address",
         "An address leads to a person, and what is published stays known: it may harm people "
         "inside government or those who spoke to the author.",
         Example::body, "Write to amina@example.org.", "Write to the county's water office.",
         "Remove it, or keep it if it is an office's public one."},
    Rule{"E332", Severity::warning, "coordinates", "a text gives the coordinates of a place",
         "Known to some metres, a place leads to those who live or meet there.", Example::body,
         "They met at -1.36712, 38.01065.", "They met in Kitui.",
         "Name the town or the district, or keep them if it is a public building."},
    Rule{"E333", Severity::warning, "picture-place", "a picture tells where it was taken",
         "Cameras and phones write into a picture where it was taken. It cannot be seen, but "
         "whoever has the file can read it, and it leads to those who live or meet there.",
         Example::files, "cases/kenya/well.jpg, as a phone saved it, with its location",
         "cases/kenya/well.jpg, saved without its location",
         "Run `exiftool -overwrite_original -gps:all= FILE`, or save the picture anew and "
         "choose to remove its location in the app for photos."},
    Rule{
        "E334", Severity::warning, "same-address", "two digest entries point to one address",
        "A reader who follows both finds the same publication twice, and what is said of it is "
        "in two places.",
        Example::files,
        "cases/digest/rural-water.md\n"
        "  url: https://example.org/rural-water\n"
        "cases/digest/why-wells-stop.md\n"
        "  url: https://www.example.org/rural-water/",
        "cases/digest/rural-water.md\n"
        "  url: https://example.org/rural-water\n"
        "cases/digest/why-wells-stop.md\n"
        "  url: https://example.org/why-wells-stop",
        "Keep one of the two, or write the address of what the other is about."},
    Rule{"E340", Severity::warning, "unused-suppression",
         "a comment silences a finding that is not there",
         "What was silenced has been mended since, or the comment stands above another line. "
         "Left there, it would hide the next mistake.",
         Example::body,
         "<!-- baraza-disable-next-line E181 because the ministry says so -->\n"
         "The auditors published [their report](https://example.org/audit.pdf).",
         "The auditors published [their report](https://example.org/audit.pdf).",
         "Delete the comment, or move it above the line that is meant."},
    Rule{"E341", Severity::error, "bad-suppression",
         "a comment that silences a finding is not whole",
         "It names the code of a warning or a hint and, after `because`, the reason, for the "
         "next reader. Errors cannot be silenced, since what they find would reach a page.",
         Example::body,
         "<!-- baraza-disable-next-line E181 -->\n"
         "[Read more](https://example.org/audit.pdf)",
         "<!-- baraza-disable-next-line E181 because it is a quotation -->\n"
         "[Read more](https://example.org/audit.pdf)",
         "Write `baraza-disable-next-line`, the code, `because` and the reason."},
};

}  // namespace

std::span<const Rule> rules_of_versions() { return rows; }

}  // namespace baraza::check
