// What a writer may have meant by a text that lacks its form: pure functions over the text. For
// check's own files alone.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace baraza::check {

struct Advice {
  std::string wrong = {};   // what is wrong with it, such as `it holds a space`; may be empty
  std::string better = {};  // what to write instead; may be empty
  bool certain = false;     // `better` is what was meant and nothing else
  std::string hint = {};    // what helps where `better` does not say it; may be empty
  std::size_t from = 0;     // the wrong characters; none: all of the text
  std::size_t count = 0;
};

// A date of EDTF, for a field of that name.
Advice advise_date(std::string_view text, std::string_view field);
// Two years, `2014-2016`, `2014 to 2016`, `2014-16`; empty if it is no such text. Of one that
// goes on, `2014-present`, the second is empty.
struct YearRange {
  std::string start = {};
  std::string end = {};
  bool known() const { return !start.empty(); }
};
YearRange read_years(std::string_view text);

// A web address: what is missing, or which character may not stand there.
Advice advise_uri(std::string_view text);
Advice advise_email(std::string_view text);
// A language as BCP 47 names it, also from its name in English or in itself.
Advice advise_language(std::string_view text);
// A licence as SPDX names it, also from what people call it.
Advice advise_licence(std::string_view text);
Advice advise_orcid(std::string_view text);
Advice advise_slug(std::string_view text);

// A number in digits alone, from `1,200,000`, `KES 5m` or `12 %`.
Advice advise_number(std::string_view text);
// `true` or `false` from `yes`, `No`, `on`; empty for any other text.
std::string read_yes_or_no(std::string_view text);

}  // namespace baraza::check
