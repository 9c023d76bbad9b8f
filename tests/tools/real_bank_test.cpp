// The whole pipeline on the bank of this repository, as its users run it.
#include <algorithm>
#include <sstream>
#include <string>
#include <string_view>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "check/json_schema.hpp"
#include "check/json_tree.hpp"
#include "tests/tools/scratch.hpp"

namespace baraza::test {
namespace {

using Json = nlohmann::json;

// Does `json` have the form that `baraza schema NAME` publishes?
bool has_published_form(const std::filesystem::path& bank, const std::string& name,
                        const std::string& json) {
  const Answer printed = run_in(bank, "baraza schema " + name);
  REQUIRE(printed.exit_code == 0);
  Diagnostics found;
  const Result<content::Node> schema_tree = check::read_json(printed.out, name);
  REQUIRE(schema_tree.has_value());
  const check::Schema schema = check::Schema::compile(*schema_tree, name, nullptr, found);
  REQUIRE(found.empty());
  const Result<content::Node> tree = check::read_json(json, "answer.json");
  REQUIRE(tree.has_value());
  return schema.allows(*tree);
}

struct RealBank {
  RealBank() : bank(scratch.path / "bank") {
    copy_bank(bank);
    index = run_in(bank, "baraza index");
  }
  ScratchFolder scratch;
  std::filesystem::path bank;
  Answer index;
};

TEST_CASE("the real bank has no finding") {
  const RealBank real;
  const Answer check = run_in(real.bank, "baraza check --strict");
  CHECK(check.exit_code == 0);
  CHECK(check.err.starts_with("no findings in "));
  const Answer json = run_in(real.bank, "baraza check --format json");
  CHECK(has_published_form(real.bank, "output/findings", json.out));
  CHECK(Json::parse(json.out)["findings"].empty());
  CHECK(Json::parse(json.out)["files"] > 9);
}

TEST_CASE("findings have their published form") {
  const RealBank real;
  const Answer broken =
      run_in(real.bank,
             "sed -i 's/^countries:.*/countries: [kenia]/' cases/kenya/*.md && "
             "baraza check --format json");
  CHECK(broken.exit_code == 1);
  CHECK(has_published_form(real.bank, "output/findings", broken.out));
  const Json finding = Json::parse(broken.out)["findings"][0];
  CHECK(finding["rule"] == "E203");
  CHECK(finding["hint"] == "did you mean `kenya` (Kenya)?");

  const Answer edited = run_in(
      real.bank,
      "printf '\\357\\273\\277---\\ntitle: A\\ntitle: B\\n---\\n' > 'cases/a \"b\".md' && "
      "baraza check --format json");
  CHECK(has_published_form(real.bank, "output/findings", edited.out));
  std::size_t notes = 0;
  std::size_t edits = 0;
  const Json answer = Json::parse(edited.out);
  for (const Json& one : answer["findings"]) {
    notes += one["notes"].size();
    edits += one["edits"].size();
  }
  CHECK(notes > 0);
  CHECK(edits > 0);
}

TEST_CASE("a search of the real bank finds the lesson that answers it") {
  const RealBank real;
  CHECK(real.index.exit_code == 0);
  const Answer text = run_in(real.bank, "baraza search teachers coaching");
  CHECK(text.exit_code == 0);
  const std::string first = text.out.substr(0, text.out.find("\n\n"));
  for (const char* part :
       {"1.  Give *teachers* regular *coaching*", "\n    lesson · ",
        "from Tusome: ", "\n    Kenya · Education · ", "Strategic accompaniment",
        "\n    evidence: ", "\n    insight: ", " cases for it", "became *coaches* instead",
        "\n    tusome-national-literacy#coaching-by-existing-officers\n",
        "cases/kenya/tusome-"}) {
    CAPTURE(part);
    CHECK(first.find(part) != std::string::npos);
  }

  const Answer json =
      run_in(real.bank, "baraza search teachers coaching --country kenya -n 100 --format json");
  CHECK(json.exit_code == 0);
  CHECK(has_published_form(real.bank, "output/search", json.out));
  const Answer grouped =
      run_in(real.bank, "baraza search teachers --group country --format json");
  CHECK(has_published_form(real.bank, "output/search", grouped.out));
  const Answer explained =
      run_in(real.bank, "baraza search --explain --format json -- hawkers wihtout -prize");
  CHECK(has_published_form(real.bank, "output/search", explained.out));
  const Answer nothing =
      run_in(real.bank, "baraza search habari_zz ya zzndege --country iceland --format json");
  CHECK(nothing.exit_code == 1);
  CHECK(has_published_form(real.bank, "output/search", nothing.out));
  const Json answer = Json::parse(json.out);
  CHECK(answer["hits"].size() == answer["total"]);
  for (const Json& hit : answer["hits"]) {
    const Json& countries = hit["terms"]["countries"];
    CHECK(std::any_of(countries.begin(), countries.end(),
                      [](const Json& country) { return country["term"] == "kenya"; }));
  }
  const Json& best = answer["hits"][0];
  CHECK(best["kind"] == "lesson");
  CHECK(best["case"]["id"] == "tusome-national-literacy");
  CHECK(!best["basis"].empty());
  const Json& range = best["excerpt"]["highlights"][0];
  const std::string excerpt = best["excerpt"]["text"];
  CHECK(excerpt.substr(range[0], range[1].get<std::size_t>() - range[0].get<std::size_t>()) ==
        "coaches");
}

TEST_CASE("everyday words of the bank's countries find records of the sector that is meant") {
  const RealBank real;
  const std::pair<const char*, const char*> rows[] = {
      {"korupsi", "integrity"},         {"भ्रष्टाचार", "integrity"},
      {"hongo", "integrity"},           {"mwalimu", "education"},
      {"sekolah", "education"},         {"escola", "education"},
      {"zahanati", "health"},           {"kisima", "water-sanitation"},
      {"água", "water-sanitation"},     {"uchaguzi", "voice-freedoms"},
      {"perempuan", "gender-equality"}, {"पुलिस", "security-justice"}};
  for (const auto& row : rows) {
    CAPTURE(row.first);
    const std::string told =
        run_in(real.bank,
               std::string("baraza search -n 5 --format json --no-correct ") + row.first)
            .out;
    const Json hits = Json::parse(told)["hits"];
    const auto is_meant = [&](const Json& hit) {
      const Json& sectors = hit["terms"]["sectors"];
      return std::any_of(sectors.begin(), sectors.end(),
                         [&](const Json& one) { return one["term"] == row.second; });
    };
    CHECK(std::any_of(hits.begin(), hits.end(), is_meant));
  }
}

TEST_CASE("every record of the real bank can be shown, in its published form") {
  const RealBank real;
  const Json all =
      Json::parse(run_in(real.bank, "baraza search --format json -n 1000").out)["hits"];
  CHECK(all.size() > 30);
  std::vector<std::string> kinds;
  for (const Json& hit : all) {
    const std::string id = hit["id"];
    CAPTURE(id);
    if (std::find(kinds.begin(), kinds.end(), hit["kind"]) != kinds.end()) continue;
    kinds.push_back(hit["kind"]);
    const Answer shown = run_in(real.bank, "baraza show '" + id + "' --format json");
    CHECK(shown.exit_code == 0);
    CHECK(has_published_form(real.bank, "output/record", shown.out));
    CHECK(Json::parse(shown.out)["title"] == hit["title"]);
    CHECK(run_in(real.bank, "baraza show '" + id + "'").out.find("\n  File  ") !=
          std::string::npos);
  }
  CHECK(kinds.size() == 4);
}

// Does `line` hold a key of the interface's texts, `case.cited`? At the end of a sentence a
// space follows, and a file's name ends in `.md`.
bool holds_key(std::string_view line) {
  const auto is_word = [](char c) { return (c >= 'a' && c <= 'z') || c == '_'; };
  for (const std::string_view group :
       {"case.", "lesson.", "insight.", "digest.", "list.", "facts.", "count.", "cite.",
        "site.", "nav.", "home.", "term.", "framework.", "terms.", "relations.", "date.",
        "draft."})
    for (std::size_t at = line.find(group); at != std::string_view::npos;
         at = line.find(group, at + 1)) {
      const std::string_view rest = line.substr(at + group.size());
      const bool begins = at == 0 || !is_word(line[at - 1]);
      const bool file = rest.starts_with("md") && (rest.size() == 2 || !is_word(rest[2]));
      if (begins && !rest.empty() && is_word(rest.front()) && !file) return true;
    }
  return false;
}

TEST_CASE("what is shown of a record is in words, never in a key of the interface's texts") {
  const RealBank real;
  CHECK(holds_key("a case.cited s1"));
  CHECK_FALSE(holds_key("this case. It is in case.md or showcase.x"));
  std::size_t shown = 0;
  std::istringstream ids(run_in(real.bank, "baraza search --format ids -n 10000").out);
  for (std::string id; std::getline(ids, id); ++shown) {
    if (shown % 4 != 0) continue;
    CAPTURE(id);
    const Answer answer = run_in(real.bank, "baraza show '" + id + "'");
    CHECK(answer.exit_code == 0);
    std::istringstream lines(answer.out);
    for (std::string line; std::getline(lines, line);) {
      CAPTURE(line);
      CHECK_FALSE(holds_key(line));
    }
  }
  CHECK(shown > 30);
}

TEST_CASE("what other commands print for programs has its published form too") {
  const RealBank real;
  struct Row {
    const char* command;
    const char* schema;
  };
  const Row rows[] = {
      {"list", "output/list"},
      {"list --insights", "output/list"},
      {"similar 'tusome-national-literacy#coaching-by-existing-officers'", "output/similar"},
      {"similar tusome-national-literacy --other-countries", "output/similar"},
      {"contradictions", "output/contradictions"},
      {"search --group case", "output/search"},
      {"search teachers --sort newest -n 100", "output/search"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.command);
    const Answer answer =
        run_in(real.bank, "baraza " + std::string(row.command) + " --format json");
    CHECK(answer.exit_code == 0);
    CHECK(has_published_form(real.bank, row.schema, answer.out));
  }
}

TEST_CASE("the real bank becomes a site that is the same wherever it is made") {
  const RealBank real;
  const Answer built = run_in(real.bank, "baraza build -j 1");
  CHECK(built.exit_code == 0);
  for (const char* page :
       {"index.html", "404.html", "about/index.html",
        "cases/tusome-national-literacy/index.html",
        "lessons/tusome-national-literacy/coaching-by-existing-officers/index.html",
        "insights/who-must-answer/index.html", "countries/kenya/index.html",
        "countries/kenya/education/index.html", "countries/kenya/accompaniment/index.html",
        "sectors/education/accompaniment/index.html",
        "frameworks/system-behaviours/index.html"}) {
    CAPTURE(page);
    CHECK(std::filesystem::file_size(real.bank / "public" / page) > 500);
  }
  const std::filesystem::path other = real.scratch.path / "another place" / "bank";
  copy_bank(other);
  CHECK(run_in(other, "TZ=Pacific/Auckland LC_ALL=pt_BR.UTF-8 baraza -j 3 build").exit_code ==
        0);
  CHECK(run_in(real.scratch.path, "diff -r bank/public 'another place/bank/public'").out == "");
  CHECK(run_in(other, "TZ=Pacific/Auckland baraza -j 3 index").exit_code == 0);
  CHECK(run_in(real.scratch.path,
               "cmp bank/.baraza/index/current 'another place/bank/.baraza/index/current'")
            .exit_code == 0);
}

}  // namespace
}  // namespace baraza::test
