// What `make bench` stands on; how fast anything is, is nobody's question here.
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include "base/text.hpp"
#include "tests/bench/chain.hpp"
#include "tests/bench/names.hpp"
#include "tests/bench/samples.hpp"
#include "tests/tools/scratch.hpp"

namespace baraza::bench {
namespace {

using test::Answer;
using test::run_in;
using test::ScratchFolder;

const std::string generate = "'" BARAZA_BENCH_DIR "/bench_generate' ";
const std::string pairs = "'" BARAZA_BENCH_DIR "/bench_pairs' ";

TEST_CASE("a made bank has no finding, and is the same for a seed") {
  const ScratchFolder scratch;
  CHECK(run_in(scratch.path, generate + "50 one --seed 7").exit_code == 0);
  CHECK(run_in(scratch.path, generate + "50 two --seed 7").exit_code == 0);
  const Answer differing = run_in(scratch.path, "diff -r one two");
  CHECK(differing.exit_code == 0);
  CHECK(differing.out.empty());

  const Answer check = run_in(scratch.path, "baraza -C one check --strict");
  CHECK(check.exit_code == 0);
  CHECK(check.err == "no findings in 51 files\n");  // one of them an insight
  CHECK(run_in(scratch.path, "grep -c '^[a-z]* [a-z]*$' one/peers/queries.txt").out == "50\n");
  CHECK(run_in(scratch.path, "grep -c '^id=' one/peers/dump.txt").out == "201\n");
  CHECK(run_in(scratch.path, "grep -c . one/peers/documents.csv").out == "201\n");
}

TEST_CASE("a larger bank holds the smaller one of its seed, and another seed gives another") {
  const ScratchFolder scratch;
  CHECK(run_in(scratch.path, generate + "40 small").exit_code == 0);
  CHECK(run_in(scratch.path, generate + "60 large").exit_code == 0);
  CHECK(run_in(scratch.path, "diff -r small/cases large/cases | grep -v '^Only in large'")
            .out.empty());
  CHECK(run_in(scratch.path, generate + "40 other --seed 2").exit_code == 0);
  CHECK(!run_in(scratch.path, "diff -r small/cases other/cases").out.empty());
  CHECK(run_in(scratch.path, generate + "40 small").exit_code == 3);  // is there already
}

TEST_CASE("a chain goes on only as what it learnt did") {
  Chain chain;
  CHECK(chain.empty());
  chain.learn({"water", "runs", "here"});
  chain.learn({"the", "water", "runs", "dry"});
  CHECK(!chain.empty());
  Random random(1);
  bool mixed = false;
  for (int i = 0; i < 50; ++i) {
    const std::string told = join(chain.walk(random), " ");
    mixed = mixed || told == "water runs dry";
    CHECK((told == "water runs here" || told == "water runs dry" ||
           told == "the water runs here" || told == "the water runs dry"));
  }
  CHECK(mixed);
}

TEST_CASE("a text is cut at the ends of its sentences") {
  struct Row {
    std::string_view text;
    std::vector<std::string> sentences;
  };
  const Row rows[] = {
      {"", {}},
      {"One.", {"One."}},
      {"One. Two? 3 of them!", {"One.", "Two?", "3 of them!"}},
      {"About 2.5 million, e.g. here", {"About 2.5 million, e.g. here"}},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(sentences_of(row.text) == row.sentences);
  }
}

TEST_CASE("names, years and digits take the place of those that were learnt") {
  Random random(1);
  const Names names = invent_names("Kenya", random);
  const std::string year =
      fill_slots(std::string{'(', year_slot, ')'}, names, 2001, 2001, random);
  CHECK(year == "(2001)");
  for (int i = 0; i < 50; ++i) {
    const std::string number =
        fill_slots(std::string{digit_slot, ',', digit_slot, digit_slot}, names, 0, 0, random);
    CHECK(number.size() == 4);
    CHECK(number[0] != '0');
    CHECK(number[1] == ',');
    const std::string body = fill_slots(std::string{body_slot} + "'s", names, 0, 0, random);
    CHECK(body.ends_with("'s"));
    CHECK(body.size() > 6);
  }
}

TEST_CASE("two commands are run in turn, and what fails is said") {
  const ScratchFolder scratch;
  const Answer row = run_in(
      scratch.path, pairs +
                        "--name 'adding a line' -k 2 --peer-times 1 --before 'echo x >>log' "
                        "--most-memory 4000 -- sh -c 'echo ours >>log' "
                        "-- sh -c 'echo peer >>log'");
  CHECK(row.exit_code == 0);
  CHECK(row.out.starts_with("adding a line  "));
  CHECK(row.out.ends_with("<= 4000 MB: holds\n"));
  CHECK(run_in(scratch.path, "paste -sd ' ' log").out == "x ours peer x ours\n");

  CHECK(run_in(scratch.path, "printf 'a b\\nc d\\n' >lines; " + pairs +
                                 "--each lines -k 1 -- sh -c 'echo {} {2} >>said' -- true && "
                                 "paste -sd '|' said")
            .out.ends_with("a b b|c d d\n"));

  const Answer failed = run_in(scratch.path, pairs + "-k 1 -- false -- true");
  CHECK(failed.exit_code == 3);
  CHECK(failed.err == "bench_pairs: `false` did not end well\n");
  CHECK(run_in(scratch.path, pairs + "-k 1 -- no-such-program -- true").exit_code == 3);
  CHECK(run_in(scratch.path, pairs + "-k 0 -- true -- true").exit_code == 2);
}

}  // namespace
}  // namespace baraza::bench
