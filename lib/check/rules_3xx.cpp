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
