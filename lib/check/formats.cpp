#include "check/formats.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "check/pattern.hpp"

namespace baraza::check {
namespace {

constexpr std::array formats = {
    Format{"edtf", "a date", is_edtf_date,
           "a date is written `2016`, `2016-05` or `2016-05-31`, or `2016~` for about 2016"},
    Format{"slug", "an id", is_slug,
           "an id is lower-case letters and digits, joined by single hyphens"},
    Format{"language", "the code of a language", is_language_tag,
           "a language is written as in BCP 47, such as `en`, `sw` or `pt-BR`"},
    Format{"orcid", "an ORCID", is_orcid, "an ORCID is written `0000-0002-1825-0097`"},
    Format{"spdx", "the short name of a licence", is_licence,
           "a licence is named by its short name from the list at "
           "https://spdx.org/licenses, such as `CC-BY-4.0`"},
    Format{"date", "a date", is_date, "a date is written `2016-05-31`"},
    Format{"time", "a time", is_time, "a time is written `14:30:00Z`"},
    Format{"date-time", "a date with a time", is_date_time,
           "a date with a time is written `2016-05-31T14:30:00Z`"},
    Format{"duration", "a duration", is_duration, "a duration is written `P3D` or `PT2H`"},
    Format{"email", "an e-mail address", is_email, ""},
    Format{"idn-email", "an e-mail address", is_idn_email, ""},
    Format{"hostname", "a host's name", is_hostname, ""},
    Format{"ipv4", "an IPv4 address", is_ipv4, ""},
    Format{"ipv6", "an IPv6 address", is_ipv6, ""},
    Format{"uri", "a web address", is_uri,
           "a web address begins with `https://` or `http://` and holds no space"},
    Format{"uri-reference", "an address", is_uri_reference, ""},
    Format{"iri", "a web address", is_iri,
           "a web address begins with `https://` or `http://` and holds no space"},
    Format{"iri-reference", "an address", is_iri_reference, ""},
    Format{"uri-template", "a template of an address", is_uri_template, ""},
    Format{"json-pointer", "a JSON pointer", is_json_pointer, ""},
    Format{"relative-json-pointer", "a relative JSON pointer", is_relative_json_pointer, ""},
    Format{"uuid", "a UUID", is_uuid, ""},
    Format{"regex", "a pattern", is_ecma_pattern, ""},
};

}  // namespace

const Format* find_format(std::string_view name) {
  const auto* at = std::find_if(formats.begin(), formats.end(),
                                [&](const Format& format) { return format.name == name; });
  return at == formats.end() ? nullptr : at;
}

bool is_ecma_pattern(std::string_view text) {
  PatternProblem problem;
  Pattern::compile(text, problem);
  return problem.message.empty() || problem.unsupported;
}

}  // namespace baraza::check
