#include <array>

#include "check/rule_rows.hpp"

namespace baraza::check {
namespace {

constexpr std::array rows = {
    Rule{
        "E301", Severity::error, "unknown-item",
        "the file has no source, actor or outcome of that id",
        "Lessons name the sources they rest on, and relations the actors they tie, by the `id` "
        "that these have in the same file.",
        Example::fields,
        "sources:\n"
        "  - {id: s1, title: Evaluation of the reading programme}\n"
        "lessons:\n"
        "  - id: coach-weekly\n"
        "    claim: Teachers change with a coach beside them.\n"
        "    sources: [s2]",
        "sources:\n"
        "  - {id: s1, title: Evaluation of the reading programme}\n"
        "lessons:\n"
        "  - id: coach-weekly\n"
        "    claim: Teachers change with a coach beside them.\n"
        "    sources: [s1]",
        "Correct the id, or add what it names."},
    Rule{"E302", Severity::error, "unknown-lens",
         "there is no such framework, or no such term in it",
         "A lens is written `framework/term`. Each framework is a file in schemas/frameworks "
         "and lists its terms.",
         Example::fields, "lenses: [{term: system-behaviours/shared-pwer}]",
         "lenses: [{term: system-behaviours/shared-power}]",
         "Write the framework and the term as the hint gives them."},
    Rule{"E303", Severity::error, "id-twice", "two things of one list have the same id",
         "By its id other parts of the file, other records and other people's links find "
         "something, so it names one thing only.",
         Example::fields,
         "actors:\n"
         "  - {id: council, name: Peace Council, kind: oversight-body}\n"
         "  - {id: council, name: Council of State, kind: national-government}",
         "actors:\n"
         "  - {id: peace-council, name: Peace Council, kind: oversight-body}\n"
         "  - {id: council, name: Council of State, kind: national-government}",
         "Give one of the two another id; if one is published already, the other."},
    Rule{"E304", Severity::error, "record-id", "the file's name cannot be an id",
         "A record's id is its file's name, and part of its web address: at most 80 lower-case "
         "letters and digits, joined by single hyphens.",
         Example::files, "cases/kenya/Wells in Kitui.md", "cases/kenya/wells-in-kitui.md",
         "Rename the file."},
    Rule{"E305", Severity::error, "id-of-file", "the `id` in the file is not the file's name",
         "A record has one id, its file's name. A second one would sooner or later be used.",
         Example::files,
         "cases/kenya/wells.md\n"
         "  id: kitui-wells",
         "cases/kenya/kitui-wells.md", "Take the line out, or rename the file."},
    Rule{"E306", Severity::hint, "unnamed-in-original",
         "an item of the original has no id, so nobody can translate it",
         "Texts of an original and of its translation are matched by ids. A harm, a tie, a "
         "stream of money or a quotation may go without one until it is translated.",
         Example::files,
         "cases/kenya/wells.md\n"
         "  harms: [{what: Some families paid twice.}]\n"
         "cases/kenya/wells.sw.md\n"
         "  interests: hakuna",
         "cases/kenya/wells.md\n"
         "  harms: [{id: paid-twice, what: Some families paid twice.}]\n"
         "cases/kenya/wells.sw.md\n"
         "  harms: [{id: paid-twice, what: Familia nyingine zililipa mara mbili.}]",
         "Give the item an `id` in the original, and translate it under that id."},
    Rule{"E307", Severity::hint, "event-out-of-order",
         "an event stands after one that happened later",
         "The page puts events in the order of their dates. Where the list has another order, "
         "a date may be mistyped, and who edits the file loses the thread.",
         Example::fields,
         "events:\n"
         "  - {id: opening, date: 2017, what: The wells open.}\n"
         "  - {id: plan, date: 2016, what: A plan is made.}\n"
         "  - {id: close, date: 2018, what: Two wells run dry.}",
         "events:\n"
         "  - {id: plan, date: 2016, what: A plan is made.}\n"
         "  - {id: opening, date: 2017, what: The wells open.}\n"
         "  - {id: close, date: 2018, what: Two wells run dry.}",
         "Move the event to its place, or correct the date."},
    Rule{"E308", Severity::warning, "far-date",
         "a date is years after what it should fit to, or is yet to come",
         "A record cannot tell what happened years after it was last changed, nor is one "
         "likely to appear decades after all that it tells, or tomorrow. Often two digits were "
         "swapped.",
         Example::fields,
         "published: 2026-11-26\n"
         "stage: {term: ended, as_of: 2081}",
         "published: 2026-11-26\n"
         "stage: {term: ended, as_of: 2018}",
         "Correct the date that is mistyped."},
    Rule{"E309", Severity::hint, "lesson-without-outcome",
         "no outcome of the case bears on the lesson",
         "The page of a lesson says how it is known: by the kinds of evidence behind the "
         "outcomes that it names or that share a source with it. With none of either it can "
         "only send readers to the sources.",
         Example::fields,
         "sources: [{id: s1, title: County report}, {id: s2, title: A talk}]\n"
         "lessons:\n"
         "  - {id: pay-first, claim: Pay the mechanic first., sources: [s2]}",
         "sources: [{id: s1, title: County report}, {id: s2, title: A talk}]\n"
         "lessons:\n"
         "  - id: pay-first\n"
         "    claim: Pay the mechanic first.\n"
         "    sources: [s2]\n"
         "    outcomes: [mended]",
         "Name the outcomes that bear on it in `outcomes`, cite in both the source that ties "
         "them, or write `outcomes: []` where nothing was measured."},
    Rule{"E310", Severity::error, "id-taken", "another record has this id, or had it before",
         "An id is unique in the bank and never used again, also where two differ by capital "
         "letters alone: some file systems and web servers take them for one.",
         Example::files,
         "cases/kenya/wells.md\n"
         "cases/tanzania/wells.md",
         "cases/kenya/wells.md\n"
         "cases/tanzania/wells-of-kigoma.md",
         "Rename the younger of the two."},
    Rule{"E311", Severity::error, "unknown-case", "the bank has no record of that id",
         "The id is misspelt, or the record was removed or renamed.", Example::files,
         "cases/tanzania/maji-matone.md\n"
         "cases/kenya/wells.md\n"
         "  related: [maji-matoni]",
         "cases/tanzania/maji-matone.md\n"
         "cases/kenya/wells.md\n"
         "  related: [maji-matone]",
         "Write the id as the hint gives it, or take it out."},
    Rule{"E312", Severity::error, "unknown-lesson", "the case has no such lesson",
         "An insight names a lesson by its case and the lesson's own id, `case#lesson`, in "
         "quotes. The id is misspelt, or the lesson was removed.",
         Example::files,
         "cases/tanzania/maji-matone.md\n"
         "  lessons: [{id: start-small, claim: Start small., sources: [s1]}]\n"
         "cases/india/social-audits.md\n"
         "  lessons: [{id: own-office, claim: Set up an office., sources: [s1]}]\n"
         "cases/insights/who-must-answer.md\n"
         "  rests_on:\n"
         "    - {lesson: \"maji-matone#start-smal\", stance: supports, why: It grew.}\n"
         "    - {lesson: \"social-audits#own-office\", stance: limits, why: It did not.}",
         "cases/tanzania/maji-matone.md\n"
         "  lessons: [{id: start-small, claim: Start small., sources: [s1]}]\n"
         "cases/india/social-audits.md\n"
         "  lessons: [{id: own-office, claim: Set up an office., sources: [s1]}]\n"
         "cases/insights/who-must-answer.md\n"
         "  rests_on:\n"
         "    - {lesson: \"maji-matone#start-small\", stance: supports, why: It grew.}\n"
         "    - {lesson: \"social-audits#own-office\", stance: limits, why: It did not.}",
         "Write the id as the hint gives it; the case's file lists its lessons."},
    Rule{"E313", Severity::error, "thin-insight",
         "an insight rests on one case alone, or twice on one lesson",
         "An insight is a claim that lessons of several cases speak for or against. What one "
         "case shows is a lesson of that case.",
         Example::files,
         "cases/tanzania/maji-matone.md\n"
         "  lessons:\n"
         "    - {id: start-small, claim: Start small., sources: [s1]}\n"
         "    - {id: ask-first, claim: Ask whom people trust., sources: [s1]}\n"
         "cases/insights/begin-with-trust.md\n"
         "  rests_on:\n"
         "    - {lesson: \"maji-matone#ask-first\", stance: supports, why: Nobody asked.}\n"
         "    - {lesson: \"maji-matone#start-small\", stance: partly, why: It did not.}",
         "cases/tanzania/maji-matone.md\n"
         "  lessons: [{id: ask-first, claim: Ask whom people trust., sources: [s1]}]\n"
         "cases/india/social-audits.md\n"
         "  lessons: [{id: hear-all, claim: Hear all in public., sources: [s1]}]\n"
         "cases/insights/begin-with-trust.md\n"
         "  rests_on:\n"
         "    - {lesson: \"maji-matone#ask-first\", stance: supports, why: Nobody asked.}\n"
         "    - {lesson: \"social-audits#hear-all\", stance: supports, why: All came.}",
         "Add a lesson of another case, also one that contradicts."},
    Rule{"E314", Severity::error, "term-clash", "the id of a term is taken by something else",
         "Sectors and capabilities have pages together, in one folder, so one id cannot be of "
         "both. The same holds for any two facets that are a pair. No term is called `page`, "
         "which is where long lists go on.",
         Example::files,
         "schemas/vocabularies/capabilities.yaml\n"
         "  terms: [{id: integrity, label: Acts with integrity}]",
         "schemas/vocabularies/capabilities.yaml\n"
         "  terms: [{id: acts-with-integrity, label: Acts with integrity}]",
         "Give the younger term another id, and its old one as an alias."},
    Rule{"E315", Severity::error, "broken-link",
         "a link leads to no record, no heading of it, or no file",
         "A link without `https://` names a file of the bank, as seen from this one: the `.md` "
         "file of a record, or a picture or document.",
         Example::files,
         "cases/kenya/wells.md\n"
         "cases/kenya/pumps.md\n"
         "  ---\n"
         "  The county had tried it [with wells](well.md) before.",
         "cases/kenya/wells.md\n"
         "cases/kenya/pumps.md\n"
         "  ---\n"
         "  The county had tried it [with wells](wells.md) before.",
         "Write the path or the heading as the hint gives it; `https://` begins the address of "
         "another site."},
    Rule{"E316", Severity::warning, "hidden-target",
         "a record is named that the site will not show",
         "Drafts and records that are held back stay out of the site, and so do links to them.",
         Example::files,
         "cases/kenya/wells.md\n"
         "  related: [pumps]\n"
         "cases/kenya/pumps.md\n"
         "  draft: true",
         "cases/kenya/wells.md\n"
         "  related: [pumps]\n"
         "cases/kenya/pumps.md\n"
         "  draft: false",
         "Publish the other record, or take the link out."},
};

}  // namespace

std::span<const Rule> rules_of_bank() { return rows; }

}  // namespace baraza::check
