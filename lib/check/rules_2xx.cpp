#include <array>

#include "check/rule_rows.hpp"

namespace baraza::check {
namespace {

constexpr std::array rows = {
    Rule{"E201", Severity::error, "missing-key", "a field that must be there is missing",
         "The schema requires it, since readers or other pages of the site need it. A field "
         "whose name is misspelt is told as that, not here.",
         Example::fields,
         "lessons:\n"
         "  - id: pay-first\n"
         "    claim: Villages that pay a mechanic keep their pump working.",
         "lessons:\n"
         "  - id: pay-first\n"
         "    claim: Villages that pay a mechanic keep their pump working.\n"
         "    sources: [s1]",
         "Add the field; the hint says what belongs there."},
    Rule{"E202", Severity::error, "unknown-key", "the schema knows no field of this name here",
         "The name of a field, which is also called its key, is misspelt, or its line begins "
         "too "
         "far to the left or to the right, so that it belongs to something else.",
         Example::fields, "sumary: Villagers checked the books of their own jobs scheme.",
         "summary: Villagers checked the books of their own jobs scheme.",
         "Correct the name, move the field to where it belongs, or take it out."},
    Rule{"E203", Severity::error, "unknown-term", "the list has no such term",
         "Countries, sectors and the like are chosen from a list, each by its id, so that all "
         "records say the same thing in the same way and can be found together.",
         Example::fields, "sectors: [educaton]", "sectors: [education]",
         "Write the id of a term, which `baraza schema vocabularies/sectors` lists; add the "
         "term to the list in schemas/vocabularies only if it is really missing."},
    Rule{
        "E204", Severity::error, "wrong-type", "the value is of another kind than it should be",
        "A text, a number, a list and a group of fields are different kinds of value. A text "
        "that looks like a number, or like true or false, is none unless it is in quotes.",
        Example::fields, "countries: kenya", "countries: [kenya]",
        "A list has brackets, `[kenya, ghana]`, or a line for each item below it that begins "
        "with a dash and a space. A group of fields has braces, `{start: 2015, end: 2018}`, or "
        "a line for each field below it, two spaces further right. A text needs nothing, or "
        "quotes where it looks like a number, a date, or true or false."},
    Rule{"E205", Severity::error, "text-length", "the text is too long or too short",
         "Some fields are shown where there is little room. What is counted is characters.",
         Example::fields,
         "tags: [pumps that villages mended without any help from the county government]",
         "tags: [pumps mended by villages]",
         "Shorten it, or say the rest in a longer field or in the text below."},
    Rule{
        "E206", Severity::error, "text-form", "the text does not have the form it must have",
        "Dates, ids, web addresses, languages and the like are written in one form only, so "
        "that programs can sort and find them. A date must also exist.",
        Example::fields, "published: May 2016", "published: 2016-05",
        "A date is `2016`, `2016-05` or `2016-05-31`, with `~` after it for about. A language "
        "is its code, `en` for English, `sw` for Swahili, `id` for Indonesian, `hi` for Hindi. "
        "A licence is its short name, `CC-BY-4.0`. A web address begins with `https://`. An "
        "id is words in lower case joined by hyphens, `reading-coaches`."},
    Rule{"E207", Severity::error, "number-range", "the number is too small or too large",
         "The schema gives the smallest and the largest number that make sense, or a step.",
         Example::fields, "funding: [{from: World Bank, amount: -5000000, currency: USD}]",
         "funding: [{from: World Bank, amount: 5000000, currency: USD}]",
         "Look the number up again."},
    Rule{"E208", Severity::error, "list-length", "there are too few or too many of something",
         "Some lists must not be empty; others stay short, so that the most important is seen.",
         Example::fields, "sectors: [livelihoods, integrity, public-finance, voice-freedoms]",
         "sectors: [livelihoods, integrity]",
         "Add what is missing, or keep the most important."},
    Rule{"E209", Severity::error, "listed-twice", "the list holds the same thing twice",
         "Each item of this list counts once.", Example::fields,
         "sectors: [livelihoods, integrity, livelihoods]", "sectors: [livelihoods, integrity]",
         "Take one of the two out."},
    Rule{"E210", Severity::error, "not-allowed-value", "the value is not one of those allowed",
         "The schema lists the few values that the field may have, and the site does something "
         "different for each.",
         Example::fields, "sensitivity: secret", "sensitivity: hold",
         "Write one of the values that the hint names."},
    Rule{"E211", Severity::error, "no-form-fits",
         "the value has none, or several, of the forms it may have",
         "The schema allows one of several forms here, and the value is not clearly meant as "
         "one of them, or is two at once.",
         Example::files,
         "schemas/case.schema.yaml\n"
         "  properties:\n"
         "    cost: {oneOf: [{required: [amount]}, {required: [estimate]}]}\n"
         "cases/indonesia/village-grants.md\n"
         "  cost: {amount: 5000000, estimate: about five million}",
         "schemas/case.schema.yaml\n"
         "  properties:\n"
         "    cost: {oneOf: [{required: [amount]}, {required: [estimate]}]}\n"
         "cases/indonesia/village-grants.md\n"
         "  cost: {amount: 5000000}",
         "Write it in one of the forms; `baraza schema case` shows them."},
    Rule{"E212", Severity::error, "not-allowed", "the schema rules this out",
         "Some things are right each by itself and wrong together, such as a period that has "
         "ended and goes on.",
         Example::fields, "period: {start: 2006, end: 2013, ongoing: true}",
         "period: {start: 2006, ongoing: true}", "Keep one of the two."},
    Rule{"E213", Severity::error, "to-publish", "a published record must have this field",
         "Readers trust a case because it says how its outcomes are known, who may have been "
         "hurt, and who wrote it about whose work. A draft may lack the field, and is then "
         "given a hint.",
         Example::fields,
         "title: Social audits in Andhra Pradesh\n"
         "# no interests",
         "title: Social audits in Andhra Pradesh\n"
         "interests: The author trained auditors for the state in 2008.",
         "Add the field, or write `draft: true` until you can."},
    Rule{
        "E214", Severity::error, "date-order", "a date is before one that it cannot be before",
        "Nothing ends before it starts. Dates of which only the year or the month is known are "
        "given the benefit of the doubt.",
        Example::fields, "period: {start: 2016, end: 2014}", "period: {start: 2014, end: 2016}",
        "Look both dates up again."},
    Rule{"E215", Severity::warning, "retired-term",
         "the term is no longer used, or has another id",
         "Old records with it stay right when a list changes; new ones take the new term.",
         Example::files,
         "schemas/vocabularies/organisations.yaml\n"
         "  terms:\n"
         "    - {id: education-ministry, aliases: [primary-education-ministry]}\n"
         "cases/kenya/reading-coaches.md\n"
         "  owner: primary-education-ministry",
         "schemas/vocabularies/organisations.yaml\n"
         "  terms:\n"
         "    - {id: education-ministry, aliases: [primary-education-ministry]}\n"
         "cases/kenya/reading-coaches.md\n"
         "  owner: education-ministry",
         "Write the term that the hint names."},
    Rule{"E216", Severity::error, "term-form", "the term is not written as an id",
         "This field takes any term, and a page of the site is named after each.",
         Example::files,
         "schemas/case.schema.yaml\n"
         "  properties:\n"
         "    topics:\n"
         "      items: {type: string}\n"
         "      x-facet: {flag: topic, plural: topics}\n"
         "cases/ghana/market-tax.md\n"
         "  topics: [Street Trade]",
         "schemas/case.schema.yaml\n"
         "  properties:\n"
         "    topics:\n"
         "      items: {type: string}\n"
         "      x-facet: {flag: topic, plural: topics}\n"
         "cases/ghana/market-tax.md\n"
         "  topics: [street-trade]",
         "Write lower-case letters and digits, joined by single hyphens."},
    Rule{"E217", Severity::error, "unwritten-text", "a text of a new record was not replaced",
         "`baraza new case` writes `TO WRITE:` where your own words belong, and behind a value "
         "that only shows the form, `# an example; write your own`. In a draft it is a hint.",
         Example::fields, "summary: \"TO WRITE: The case in two or three sentences.\"",
         "summary: A state let villagers check the books of its jobs scheme.",
         "Replace it with your own words, or take the field out if it may be left out."},
    Rule{
        "E218", Severity::hint, "unsourced-money",
        "an amount of money, or its years, has no source",
        "How much was paid, and when, is asked about first and disputed most. Without a source "
        "nobody can look it up.",
        Example::fields, "funding: [{from: Kitui County, amount: 1200000, currency: KES}]",
        "funding:\n"
        "  - {from: Kitui County, amount: 1200000, currency: KES, sources: [s1]}",
        "Cite the source, or take the line out until there is one."},
};

}  // namespace

std::span<const Rule> rules_of_schema() { return rows; }

}  // namespace baraza::check
