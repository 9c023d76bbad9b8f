#include "tools/format/citation.hpp"

#include <set>
#include <string>
#include <string_view>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "base/text.hpp"

namespace baraza::tools {
namespace {

TEST_CASE("every type of CSL has one of BibTeX's own and one of RIS") {
  const std::set<std::string_view> bibtex = {
      "article", "book", "booklet",   "incollection", "inproceedings",
      "manual",  "misc", "phdthesis", "techreport",   "unpublished"};
  std::set<std::string_view> names;
  for (const CitationType& type : citation_types()) {
    CAPTURE(type.csl);
    CHECK(names.insert(type.csl).second);
    CHECK(bibtex.contains(type.bibtex));
    CHECK((type.ris.size() >= 3 &&
           type.ris.find_first_of("abcdefghijklmnopqrstuvwxyz") == std::string_view::npos));
  }
  CHECK(names.size() == 45);
  CHECK(find_type("report").bibtex == "techreport");
  CHECK(find_type("no such type").csl == "document");
}

Citation hostile() {
  return {.id = "a-case#100% & {x}",
          .type = "article-journal",
          .title = "50% of $5 & #1 {of} a_b ~x^y \\end{document}\n@evil{\x1b[31m",
          .authors = {{.family = "O'Neil", .given = "A."},
                      {.literal = "Ministry of {Water}, and Roads"},
                      {.literal = std::string(others)}},
          .container = "Journal of A & B",
          .volume = "84",
          .issue = "12",
          .publisher = "",
          .date = {.year = 2016, .month = 5, .day = 7, .about = true},
          .url = "https://example.org/a_b?x={1}&y=\\%20~z",
          .doi = "10.1/a_b",
          .note = "TY  - JOUR\nER  - "};
}

TEST_CASE("what TeX would take for a command is escaped, and braces stay balanced") {
  CHECK(to_bibtex(hostile()) ==
        "@article{a-case:100_____x_,\n"
        "  author = {O'Neil, A. and {Ministry of \\{Water\\}, and Roads} and others},\n"
        "  title = {{50\\% of \\$5 \\& \\#1 \\{of\\} a\\_b \\textasciitilde{}x"
        "\\textasciicircum{}y \\textbackslash{}end\\{document\\}\uFFFD@evil\\{\uFFFD[31m}},\n"
        "  journal = {Journal of A \\& B},\n"
        "  volume = {84},\n"
        "  number = {12},\n"
        "  year = {2016},\n"
        "  month = may,\n"
        "  doi = {10.1/a_b},\n"
        "  url = {https://example.org/a_b?x=%7B1%7D&y=%5C%20~z},\n"
        "  note = {TY  - JOUR\uFFFDER  - },\n"
        "}\n");
}

TEST_CASE("no field of RIS begins another") {
  const std::string text = to_ris(hostile());
  CHECK(text ==
        "TY  - JOUR\n"
        "ID  - a-case#100% & {x}\n"
        "AU  - O'Neil, A.\n"
        "AU  - Ministry of {Water} and Roads\n"
        "AU  - others\n"
        "TI  - 50% of $5 & #1 {of} a_b ~x^y \\end{document}\uFFFD@evil{\uFFFD[31m\n"
        "JO  - Journal of A & B\n"
        "VL  - 84\n"
        "IS  - 12\n"
        "PY  - 2016\n"
        "DA  - 2016/05/07/\n"
        "DO  - 10.1/a_b\n"
        "UR  - https://example.org/a_b?x={1}&y=\\%20~z\n"
        "N1  - TY  - JOUR\uFFFDER  - \n"
        "ER  - \n");
}

TEST_CASE("CSL's JSON says what is known and no more") {
  const nlohmann::json items =
      nlohmann::json::parse(to_csl({hostile(), {.id = "x", .type = "book"}}));
  REQUIRE(items.size() == 2);
  CHECK(items[0]["type"] == "article-journal");
  CHECK(items[0]["author"][0]["family"] == "O'Neil");
  CHECK(items[0]["author"][1]["literal"] == "Ministry of {Water}, and Roads");
  CHECK(items[0]["issued"]["date-parts"] == nlohmann::json({{2016, 5, 7}}));
  CHECK(items[0]["issued"]["circa"] == true);
  CHECK(items[1].size() == 2);
  CHECK(to_csl({}) == "[]");
}

}  // namespace
}  // namespace baraza::tools
