// Languages, licences, ORCIDs and ids as people write them.
#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "base/text.hpp"
#include "check/advice.hpp"
#include "check/formats.hpp"
#include "check/languages.hpp"
#include "check/licences.hpp"
#include "language/fold.hpp"
#include "language/slug.hpp"

namespace baraza::check {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::string to_upper(std::string_view text) {
  std::string result(text);
  for (char& c : result)
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  return result;
}

// A tag with its parts in the letters that BCP 47 gives them: `en_us` is `en-US`.
std::string tidy_tag(std::string_view text) {
  std::string tag(trim(text));
  std::replace(tag.begin(), tag.end(), '_', '-');
  std::vector<std::string> parts;
  for (const std::string_view part : split(tag, '-')) {
    std::string tidy = to_lower(part);
    if (!parts.empty() && part.size() == 2) tidy = to_upper(part);
    if (!parts.empty() && part.size() == 4) tidy[0] = to_upper(part.substr(0, 1))[0];
    parts.push_back(std::move(tidy));
  }
  if (parts.size() > 1 && parts[0] == "en" && parts[1] == "UK") parts[1] = "GB";
  for (const LanguageName& language : language_names())
    if (parts[0] == language.code) parts[0] = language.tag;
  return join(parts, "-");
}

}  // namespace

Advice advise_language(std::string_view text) {
  const std::string wanted = language::fold(trim(text));
  std::vector<std::string> names;
  for (const LanguageName& language : language_names())
    for (const std::string_view name : split(language.names, '|')) {
      if (language::fold(name) == wanted)
        return {.better = std::string(language.tag), .certain = true};
      names.emplace_back(name);
    }
  const std::string tidy = tidy_tag(text);
  const std::string primary = tidy.substr(0, tidy.find('-'));
  if (tidy != text && (primary.size() == 2 || primary.size() == 3) && is_language_tag(tidy))
    return {.better = tidy, .certain = true};
  const std::vector<std::string> near = nearest(names, wanted);
  for (const LanguageName& language : language_names())
    for (const std::string_view name : split(language.names, '|'))
      if (!near.empty() && name == near.front()) return {.better = std::string(language.tag)};
  return {};
}

Advice advise_licence(std::string_view text) {
  if (const Licence* licence = find_licence(text); licence != nullptr) {
    // `CC BY` says no version; the newest is what is likely meant.
    const bool certain = plain_name(text) == plain_name(licence->id);
    return {.better = std::string(licence->id), .certain = certain};
  }
  const std::string lower = to_lower(trim(text));
  // The family says nothing of what others may do with the text.
  const bool family = lower.find("creative commons") != std::string::npos || lower == "cc";
  if (family || lower.find("free") != std::string::npos ||
      lower.find("open") != std::string::npos)
    return {
        .wrong = family ? "several licences are called that" : "",
        .hint =
            "ask whoever owns the text what others may do with it: `CC-BY-4.0` if anybody may "
            "use it who names its author; `CC-BY-SA-4.0` if, besides, what they make of it "
            "must be as free; `CC-BY-NC-4.0` if nobody may earn money with it"};
  for (const std::string_view none :
       {"copyright", "all rights reserved", "proprietary", "none", "public domain"})
    if (lower.find(none) != std::string::npos)
      return {.hint =
                  "terms of a publisher's own are named `LicenseRef-` and a word, such as "
                  "`LicenseRef-all-rights-reserved`"};
  std::vector<std::string> ids;
  for (const Licence& licence : licences()) ids.emplace_back(licence.id);
  const std::vector<std::string> near = nearest(ids, text);
  return {.better = near.empty() ? std::string() : near.front()};
}

Advice advise_orcid(std::string_view text) {
  std::string digits;
  const std::size_t slash = text.rfind('/');
  const std::string_view number =
      slash == std::string_view::npos ? text : text.substr(slash + 1);
  for (const char c : number)
    if (is_digit(c) || c == 'x' || c == 'X') digits += c == 'x' ? 'X' : c;
  if (digits.size() != 16)
    return digits.empty()
               ? Advice{}
               : Advice{.wrong = "it has " + counted(digits.size(), "digit", "digits") +
                                 ", and an ORCID has 16"};
  std::string tidy;
  for (std::size_t i = 0; i < digits.size(); i += 4)
    tidy += (i > 0 ? "-" : "") + digits.substr(i, 4);
  const char check = orcid_check_digit(tidy);
  if (check == '\0' || tidy.back() == check) return {.better = tidy, .certain = check != '\0'};
  return {.wrong = std::string("with these digits the last would be `") + check + "`",
          .hint = "copy it again from the author's page"};
}

Advice advise_slug(std::string_view text) {
  Advice advice;
  advice.better = language::slugify(text);
  advice.certain = !advice.better.empty();
  if (count_characters(text) > 80)
    advice.wrong =
        "it has " + std::to_string(count_characters(text)) + " characters, and 80 are allowed";
  return advice;
}

}  // namespace baraza::check
