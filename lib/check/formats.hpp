// The formats of schemas: dates, addresses, language tags and other forms that a pattern cannot
// tell.
//
// Source: JSON Schema 2020-12, Validation, section 7.3, and what each format's comment names.
#pragma once

#include <string>
#include <string_view>

namespace baraza::check {

struct Format {
  std::string_view name;            // as in a schema: `date-time`
  std::string_view noun;            // for people: `a date`
  bool (*holds)(std::string_view);  // of a text, which is UTF-8
  std::string_view hint;            // what it looks like; may be empty
};

// Null for a format that is not known; such a one is a note to people.
const Format* find_format(std::string_view name);

// Why a date that has the form of one does not exist, `February 2015 has 28 days`; empty if it
// exists or has no such form.
std::string impossible_date(std::string_view text);
// The last character that an ORCID of this form should have, or NUL if it has another form.
// Source: ISO/IEC 7064, MOD 11-2, as https://support.orcid.org describes it.
char orcid_check_digit(std::string_view text);

bool is_edtf_date(std::string_view text);  // 2016, 2016-05, 2016-05-31, each also with ~
// Well-formed as RFC 5646, section 2.2.9, says, with a language of two or three letters.
bool is_language_tag(std::string_view text);
// Well-formed as SPDX 2.3, annex D, says; a licence that is known is written as it is there.
bool is_licence(std::string_view text);
bool is_orcid(std::string_view text);  // also as an address; with a right last digit
bool is_date(std::string_view text);   // RFC 3339, full-date
bool is_time(std::string_view text);
bool is_date_time(std::string_view text);
bool is_duration(std::string_view text);  // ISO 8601, as RFC 3339, appendix A, has it
bool is_email(std::string_view text);     // RFC 5321, Mailbox
bool is_idn_email(std::string_view text);
bool is_hostname(std::string_view text);  // RFC 1123
bool is_ipv4(std::string_view text);
bool is_ipv6(std::string_view text);
bool is_uri(std::string_view text);  // RFC 3986
bool is_uri_reference(std::string_view text);
bool is_iri(std::string_view text);  // RFC 3987
bool is_iri_reference(std::string_view text);
bool is_uri_template(std::string_view text);  // RFC 6570
bool is_json_pointer(std::string_view text);  // RFC 6901
bool is_relative_json_pointer(std::string_view text);
bool is_uuid(std::string_view text);
bool is_ecma_pattern(std::string_view text);

}  // namespace baraza::check
