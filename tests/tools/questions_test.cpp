// How well the bank of this repository answers the questions of tests/data/questions, which
// were written down, with what should be found, before any answer was looked at.
#include <algorithm>
#include <cmath>
#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

#include "base/text.hpp"
#include "index/find.hpp"
#include "tests/tools/scratch.hpp"

namespace baraza::test {
namespace {

struct Asked {
  std::string language = {};
  std::string text = {};
  std::vector<std::string> wanted = {};
};

std::vector<Asked> read_questions(const std::string& path) {
  std::vector<Asked> questions;
  std::ifstream file(path);
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line.front() == '#') continue;
    const std::vector<std::string_view> columns = split(line, '\t');
    REQUIRE(columns.size() == 3);
    Asked asked{.language = std::string(columns[0]), .text = std::string(columns[1])};
    for (const std::string_view id : split(columns[2], ' ')) asked.wanted.emplace_back(id);
    questions.push_back(std::move(asked));
  }
  return questions;
}

// One divided by the place of the first record that is wanted; 0 if none is among the first 50.
double reciprocal_rank(const index::Index& index, const Asked& asked) {
  const Result<index::Hits> hits =
      find(index, {.text = asked.text, .limit = 50, .languages = {asked.language}});
  REQUIRE(hits.has_value());
  for (std::size_t i = 0; i < hits->hits.size(); ++i) {
    const std::string& id = hits->hits[i].entry.id;
    if (std::find(asked.wanted.begin(), asked.wanted.end(), id) != asked.wanted.end())
      return 1.0 / static_cast<double>(i + 1);
  }
  return 0;
}

// A change of the ranking may not make this worse; one that makes it better raises it.
constexpr double least_mean = 0.88;

index::Index index_of_bank(const ScratchFolder& scratch) {
  const std::filesystem::path bank = scratch.path / "bank";
  copy_bank(bank);
  REQUIRE(run_in(bank, "baraza index -q").exit_code == 0);
  Result<index::Index> index = index::Index::open((bank / ".baraza" / "index").string());
  REQUIRE(index.has_value());
  return std::move(*index);
}

TEST_CASE("twenty questions of reformers are answered by one of the first three hits") {
  const ScratchFolder scratch;
  const index::Index index = index_of_bank(scratch);
  const std::vector<Asked> questions =
      read_questions(BARAZA_TEST_DATA "/questions/reformers.tsv");
  CHECK(questions.size() == 20);
  for (const Asked& asked : questions) {
    CAPTURE(asked.text);
    CHECK(reciprocal_rank(index, asked) >= 1.0 / 3);
  }
}

TEST_CASE("names of several words weigh what numbers weigh") {
  const ScratchFolder scratch;
  const index::Index index = index_of_bank(scratch);
  for (const char* text : {"informal settlements", "slum", "hawkers", "cash transfers", "MPs",
                           "livestock keepers", "violence at home"}) {
    CAPTURE(text);
    const Result<index::Hits> hits = find(index, {.text = text});
    REQUIRE(hits.has_value());
    for (const index::Hit& hit : hits->hits) CHECK(std::isfinite(hit.score));
  }
}

TEST_CASE("the questions of reformers find the records that should come first") {
  const ScratchFolder scratch;
  const index::Index index = index_of_bank(scratch);
  const std::vector<Asked> questions =
      read_questions(BARAZA_TEST_DATA "/questions/starter-bank.tsv");
  CHECK(questions.size() == 60);
  std::map<std::string, std::pair<double, int>> by_language;
  double sum = 0;
  std::ostringstream report;
  for (const Asked& asked : questions) {
    for (const std::string& id : asked.wanted) {
      CAPTURE(id);
      CHECK(index.find_entry(id)->has_value());
    }
    const double gained = reciprocal_rank(index, asked);
    sum += gained;
    by_language[asked.language].first += gained;
    ++by_language[asked.language].second;
    if (gained < 0.5) report << "\n  " << gained << "  " << asked.text;
  }
  const double mean = sum / static_cast<double>(questions.size());
  report << "\nmean reciprocal rank " << mean << ":";
  for (const auto& [language, one] : by_language)
    report << ' ' << language << ' ' << one.first / one.second;
  MESSAGE(report.str());
  CHECK(mean >= least_mean);
}

}  // namespace
}  // namespace baraza::test
