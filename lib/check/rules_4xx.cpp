#include <array>

#include "check/rule_rows.hpp"

namespace baraza::check {
namespace {

constexpr std::array rows = {
    Rule{
        "E401", Severity::error, "schema-form",
        "a word of a schema has a value of another form",
        "Each word of JSON Schema takes one kind of value, and `minLength: ten` is none of it.",
        "[yaml] maxLength: ten", "[yaml] maxLength: 10",
        "Write the value as the message says."},
    Rule{"E402", Severity::error, "schema-type-name", "a schema names a type that there is not",
         "The types are null, boolean, integer, number, string, array and object.",
         "[yaml] type: text", "[yaml] type: string", "Write one of the seven names."},
    Rule{"E403", Severity::error, "schema-pattern",
         "a pattern is wrong, or cannot be matched here",
         "Patterns are matched in one pass over the text, so that none can hang. Looking ahead "
         "or "
         "behind, and meeting again what was met before, cannot be had that way.",
         "[yaml] pattern: '^(?!draft)'", "[yaml] not: {pattern: '^draft'}",
         "Mend it, or say the same with `not`, `anyOf` or `if`."},
    Rule{"E404", Severity::error, "schema-reference", "a `$ref` leads nowhere",
         "A reference names a place in the schema, or another schema of the bank by its file.",
         "[yaml] $ref: '#/$defs/dat'", "[yaml] $ref: '#/$defs/date'",
         "Write the name of something that is there."},
    Rule{"E405", Severity::error, "schema-word", "a schema has a word that nobody knows",
         "A misspelt word of a schema asks for nothing, and nobody would notice.",
         "[yaml] requried: [title]", "[yaml] required: [title]",
         "Correct it; words of your own begin with neither `x-` nor anything like another "
         "word."},
    Rule{"E406", Severity::error, "schema-loop", "a schema refers to itself without end",
         "A schema may use itself for a value inside the value, as a tree does for its "
         "branches; "
         "for the same value it would never come to an answer.",
         "[yaml] $defs: {a: {$ref: '#/$defs/a'}}",
         "[yaml] $defs: {a: {items: {$ref: '#/$defs/a'}}}",
         "Put the reference under a property or an item."},
    Rule{"E407", Severity::error, "schema-dialect", "a schema is written in an unknown dialect",
         "Schemas here are written in JSON Schema 2020-12; other drafts give some words other "
         "meanings.",
         "[yaml] $schema: http://json-schema.org/draft-07/schema#",
         "[yaml] $schema: https://json-schema.org/draft/2020-12/schema",
         "Name 2020-12, and rewrite what differs."},
    Rule{"E409", Severity::error, "unknown-vocabulary",
         "a schema names a vocabulary that is not there",
         "`x-vocabulary` is the name of a file in schemas/vocabularies, without `.yaml`.",
         "[yaml] x-vocabulary: sector", "[yaml] x-vocabulary: sectors",
         "Correct the name, or add the file."},
    Rule{"E410", Severity::error, "term-twice", "two terms of a list have the same id",
         "An id names one term; a former id of one term is no id of another.",
         "[yaml] terms: [{id: water}, {id: water}]",
         "[yaml] terms: [{id: water}, {id: sanitation}]", "Give one of the two another id."},
    Rule{"E411", Severity::error, "unknown-replacement",
         "a term is replaced by one that is not there",
         "`replaced_by` is the id of a term of the same list.",
         "[yaml] terms: [{id: schooling, deprecated: true, replaced_by: educaton}, {id: "
         "education}]",
         "[yaml] terms: [{id: schooling, deprecated: true, replaced_by: education}, {id: "
         "education}]",
         "Write the id of a term."},
    Rule{"E412", Severity::error, "unknown-broader", "a term belongs to one that is not there",
         "`broader` is the id of a term of the same list.",
         "[yaml] terms: [{id: nairobi, broader: keny}, {id: kenya}]",
         "[yaml] terms: [{id: nairobi, broader: kenya}, {id: kenya}]",
         "Write the id of a term."},
    Rule{"E413", Severity::error, "broader-loop", "a term is broader than itself",
         "Going from a term to its broader one again and again must come to an end.",
         "[yaml] terms: [{id: a, broader: b}, {id: b, broader: a}]",
         "[yaml] terms: [{id: a}, {id: b, broader: a}]", "Take one `broader` out."},
    Rule{
        "E414", Severity::error, "facet-name",
        "two facets share a flag or a plural, or one cannot have its own",
        "A facet's flag is an option of the command line, and its plural a folder of the site.",
        "[yaml] x-facet: {flag: place, plural: places}  # on two fields",
        "[yaml] x-facet: {flag: town, plural: towns}", "Give one of them another."},
    Rule{"E415", Severity::error, "unknown-facet", "bank.yaml names a facet that no schema has",
         "Pairs of facets have pages together, and the map of gaps has facets for rows and "
         "columns; each is named by its field in the schema of a case.",
         "[yaml] pairs: [[countries, sectosr]]", "[yaml] pairs: [[countries, sectors]]",
         "Name a field that is marked `x-facet`."},
    Rule{"E416", Severity::error, "unknown-rule", "bank.yaml sets a finding that there is not",
         "The table `rules` says how loud a finding is, by its code.",
         "[yaml] rules: {E123456: hint}", "[yaml] rules: {E137: error}",
         "Write a code that `baraza explain` lists."},
    Rule{"E417", Severity::error, "rule-level", "bank.yaml turns an error down",
         "What is an error would reach a page broken, or not at all. Only warnings and hints "
         "can "
         "be set.",
         "[yaml] rules: {E203: warning}", "[yaml] rules: {E137: error}", "Take the line out."},
    Rule{"E420", Severity::error, "template-text", "a template holds what no page may hold",
         "Pages bring no script or style of their own and ask nothing of other sites.",
         "[html] <script>alert(1)</script>",
         "[html] <script src=\"{{page.root}}assets/menu.js\"></script>",
         "Move it to a file of templates/assets."},
    Rule{"E421", Severity::error, "tag-unclosed", "a tag of a template is not closed",
         "A tag that opens with two braces closes with two, one of three with three.",
         "[html] <h1>{{title}</h1>", "[html] <h1>{{title}}</h1>", "Close it."},
    Rule{"E422", Severity::error, "tag-malformed", "a tag of a template cannot be read",
         "A tag holds one name, perhaps with dots, after one of the signs # ^ / > & ! =.",
         "[html] {{ the title }}", "[html] {{title}}", "Write one name."},
    Rule{"E423", Severity::error, "section-unclosed", "a section of a template is never closed",
         "A section goes from `{{#name}}` to `{{/name}}`.",
         "[html] {{#lessons}}<li>{{claim}}</li>",
         "[html] {{#lessons}}<li>{{claim}}</li>{{/lessons}}", "Close it."},
    Rule{"E424", Severity::error, "section-crossed", "sections of a template cross each other",
         "The section that opened last closes first.", "[html] {{#a}}{{#b}}{{/a}}{{/b}}",
         "[html] {{#a}}{{#b}}{{/b}}{{/a}}", "Close the inner one first."},
    Rule{"E425", Severity::error, "template-name",
         "a template names what its page does not have",
         "What a page offers its template is listed in the README.md of templates.",
         "[html] {{titel}}", "[html] {{title}}", "Write the name as the hint gives it."},
    Rule{"E426", Severity::error, "template-kind", "a template prints a value of another kind",
         "Texts are escaped with two braces, HTML goes in three, and lists are walked through.",
         "[html] {{{title}}}", "[html] {{title}}", "Use the tag that the hint names."},
    Rule{
        "E427", Severity::error, "unsafe-place", "a value stands where it cannot be made safe",
        "Values are escaped for an element's text or a quoted attribute, and for nothing else.",
        "[html] <a href={{url}}>", "[html] <a href=\"{{url}}\">",
        "Put quotes around it, or move it."},
    Rule{"E428", Severity::error, "partial-unknown", "a template uses one that is not there",
         "A partial is a file of templates, named without `.html`.", "[html] {{> heaeder}}",
         "[html] {{> header}}", "Write the name as the hint gives it, or add the file."},
    Rule{"E429", Severity::error, "template-depth", "a template nests too deep or never ends",
         "Partials that call each other in a circle would fill a page without end.",
         "[html] {{> header}}  in header.html itself", "[html] <header>{{site.title}}</header>",
         "Take out the call that leads back."},
    Rule{"E430", Severity::error, "interface-text", "an interface text is missing",
         "The site's own words stand in templates/text, one file for each language.",
         "[files] templates/text/sw.yaml without `search`",
         "[files] templates/text/sw.yaml with `search: Tafuta`", "Add the text."},
    Rule{"E431", Severity::error, "page-clash", "two pages of the site would have one address",
         "Facets, pairs and the site's own pages each have a folder of their own.",
         "[yaml] x-facet: {flag: case, plural: cases}",
         "[yaml] x-facet: {flag: study, plural: studies}", "Give the facet another plural."},
};

}  // namespace

std::span<const Rule> rules_of_data() { return rows; }

}  // namespace baraza::check
