#include <array>

#include "check/rule_rows.hpp"

namespace baraza::check {
namespace {

constexpr std::array rows = {
    Rule{"E401", Severity::error, "schema-form",
         "a word of a schema has a value of another form",
         "Schemas are written in JSON Schema, and each of its words takes one kind of value. A "
         "length, for one, is a number in digits.",
         Example::schema,
         "properties:\n"
         "  title: {maxLength: ninety}",
         "properties:\n"
         "  title: {maxLength: 90}",
         "Write the value as the message says."},
    Rule{"E402", Severity::error, "schema-type-name", "a schema names a type that there is not",
         "The types are null, boolean, integer, number, string, array and object. A text is a "
         "`string`, a list an `array`, and a group of fields an `object`.",
         Example::schema,
         "properties:\n"
         "  title: {type: text}",
         "properties:\n"
         "  title: {type: string}",
         "Write one of the seven names."},
    Rule{"E403", Severity::error, "schema-pattern",
         "a pattern is wrong, or cannot be matched here",
         "Patterns are matched in one pass over the text, so that none can hang. Looking ahead "
         "or behind, and meeting again what was met before, cannot be had that way.",
         Example::schema,
         "properties:\n"
         "  title: {pattern: '^(?!Draft)'}",
         "properties:\n"
         "  title: {not: {pattern: '^Draft'}}",
         "Mend it, or say the same with `not`, `anyOf` or `if`."},
    Rule{"E404", Severity::error, "schema-reference", "a `$ref` leads nowhere",
         "A reference names a place in the schema, or another schema of the bank by its file.",
         Example::schema,
         "properties:\n"
         "  opened: {$ref: '#/$defs/dat'}\n"
         "$defs:\n"
         "  date: {type: string, format: edtf}",
         "properties:\n"
         "  opened: {$ref: '#/$defs/date'}\n"
         "$defs:\n"
         "  date: {type: string, format: edtf}",
         "Write the name of something that is there."},
    Rule{
        "E405", Severity::error, "schema-word", "a schema has a word that nobody knows",
        "A misspelt word of a schema asks for nothing, and nobody would notice. Words that "
        "begin with `x-` are baraza's own; of others, one that is near to a known word is a "
        "warning.",
        Example::schema,
        "properties:\n"
        "  sectors: {items: {x-vocabulry: sectors}}",
        "properties:\n"
        "  sectors: {items: {x-vocabulary: sectors}}",
        "Correct it, or give a word of your own a name that is unlike those that there are and "
        "does not begin with `x-`."},
    Rule{"E406", Severity::error, "schema-loop", "a schema refers to itself without end",
         "A schema may use itself for a value inside the value, as a district does for its "
         "parts; for the same value it would never come to an answer.",
         Example::schema,
         "properties:\n"
         "  district: {$ref: '#/$defs/district'}\n"
         "$defs:\n"
         "  district: {$ref: '#/$defs/district'}",
         "properties:\n"
         "  district: {$ref: '#/$defs/district'}\n"
         "$defs:\n"
         "  district: {properties: {parts: {items: {$ref: '#/$defs/district'}}}}",
         "Put the reference under a property or an item."},
    Rule{
        "E407", Severity::error, "schema-dialect", "a schema is written in an unknown dialect",
        "Schemas here are written in JSON Schema 2020-12; other editions give some words other "
        "meanings.",
        Example::schema,
        "$schema: http://json-schema.org/draft-07/schema#\n"
        "required: [title]",
        "$schema: https://json-schema.org/draft/2020-12/schema\n"
        "required: [title]",
        "Name 2020-12, and rewrite what differs."},
    Rule{"E409", Severity::error, "unknown-vocabulary",
         "a schema names a list of terms that is not there",
         "`x-vocabulary` is the name of a file in schemas/vocabularies, without `.yaml`.",
         Example::schema,
         "properties:\n"
         "  sectors: {items: {x-vocabulary: sector}}",
         "properties:\n"
         "  sectors: {items: {x-vocabulary: sectors}}",
         "Correct the name, or add the file."},
    Rule{"E410", Severity::error, "term-twice", "two terms of a list have the same id",
         "An id names one term; a former id of one term is no id of another.",
         Example::vocabulary,
         "terms:\n"
         "  - {id: water, label: Drinking water}\n"
         "  - {id: water, label: Water for fields}",
         "terms:\n"
         "  - {id: water, label: Drinking water}\n"
         "  - {id: irrigation, label: Water for fields}",
         "Give one of the two another id."},
    Rule{"E411", Severity::error, "unknown-replacement",
         "a term is replaced by one that is not there",
         "`replaced_by` is the id of a term of the same list.", Example::vocabulary,
         "terms:\n"
         "  - {id: education, label: Education}\n"
         "  - {id: schooling, deprecated: true, replaced_by: educaton}",
         "terms:\n"
         "  - {id: education, label: Education}\n"
         "  - {id: schooling, deprecated: true, replaced_by: education}",
         "Write the id of a term."},
    Rule{"E412", Severity::error, "unknown-broader", "a term belongs to one that is not there",
         "`broader` is the id of a term of the same list.", Example::vocabulary,
         "terms:\n"
         "  - {id: health, label: Health}\n"
         "  - {id: clinics, label: Clinics, broader: helth}",
         "terms:\n"
         "  - {id: health, label: Health}\n"
         "  - {id: clinics, label: Clinics, broader: health}",
         "Write the id of a term."},
    Rule{"E413", Severity::error, "broader-loop", "a term is broader than itself",
         "Going from a term to its broader one again and again must come to an end.",
         Example::vocabulary,
         "terms:\n"
         "  - {id: health, label: Health, broader: clinics}\n"
         "  - {id: clinics, label: Clinics, broader: health}",
         "terms:\n"
         "  - {id: health, label: Health}\n"
         "  - {id: clinics, label: Clinics, broader: health}",
         "Take one `broader` out."},
    Rule{"E414", Severity::error, "facet-name",
         "two facets share a name, or one cannot have its own",
         "A facet's flag is an option of the command line, and its plural a folder of the "
         "site, so each has its own.",
         Example::schema,
         "properties:\n"
         "  towns: {x-facet: {flag: place, plural: places}}\n"
         "  villages: {x-facet: {flag: place, plural: villages}}",
         "properties:\n"
         "  towns: {x-facet: {flag: town, plural: towns}}\n"
         "  villages: {x-facet: {flag: village, plural: villages}}",
         "Give one of them another."},
    Rule{"E415", Severity::error, "unknown-facet", "bank.yaml names a facet that no schema has",
         "Pairs of facets have pages together, and the map of gaps has facets for rows and "
         "columns; each is named by its field in the schema of a case.",
         Example::settings, "pairs: [[countries, sectosr]]", "pairs: [[countries, sectors]]",
         "Name a field that is marked `x-facet`."},
    Rule{"E416", Severity::error, "unknown-rule", "bank.yaml sets a finding that there is not",
         "The table `rules` says how loud a finding is, by its code.", Example::settings,
         "rules: {E1137: error}", "rules: {E137: error}",
         "Write a code that `baraza explain` lists."},
    Rule{"E417", Severity::error, "rule-level", "bank.yaml turns an error down",
         "What is an error would reach a page broken, or not at all. Only warnings and hints "
         "can be set.",
         Example::settings, "rules: {E203: warning, E137: error}", "rules: {E137: error}",
         "Take it out."},
    Rule{"E420", Severity::error, "template-text", "a template is not plain text",
         "It holds a byte that is not UTF-8 or a character that cannot be seen, or is larger "
         "than 1 MiB; a page made from it would be the same.",
         Example::page, "<p>Caf<E9> meetings of {{page.site_title}}</p>",
         "<p>Café meetings of {{page.site_title}}</p>",
         "Save the file as UTF-8, delete the character, or move large data to "
         "templates/assets."},
    Rule{"E421", Severity::error, "tag-unclosed", "a tag of a template is not closed",
         "A tag that opens with two braces closes with two, one of three with three.",
         Example::page, "<h1>{{title}</h1>", "<h1>{{title}}</h1>", "Close it."},
    Rule{"E422", Severity::error, "tag-malformed", "a tag of a template cannot be read",
         "A tag holds one name, perhaps with dots, after one of the signs # ^ / > & ! =, or "
         "after none.",
         Example::page, "<h1>{{the title}}</h1>", "<h1>{{title}}</h1>", "Write one name."},
    Rule{"E423", Severity::error, "section-unclosed", "a section of a template is never closed",
         "A section goes from `{{#name}}` to `{{/name}}`, and is shown only where there is "
         "something of that name.",
         Example::page, "{{#summary}}<p>{{summary}}</p>",
         "{{#summary}}<p>{{summary}}</p>{{/summary}}", "Close it."},
    Rule{"E424", Severity::error, "section-crossed", "sections of a template cross each other",
         "The section that opened last closes first.", Example::page,
         "{{#title}}{{#summary}}<p>{{summary}}</p>{{/title}}{{/summary}}",
         "{{#title}}{{#summary}}<p>{{summary}}</p>{{/summary}}{{/title}}",
         "Close the inner one first."},
    Rule{"E425", Severity::error, "template-name",
         "a template names what its page does not have",
         "Each page offers its template some values; the program's own template of the same "
         "name shows them in use.",
         Example::page, "<h1>{{titel}}</h1>", "<h1>{{title}}</h1>",
         "Write the name as the hint gives it."},
    Rule{"E426", Severity::error, "template-kind", "a template prints a value of another kind",
         "Texts are escaped with two braces, HTML goes in three, and lists are walked through.",
         Example::page, "<h1>{{{title}}}</h1>", "<h1>{{title}}</h1>",
         "Use the tag that the hint names."},
    Rule{
        "E427", Severity::error, "unsafe-place", "a value stands where it cannot be made safe",
        "Values are escaped for an element's text or a quoted attribute, and for nothing else.",
        Example::page, "<a href={{page.home}}>Home</a>", "<a href=\"{{page.home}}\">Home</a>",
        "Put quotes around it, or move it."},
    Rule{"E428", Severity::error, "partial-unknown", "a template uses one that is not there",
         "What `{{> name}}` takes in is another file of templates, named without `.html`.",
         Example::page, "{{> heaeder}}", "{{> header}}",
         "Write the name as the hint gives it, or add the file."},
    Rule{"E429", Severity::error, "template-depth", "a template nests too deep or never ends",
         "Templates that take each other in, in a circle, would fill a page without end.",
         Example::files,
         "templates/header.html\n"
         "  <header>{{> header}}</header>",
         "templates/header.html\n"
         "  <header>{{page.site_title}}</header>",
         "Take out the tag that leads back."},
    Rule{
        "E430", Severity::error, "interface-text", "an interface text is missing",
        "The site's own words are in templates/text, one file for each language. Where a "
        "bank's file has a list or a text in the place of several named texts, these are gone.",
        Example::files,
        "templates/text/en.yaml\n"
        "  nav: [Start, Stories]",
        "templates/text/en.yaml\n"
        "  nav: {home: Start, cases: Stories}",
        "Write the texts with their names, as the program's own file has them."},
    Rule{"E431", Severity::error, "page-clash", "two pages of the site would have one address",
         "Facets that are a pair have pages together. A field that takes any term has one that "
         "is also a term of the other facet.",
         Example::files,
         "schemas/case.schema.yaml\n"
         "  properties:\n"
         "    countries: {x-facet: {flag: country, plural: countries}}\n"
         "    sectors: {x-facet: {flag: sector, plural: sectors}}\n"
         "    topics: {x-facet: {flag: topic, plural: topics}}\n"
         "cases/india/social-audits.md\n"
         "  sectors: [integrity]\n"
         "  topics: [integrity]",
         "schemas/case.schema.yaml\n"
         "  properties:\n"
         "    countries: {x-facet: {flag: country, plural: countries}}\n"
         "    sectors: {x-facet: {flag: sector, plural: sectors}}\n"
         "    topics: {x-facet: {flag: topic, plural: topics}}\n"
         "cases/india/social-audits.md\n"
         "  sectors: [integrity]\n"
         "  topics: [clean-books]",
         "Rename the term in the records, or leave the two facets out of the `pairs` of "
         "bank.yaml."},
};

}  // namespace

std::span<const Rule> rules_of_data() { return rows; }

}  // namespace baraza::check
