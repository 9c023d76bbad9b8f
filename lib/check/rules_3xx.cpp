#include <array>

#include "check/rule_rows.hpp"

namespace baraza::check {
namespace {

constexpr std::array rows = {
    Rule{"E301", Severity::error, "unknown-item",
         "the file has no source, actor or outcome of that id",
         "Sources, actors and outcomes are named by the `id` that they have in the same file.",
         "sources: [{id: s1, title: County report}]\nlessons: [{id: a, claim: A., sources: "
         "[s2]}]",
         "sources: [{id: s1, title: County report}]\nlessons: [{id: a, claim: A., sources: "
         "[s1]}]",
         "Correct the id, or add what it names."},
    Rule{"E302", Severity::error, "unknown-lens",
         "there is no such framework, or no such term in it",
         "A lens is written `framework/term`; both have a file in schemas/frameworks.",
         "lenses: [{term: system-behaviours/shared-pwer}]",
         "lenses: [{term: system-behaviours/shared-power}]",
         "Write the framework and the term as the hint gives them."},
    Rule{"E303", Severity::error, "id-twice", "two things of one list have the same id",
         "An id is how other parts of the file, other records and other people's links find "
         "something, so it names one thing only.",
         "lessons: [{id: start-small, claim: A.}, {id: start-small, claim: B.}]",
         "lessons: [{id: start-small, claim: A.}, {id: pay-first, claim: B.}]",
         "Give one of the two another id; if one is published already, the other."},
    Rule{"E304", Severity::error, "record-id", "the file's name cannot be an id",
         "A record's id is its file's name, and part of its web address: at most 80 lower-case "
         "letters and digits, joined by single hyphens.",
         "[files] cases/kenya/Wells in Kitui.md", "[files] cases/kenya/wells-in-kitui.md",
         "Rename the file."},
    Rule{"E305", Severity::error, "id-of-file", "the `id` in the file is not the file's name",
         "A record has one id, its file's name. A second one would sooner or later be used.",
         "[files] cases/kenya/wells.md with `id: kitui-wells`", "[files] cases/kenya/wells.md",
         "Take the line out, or rename the file."},
    Rule{"E310", Severity::error, "id-taken", "another record has this id, or had it before",
         "An id is unique in the bank and never used again, also where two differ by letter "
         "case "
         "alone: some file systems and web servers take them for one.",
         "[files] cases/kenya/wells.md and cases/uganda/wells.md",
         "[files] cases/kenya/wells-kitui.md and cases/uganda/wells-gulu.md",
         "Rename the younger of the two."},
    Rule{"E311", Severity::error, "unknown-case", "the bank has no record of that id",
         "The id is misspelt, or the record was removed or renamed.", "related: [tusomee]",
         "related: [tusome]", "Write the id as the hint gives it, or take it out."},
    Rule{"E312", Severity::error, "unknown-lesson", "the case has no such lesson",
         "A lesson is named by its case and its own id, `case#lesson`, in quotes.",
         "rests_on: [{lesson: \"tusome#coaches\"}]",
         "rests_on: [{lesson: \"tusome#coach-weekly\"}]",
         "Write the id as the hint gives it; the case's file lists its lessons."},
    Rule{"E313", Severity::error, "thin-insight",
         "an insight rests on one case alone, or twice on one lesson",
         "An insight is a claim that lessons of several cases speak for or against. What one "
         "case "
         "shows is a lesson of that case.",
         "rests_on: [{lesson: \"tusome#a\"}, {lesson: \"tusome#b\"}]",
         "rests_on: [{lesson: \"tusome#a\"}, {lesson: \"maji-matone#c\"}]",
         "Add a lesson of another case, also one that contradicts."},
    Rule{"E314", Severity::error, "term-clash", "the id of a term is taken by something else",
         "Pages of two facets that pair share a folder, and long lists have pages under "
         "`page`, so "
         "these ids must differ.",
         "[yaml] terms: [{id: page, label: Page}]",
         "[yaml] terms: [{id: paging, label: Paging}]",
         "Give the younger term another id, and its old one as an alias."},
    Rule{"E315", Severity::error, "broken-link",
         "a link leads to no record, to no heading of it, or to no file",
         "A relative link names the `.md` file of another record, or a picture or document of "
         "the "
         "bank, as seen from this one. The address of another site begins with `https://`.",
         "[body] See [Tusome](tusomee.md).", "[body] See [Tusome](tusome.md).",
         "Write the path or the heading as the hint gives it."},
    Rule{"E316", Severity::warning, "hidden-target",
         "a record is named that the site will not show",
         "Drafts and records that are held back stay out of the site, and so do links to them.",
         "related: [a-draft]", "related: [a-published-case]",
         "Publish the other record, or take the link out."},
    Rule{"E317", Severity::error, "nothing-translated", "a translation has no original",
         "A translation holds texts only; all else is its original's.",
         "translation_of: tusomee", "translation_of: tusome",
         "Write the id of the original, and name the file after it."},
    Rule{
        "E319", Severity::warning, "unused-source", "nothing in the record cites the source",
        "A source that no lesson, outcome, event or quotation cites, and that no text names by "
        "its id, tells readers nothing; often the citation was forgotten.",
        "sources: [{id: s1, title: County report}, {id: s9, title: Audit}]\nlessons: [{id: a, "
        "claim: A., sources: [s1]}]",
        "sources: [{id: s1, title: County report}, {id: s9, title: Audit}]\nlessons: [{id: a, "
        "claim: A., sources: [s1, s9]}]",
        "Cite it where the case rests on it, name its id in the text, or take it out."},
    Rule{
        "E320", Severity::warning, "event-outside-period",
        "the date of an event does not fit the period of the case",
        "What led to a case and what came of it may lie outside its period. A date that is ten "
        "years off or more, or that alone keeps the events from being in order, is likely "
        "wrong.",
        "period: {start: 2015, end: 2018}\nevents: [{id: opening, date: 2107, what: The wells "
        "open.}]",
        "period: {start: 2015, end: 2018}\nevents: [{id: opening, date: 2017, what: The wells "
        "open.}]",
        "Correct the date of the event, or the period."},
    Rule{"E321", Severity::warning, "country-in-text",
         "title or summary name a country that the record does not list",
         "Readers find a case by the countries it lists. One that the title or the summary "
         "names as a place of the case is to be among them.",
         "countries: [kenya]\nsummary: Villages of Kenya and Ghana mended their wells.",
         "countries: [kenya, ghana]\nsummary: Villages of Kenya and Ghana mended their wells.",
         "Add the country; leave it if the text only compares with it."},
    Rule{
        "E322", Severity::hint, "review-overdue", "the review of the record is overdue",
        "Whoever reviewed the record wrote when it should be looked at again, and that day has "
        "passed.",
        "review: {status: done, on: 2020-05-31, due: 2021-05-31}",
        "review: {status: done, on: 2020-05-31, due: 2120-05-31}",
        "Look at the record again, and write when the next review is due."},
    Rule{
        "E323", Severity::warning, "stale-translation",
        "a text of the original has changed since it was translated",
        "A translation keeps a hash of each text that it translates. Where the original says "
        "something else now, the translation may be wrong.",
        "[files] cases/kenya/wells.sw.md with the hash of an older title",
        "[files] cases/kenya/wells.sw.md with the hash of the title as it is",
        "Translate the text anew and delete its entry in `source_hashes`; `baraza check --fix` "
        "writes the new one."},
    Rule{"E324", Severity::hint, "unhashed-translation",
         "a translation does not keep which text it translates",
         "Without the hash of the original's text nobody notices when that changes.",
         "[files] cases/kenya/wells.sw.md without `source_hashes`",
         "[files] cases/kenya/wells.sw.md with the hash of every text",
         "Run `baraza check --fix`, which writes the hashes of the original as it is now."},
    Rule{"E325", Severity::error, "vanished-id", "a record that was published is gone",
         "Others cite and link to a record by its id, so an id stays for ever. A record that "
         "was renamed keeps its old id among its `aliases`.",
         "[files] cases/kenya/wells.md, published once, renamed to kitui-wells.md",
         "[files] cases/kenya/kitui-wells.md with `aliases: [wells]`",
         "Bring it back, or add its id to the `aliases` of the record that took its place."},
    Rule{"E326", Severity::error, "vanished-lesson", "a lesson that was published is gone",
         "Insights and other people's texts cite a lesson by its id. A lesson that got another "
         "id, or went into another one, leaves its old id among that one's `aliases`.",
         "[files] cases/kenya/wells.md, where the lesson `pay-first` became `pay-ahead`",
         "[files] cases/kenya/wells.md, where `pay-ahead` has `aliases: [pay-first]`",
         "Bring it back, or add its id to the `aliases` of the lesson that took its place."},
    Rule{"E327", Severity::hint, "kept-by-git",
         "the site holds the record back, but git does not",
         "`sensitivity` and `embargo` speak of the site alone. Whoever may read the repository "
         "reads this file, and git keeps what was pushed once, also when it is deleted.",
         "sensitivity: hold", "sensitivity: public",
         "Keep what must not be known outside of the repository until it may be told."},
    Rule{"E328", Severity::error, "orphan-translation",
         "a translation holds a text that its original does not have",
         "Texts are matched by the ids of the original's items. One without a match is shown "
         "nowhere.",
         "[files] cases/kenya/wells.sw.md with a lesson `start-smal`",
         "[files] cases/kenya/wells.sw.md with the lesson `start-small`",
         "Write the id as the hint gives it, or take the text out."},
    Rule{"E329", Severity::error, "published-changed",
         "the date of publication changed, or is gone",
         "`published` says when the record first appeared, and that does not change; `updated` "
         "says when its content did.",
         "[files] cases/kenya/wells.md, where `published: 2024-05-31` became 2025-01-01",
         "[files] cases/kenya/wells.md with `published: 2024-05-31` as it was",
         "Write the date as it was."},
    Rule{
        "E330", Severity::warning, "phone-number", "a text gives the number of a telephone",
        "A text gives the number of a telephone. A number leads to a person, and what is "
        "published stays known: it may harm people inside government or those who spoke to the "
        "author.",
        "[body] Call the clerk at +254 712 345 678.", "[body] Ask the county's water office.",
        "Remove it, or keep it if it is an office's public line."},
    Rule{"E331", Severity::warning, "email-address", "a text gives an e-mail address",
         "A text gives an e-mail address. An address leads to a person, and what is published "
         "stays known: it may harm people inside government or those who spoke to the author.",
         "[body] Write to amina@example.org.", "[body] Ask the county's water office.",
         "Remove it, or keep it if it is an office's public one."},
    Rule{
        "E332", Severity::warning, "coordinates", "a text gives the coordinates of a place",
        "A text gives the coordinates of a place. Known to some metres, a place leads to those "
        "who live or meet there.",
        "[body] They met at -1.36712, 38.01065.", "[body] They met in Kitui.",
        "Name the town or the district, or keep them if it is a public building."},
    Rule{"E333", Severity::warning, "picture-place", "a picture tells where it was taken",
         "Cameras and phones write into a picture where it was taken. It cannot be seen, but "
         "whoever has the file can read it, and it leads to those who live or meet there.",
         "[files] cases/kenya/well.jpg as a phone saved it, with its location",
         "[files] cases/kenya/well.jpg without its location",
         "Run `exiftool -overwrite_original -gps:all= FILE`, or save the picture anew and "
         "choose to remove its "
         "location in the app for photos."},
    Rule{"E340", Severity::warning, "unused-suppression",
         "a comment silences a finding that is not there",
         "What was silenced has been mended since, or the comment stands above another line. "
         "Left "
         "there, it would hide the next mistake.",
         "# baraza-disable-next-line E181 because it is the title of the page\ntitle: Wells",
         "title: Wells", "Delete the comment, or move it above the line that is meant."},
    Rule{"E341", Severity::error, "bad-suppression",
         "a comment that silences a finding is not whole, or names what cannot be silenced",
         "It names the code of a warning or a hint and, after `because`, the reason; errors "
         "cannot be silenced, since what they find would reach a page.",
         "# baraza-disable-next-line E181\ntitle: Wells",
         "# A remark of the writer's own.\ntitle: Wells",
         "Write `baraza-disable-next-line`, the code, `because` and the reason."},
};

}  // namespace

std::span<const Rule> rules_of_bank() { return rows; }

}  // namespace baraza::check
