// Twenty-five mistakes that writers make, each in a case of its own and then all in one.
#include <algorithm>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "base/text.hpp"
#include "tests/tools/good_case.hpp"

namespace baraza::test {
namespace {

// `now` is put in the place of `was`, which stands once in the case; the finding begins at the
// mark `^` in `now`, which is then taken out.
struct Mistake {
  std::string was;
  std::string now;
  std::string code;
  std::string word;  // in the hint: what mends it
  bool hidden =
      false;  // in one case with all others: a syntax error in the same field hides it
};

const std::vector<Mistake> mistakes = {
    {"title: \"Maji Matone: villagers were asked to text in broken water points, and did not\"",
     "title: Maji Matone^: villagers were asked to text in water points", "E131",
     "\"Maji Matone: villagers were asked to text in water points\""},
    {"countries: [tanzania]", "countries: [^tanzanya]", "E203", "`tanzania` (Tanzania)"},
    {"sectors: [water-sanitation, voice-freedoms, ", "sectors: [^water, voice-freedoms, ",
     "E203", "`water-sanitation`"},
    {"capabilities: [compact]", "^capabilties: [compact]", "E202", "`capabilities`"},
    {"places:\n  - name:", "places:\n^\t- name:", "E134", "press the space bar twice"},
    {"level: local", "level^:local", "E135", "`level: local`"},
    {"period: {start: 2009, end: 2012}", "period: {start: 2009, end: ^2008}", "E214",
     "look both up"},
    {"stage: {term: ended, as_of: 2012}", "stage: {term: ended, ^as-of: 2012}", "E202",
     "`as_of`"},
    {"tags: [citizen reporting, text messages, radio, declared failure]",
     "tags: ^[citizen reporting, text messages, radio", "E150", "]"},
    {"groups: [women, rural-remote]", "groups: ^women", "E204", "[women]"},
    {"authors:\n  - name: The baraza editors", "authors:\n  ^-name: The baraza editors", "E158",
     "- "},
    {"owner: baraza", "owner: ^@baraza", "E138", "\"@baraza\""},
    {"language: en", "language: ^English", "E206", "`en`"},
    {"licence: CC-BY-4.0", "licence: ^CC BY 4.0", "E206", "`CC-BY-4.0`"},
    {"interests: \"none: written", "interests: \"none: written ^\"and\" read", "E141",
     "put `'` in the place of the first and the last"},
    {"provenance: {how: [desk], checked_with: nobody}",
     "provenance: {how: [^desks], checked_with: nobody}", "E203", "`desk`"},
    {"published: 2026-11-21", "published: ^21 November 2026", "E206", "`2026-11-21`"},
    {"updated: 2026-11-21", "updated: ^2026-11-31", "E206", "November"},
    {"  - {id: radio, name: Local radio stations, kind: media, role: ally}",
     "  - {id: ^daraja, name: Local radio stations, kind: media, role: ally}", "E303", ""},
    {"  - {from: twaweza, to: daraja, kind: allies-with}",
     "  - {from: ^twawesa, to: daraja, kind: allies-with}", "E301", "`twaweza`"},
    {"    sources: [s1, s4]\n", "    sources: [s1, ^s44]\n", "E301", "`s4`"},
    {"    corroboration: several-same-kind\n", "    corroboration: ^several-same-kinds\n",
     "E203", "`several-same-kind`"},
    {"    kind: open-question\n", "    ^kinds: open-question\n", "E202", "`kind`"},
    {"    fits: partly\n", "    fits: ^party\n", "E210", "`partly`"},
    {"    url: http://www.daraja.org/our-work/rtwp\n",
     "    url: ^www.daraja.org/our-work/rtwp\n", "E206",
     "`https://www.daraja.org/our-work/rtwp`"},
};

std::string good_text() {
  std::ifstream file(BARAZA_TEST_DATA "/mistakes/maji-matone.md");
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

// Puts the mistake in, its mark too.
void make(const Mistake& mistake, std::string& text) {
  const std::size_t at = text.find(mistake.was);
  REQUIRE(at != std::string::npos);
  REQUIRE(text.find(mistake.was, at + 1) == std::string::npos);
  text.replace(at, mistake.was.size(), mistake.now);
}

// Takes the first mark out, and answers where it stood.
std::pair<int, int> take_mark(std::string& text) {
  const std::size_t at = text.find('^');
  REQUIRE(at != std::string::npos);
  text.erase(at, 1);
  const std::size_t line = text.rfind('\n', at) + 1;
  return {
      static_cast<int>(std::count(text.begin(), text.begin() + std::ptrdiff_t(at), '\n')) + 1,
      static_cast<int>(count_characters(std::string_view(text).substr(line, at - line))) + 1};
}

bool is_told(const Diagnostic& finding, const Mistake& mistake, std::pair<int, int> place) {
  return finding.rule == mistake.code && finding.where.span.line == place.first &&
         finding.where.span.column == place.second &&
         finding.hint.find(mistake.word) != std::string::npos;
}

std::string lines_of(const std::vector<Diagnostic>& findings) {
  std::string lines;
  for (const Diagnostic& one : findings)
    lines += std::to_string(one.where.span.line) + ":" + std::to_string(one.where.span.column) +
             " " + one.rule + " " + one.message + "; " + one.hint + "\n";
  return lines;
}

}  // namespace

TEST_CASE("of twenty-five mistakes each is one finding, at its place, with what mends it") {
  REQUIRE(mistakes.size() == 25);
  CHECK(lines_of(findings_of(good_text())) == "");
  for (const Mistake& mistake : mistakes) {
    CAPTURE(mistake.now);
    std::string text = good_text();
    make(mistake, text);
    const std::pair<int, int> place = take_mark(text);
    const std::vector<Diagnostic> findings = findings_of(text);
    CAPTURE(lines_of(findings));
    REQUIRE(findings.size() == 1);
    CHECK(is_told(findings.front(), mistake, place));
  }
}

TEST_CASE("twenty-five mistakes in one case are all told, and nothing else") {
  std::string text = good_text();
  for (const Mistake& mistake : mistakes) make(mistake, text);
  std::vector<std::pair<int, int>> places;
  // The marks stand in the order of the mistakes.
  for (std::size_t i = 0; i < mistakes.size(); ++i) places.push_back(take_mark(text));
  const std::vector<Diagnostic> findings = findings_of(text);
  CAPTURE(lines_of(findings));
  for (std::size_t i = 0; i < mistakes.size(); ++i) {
    CAPTURE(mistakes[i].now);
    const bool told =
        std::any_of(findings.begin(), findings.end(), [&](const Diagnostic& finding) {
          return finding.rule == mistakes[i].code && is_told(finding, mistakes[i], places[i]);
        });
    CHECK(told);
  }
  CHECK(findings.size() == mistakes.size());
}

}  // namespace baraza::test
