#include <array>

#include "check/rule_rows.hpp"

namespace baraza::check {
namespace {

constexpr std::array rows = {
    Rule{"E201", Severity::error, "missing-key", "a key that must be there is missing",
         "The schema requires the key. A key that is misspelt is reported as such, not here.",
         "title: Wells in Kitui\n# and no summary",
         "title: Wells in Kitui\nsummary: A county mended 300 wells; half of them broke again.",
         "Add the key; the hint says what belongs there."},
    Rule{"E202", Severity::error, "unknown-key", "the schema knows no such key here",
         "Most often a key is misspelt, or stands one level too deep or too high.",
         "sumary: A county mended 300 wells.", "summary: A county mended 300 wells.",
         "Correct its spelling, move it to where it belongs, or take it out."},
    Rule{"E203", Severity::error, "unknown-term", "the vocabulary has no such term",
         "The field takes terms by their id, and only those of its list, so that all records "
         "say "
         "the same thing in the same way.",
         "sectors: [educaton]", "sectors: [education]",
         "Write the id of a term; add the term to its list in schemas/vocabularies if it is "
         "really missing."},
    Rule{
        "E204", Severity::error, "wrong-type", "the value is of another kind than it should be",
        "A text, a number, a list and a group of keys are different kinds of value. Text that "
        "looks like a number, or like true, false or null, is not text unless it is in quotes.",
        "countries: kenya", "countries: [kenya]",
        "Write it as the message says: brackets for a list, quotes for a text."},
    Rule{"E205", Severity::error, "text-length", "the text is too long or too short",
         "Some fields are shown where there is little room. Characters are counted, not bytes.",
         "code: KE", "code: KE-17", "Shorten it, or move the rest to a longer field."},
    Rule{"E206", Severity::error, "text-form", "the text does not have the form it must have",
         "Ids, dates, web addresses, languages and the like are written in one form only. A "
         "date "
         "must also exist.",
         "period: {start: 2015-02-30, ongoing: true}",
         "period: {start: 2015-02-28, ongoing: true}",
         "Write it in the form that the hint gives."},
    Rule{"E207", Severity::error, "number-range", "the number is too small or too large",
         "The schema gives the smallest and the largest number, or the step, that make sense.",
         "amount: -5", "amount: 5", "Look the number up again."},
    Rule{"E208", Severity::error, "list-length", "there are too few or too many items or keys",
         "Some lists must not be empty; others stay short so that the most important shows.",
         "sectors: [education, health, water, justice]", "sectors: [education, health]",
         "Add what is missing, or keep the most important."},
    Rule{"E209", Severity::error, "listed-twice", "the list holds the same thing twice",
         "Each item of this list counts once.", "countries: [kenya, kenya]",
         "countries: [kenya]", "Take one of the two out."},
    Rule{"E210", Severity::error, "not-allowed-value", "the value is not one of those allowed",
         "The schema lists the values that the field may have.", "sensitivity: secret",
         "sensitivity: hold", "Write one of the values that the hint names."},
    Rule{"E211", Severity::error, "no-form-fits", "the value has none of the forms it may have",
         "The schema allows several forms here, and the value is not clearly meant as one of "
         "them, "
         "or it has several at once where one is allowed.",
         "harms: [7]", "harms: [Some families paid twice.]",
         "Compare it with an example of the field."},
    Rule{"E212", Severity::error, "not-allowed", "the schema rules this out",
         "Some things are right each by itself and wrong together, such as a period that has "
         "ended and goes on.",
         "period: {start: 2014, end: 2016, ongoing: true}", "period: {start: 2014, end: 2016}",
         "Keep one of the two."},
    Rule{"E213", Severity::error, "to-publish", "a published record must have this key",
         "Readers trust a case because it says how its outcomes are known and who wrote it "
         "about "
         "whose work. A draft may lack the key, and is then given a hint.",
         "title: Wells in Kitui\n# and no interests",
         "title: Wells in Kitui\ninterests: The author advised the county.",
         "Add the key, or write `draft: true` until you can."},
    Rule{"E214", Severity::error, "date-order", "a date is before one that it cannot be before",
         "An end is not before its start. Dates that are only known by year or month are given "
         "the benefit of the doubt.",
         "period: {start: 2016, end: 2014}", "period: {start: 2014, end: 2016}",
         "Look both dates up again."},
    Rule{"E215", Severity::warning, "retired-term",
         "the term is no longer used, or has another id",
         "Terms keep working when their list changes, so that old records stay whole; new ones "
         "take the new term.",
         "sectors: [schooling]", "sectors: [education]", "Write the term that the hint names."},
    Rule{"E216", Severity::error, "term-form", "the term is not written as terms are",
         "A facet without a list of terms takes any, written as an id, because a page is named "
         "after it.",
         "topics: [Street Trade]", "topics: [street-trade]",
         "Write lower-case letters and digits, joined by single hyphens."},
    Rule{"E217", Severity::error, "unwritten-text", "a text of a new record was not replaced",
         "`baraza new case` writes `TO WRITE:` where your own words belong. In a draft it is a "
         "hint.",
         "summary: \"TO WRITE: The case in two or three sentences.\"",
         "summary: Villagers mended their own wells and kept them working.",
         "Replace each with your own words, or take the field out if it may be left out."},
};

}  // namespace

std::span<const Rule> rules_of_schema() { return rows; }

}  // namespace baraza::check
