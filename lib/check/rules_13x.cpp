#include <array>

#include "check/rule_rows.hpp"

namespace baraza::check {
namespace {

constexpr std::array rows = {
    Rule{
        "E122", Severity::warning, "yaml-lone-bracket",
        "a bracket at a value's end opens nowhere",
        "The value is a text without quotes, so a bracket in it is a letter like any other and "
        "goes onto the page. Often its other half was taken away.",
        Example::fields, "tags:\n  - medicines]", "tags:\n  - medicines",
        "Take it out; or put the whole text in quotes."},
    Rule{"E130", Severity::error, "yaml-syntax",
         "the value cannot be read, and no other rule can say why",
         "Fields are written in a form called YAML. Something here is not of that form, and "
         "none of the more exact rules knows the mistake.",
         Example::fields,
         "summary: >--\n"
         "  Villagers checked the books of their own jobs scheme.",
         "summary: >-\n"
         "  Villagers checked the books of their own jobs scheme.",
         "Compare it with the lines around it; if in doubt, write the text in one line, in "
         "quotes."},
    Rule{"E131", Severity::error, "yaml-colon-in-value",
         "a colon and a space are inside a value",
         "A colon and a space end the name of a field, so here they make a second name of the "
         "words before them.",
         Example::fields, "title: Maji Matone: a water line that stayed silent",
         "title: \"Maji Matone: a water line that stayed silent\"",
         "Put the whole value in quotes."},
    Rule{"E132", Severity::error, "yaml-unclosed-quote", "a quote opens and is never closed",
         "All that follows, up to the next quote, would become part of this value, the lines "
         "below it too.",
         Example::fields,
         "title: \"Village grants in Indonesia\n"
         "summary: A pilot in 25 villages became a national law.",
         "title: \"Village grants in Indonesia\"\n"
         "summary: A pilot in 25 villages became a national law.",
         "Close the quote at the end of the value."},
    Rule{"E133", Severity::error, "yaml-indentation",
         "a line begins too far to the right or to the left",
         "How far a line is indented says what it belongs to. Nothing above begins in the "
         "column where this one does.",
         Example::fields,
         "title: Village grants in Indonesia\n"
         " summary: A pilot in 25 villages became a national law.",
         "title: Village grants in Indonesia\n"
         "summary: A pilot in 25 villages became a national law.",
         "Begin the line in the same column as those it stands with."},
    Rule{"E134", Severity::error, "yaml-tab", "a line is indented with a tab",
         "How wide a tab is, no two programs agree, so it cannot say what a line belongs to.",
         Example::fields,
         "period:\n"
         "<tab>start: 2015\n"
         "<tab>end: 2018",
         "period:\n"
         "  start: 2015\n"
         "  end: 2018",
         "Indent with spaces, two for each step."},
    Rule{"E135", Severity::error, "yaml-space-after-colon",
         "no space follows the colon of a field",
         "Without the space the name and the value run together, and the line is no field.",
         Example::fields, "title:Treatment for all in South Africa",
         "title: Treatment for all in South Africa", "Write a space after the colon."},
    Rule{
        "E136", Severity::error, "yaml-missing-dash", "a line among list items has no dash",
        "Each item of a list begins with a dash and a space. This line begins where the dashes "
        "do, and has none.",
        Example::fields,
        "tags:\n"
        "  - clinics\n"
        "  medicines",
        "tags:\n"
        "  - clinics\n"
        "  - medicines",
        "Is the line an item of its own? Type a dash and a space before it. Is it a further "
        "field of the item above, or more of its text? Then put spaces before it, until it "
        "begins below the first letter of that item. Is it a field of the record? Then it "
        "begins where the other fields do."},
    Rule{"E137", Severity::warning, "yaml-hash-cuts",
         "what follows a space and `#` is not read",
         "A space and `#` begin a remark of the writer's, so the value ends before them.",
         Example::fields, "title: How Ward #7 mended its pumps",
         "title: \"How Ward #7 mended its pumps\"",
         "Put the value in quotes; or, if it is a remark, a space after `#`."},
    Rule{"E138", Severity::error, "yaml-special-start",
         "a value begins with a sign that has a meaning of its own",
         "A value without quotes cannot begin with @ ` % * & | > ] } a comma, or a colon and a "
         "space. Stars around words make nothing bold here.",
         Example::fields, "title: *New* clinics in Limpopo", "title: New clinics in Limpopo",
         "Put the value in quotes, or take the sign away."},
    Rule{"E139", Severity::error, "yaml-backslash",
         "a backslash in double quotes makes no sense",
         "In double quotes a backslash and the letter after it stand for something else, such "
         "as `\\n` for a line end. This pair stands for nothing, or for what cannot be shown.",
         Example::fields, "summary: \"The county kept its plans in P:\\water and lost them.\"",
         "summary: 'The county kept its plans in P:\\water and lost them.'",
         "Write two backslashes for one, or put the text in single quotes."},
    Rule{"E140", Severity::error, "yaml-apostrophe",
         "an apostrophe inside single quotes ends the text",
         "Single quotes and apostrophes are the same sign, so the text ends early and its rest "
         "belongs to nothing.",
         Example::fields, "title: 'Kenya's reading coaches'",
         "title: \"Kenya's reading coaches\"",
         "Put the text in double quotes, or write '' for the apostrophe."},
    Rule{"E141", Severity::error, "yaml-after-quote",
         "text follows after the closing quote of a value",
         "Often a quote inside the text closed it, or only the first words are quoted.",
         Example::fields, "title: \"The \"ghost\" workers of Andhra Pradesh\"",
         "title: 'The \"ghost\" workers of Andhra Pradesh'",
         "Put the whole value in quotes of the other kind, or none of it."},
    Rule{"E142", Severity::error, "yaml-duplicate-key", "a field is here twice",
         "Only the first of the two was read. Often a block of lines was copied with its first "
         "line.",
         Example::fields,
         "tags: [elections, mediation]\n"
         "tags: [peace pact]",
         "tags: [elections, mediation, peace pact]",
         "Keep one of the two, with the values of both."},
    Rule{"E143", Severity::error, "yaml-list-indent",
         "the items of a list begin in different columns",
         "Items that begin further right would be a list inside the list.", Example::fields,
         "tags:\n"
         "  - elections\n"
         "   - mediation",
         "tags:\n"
         "  - elections\n"
         "  - mediation",
         "Begin all items of a list in the same column."},
    Rule{"E144", Severity::error, "yaml-second-document",
         "a line `---` or `...` is in the middle of the fields",
         "Such a line ends the fields, so those below it would be taken for the text.",
         Example::record,
         "---\n"
         "title: Village grants in Indonesia\n"
         "---\n"
         "summary: A pilot in 25 villages became a national law.\n"
         "---\n",
         "---\n"
         "title: Village grants in Indonesia\n"
         "# What it is about:\n"
         "summary: A pilot in 25 villages became a national law.\n"
         "---\n",
         "Delete the line; a line that begins with `# ` divides fields and is not read."},
    Rule{"E145", Severity::error, "yaml-alias", "a value is `*` and a name",
         "In YAML that stands for a value written elsewhere, which a record does not need and "
         "its readers do not see.",
         Example::fields, "title: *Treatment for all", "title: Treatment for all",
         "Write the value out, or put it in quotes if it begins with a star."},
    Rule{"E146", Severity::error, "yaml-anchor", "a value begins with `&` and a name",
         "In YAML that gives the value a name for later use, which a record does not need and "
         "its readers do not see.",
         Example::fields, "title: &treatment Treatment for all", "title: Treatment for all",
         "Leave the name out, or put the value in quotes if it begins with `&`."},
    Rule{"E147", Severity::error, "yaml-tag", "a value begins with `!`",
         "In YAML that gives the value a type. Here the schema alone says of what type each "
         "field is.",
         Example::fields, "title: !Important: pay the mechanics first",
         "title: \"!Important: pay the mechanics first\"",
         "Leave it out, or put the value in quotes."},
    Rule{"E148", Severity::warning, "yaml-typographic-quotes",
         "the quotes around a value are typographic ones",
         "Word processors make them of straight quotes. Here they are letters like others, and "
         "become part of the text.",
         Example::fields, "title: “A line that stayed silent”",
         "title: \"A line that stayed silent\"", "Type straight quotes."},
    Rule{"E149", Severity::error, "yaml-no-break-space",
         "a no-break space is in the place of an ordinary one",
         "It looks like a space and is another character, so the field is not seen. It often "
         "comes from a word processor or a web page.",
         Example::fields, "title:<U+00A0>Treatment for all", "title: Treatment for all",
         "Type an ordinary space in its place."},
    Rule{"E150", Severity::error, "yaml-unclosed-bracket",
         "a bracket is never closed, or closed by the other kind",
         "All that follows, up to the next bracket, would become part of the list, the lines "
         "below it too.",
         Example::fields,
         "tags: [clinics, medicines\n"
         "title: Treatment for all",
         "tags: [clinics, medicines]\n"
         "title: Treatment for all",
         "Close a list with ] and a group of fields with }."},
    Rule{
        "E151", Severity::error, "yaml-after-bracket", "text follows after a closing bracket",
        "A value that begins with a bracket is a list or a group of fields, and ends where the "
        "bracket closes.",
        Example::fields, "title: [Draft] Treatment for all",
        "title: \"[Draft] Treatment for all\"", "Put the whole value in quotes."},
    Rule{"E152", Severity::error, "yaml-comma", "a comma has nothing before it",
         "An item of the list was deleted and its comma left, or a comma was typed twice.",
         Example::fields, "tags: [clinics, , medicines]", "tags: [clinics, medicines]",
         "Delete the comma."},
    Rule{"E153", Severity::error, "yaml-key-not-text",
         "the name of a field is empty, a list, or of several lines",
         "A line that begins with a question mark and a space opens such a name in YAML; often "
         "it was meant as a question.",
         Example::fields,
         "tags:\n"
         "  - ? who owns the pump",
         "tags:\n"
         "  - who owns the pump?",
         "Write the name of a field as one word and a colon; put other text in quotes."},
    Rule{"E154", Severity::error, "yaml-too-deep", "values are nested more than 64 levels deep",
         "No record needs so many; often a key of the keyboard got stuck.", Example::fields,
         "tags: <65 times: [>clinics<65 times: ]>", "tags: [clinics]",
         "Write the value in fewer levels."},
    Rule{"E155", Severity::error, "yaml-too-large", "the fields are larger than 64 KiB",
         "The fields are for what can be listed and counted. Often a whole report was pasted "
         "into one of them.",
         Example::fields, "summary: <2,000 times: Half of the mended pumps broke again. >",
         "summary: Half of the mended pumps broke again.",
         "Move long texts below the second line `---`."},
    Rule{
        "E156", Severity::error, "yaml-no-key", "a line is neither a field nor a list item",
        "Every line among the fields begins with a name and a colon, or with a dash, unless it "
        "goes on with the line above and is indented.",
        Example::fields,
        "summary: Villagers checked the books of the jobs scheme.\n"
        "They found much theft.",
        "summary: Villagers checked the books of the jobs scheme.\n"
        "  They found much theft.",
        "Write `name: value`; to go on with the text above, indent the line."},
    Rule{"E157", Severity::error, "yaml-list-on-key-line",
         "a list begins in the line of its field",
         "A list with dashes begins in the line below the name of its field.", Example::fields,
         "tags: - clinics",
         "tags:\n"
         "  - clinics",
         "Write each item in a line of its own below the name, or all as `[a, b]`."},
    Rule{"E158", Severity::error, "yaml-space-after-dash",
         "no space follows the dash of a list item",
         "Without the space the dash is part of a word, and the line no item.", Example::fields,
         "tags:\n"
         "  -clinics\n"
         "  -medicines",
         "tags:\n"
         "  - clinics\n"
         "  - medicines",
         "Write a dash, a space, and then the item."},
    Rule{"E159", Severity::error, "yaml-more", "a file has more than 200 findings",
         "The rest is only counted. So many often have one cause, such as a table that was "
         "pasted into the fields.",
         Example::fields, "<201 lines: Kitui: pump 14: dry>", "tags: [pumps]",
         "Mend the findings above first, and check again."},
};

}  // namespace

std::span<const Rule> rules_of_yaml() { return rows; }

}  // namespace baraza::check
