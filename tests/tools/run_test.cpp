#include "tools/run.hpp"

#include <csignal>
#include <sstream>
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/interrupt.hpp"
#include "tests/tools/scratch.hpp"

namespace baraza::test {
namespace {

// Runs a command in a process that was interrupted as it began, and answers its exit code.
int run_interrupted(const std::string& bank, const std::string& command) {
  const pid_t child = fork();
  if (child == 0) {
    catch_interrupts();
    std::raise(SIGINT);
    std::vector<std::string> words = {"baraza", "-C", bank, command};
    std::vector<char*> argv;
    argv.reserve(words.size());
    for (std::string& word : words) argv.push_back(word.data());
    std::ostringstream out;
    std::ostringstream err;
    const int code =
        tools::run(static_cast<int>(argv.size()), argv.data(), out, err, false, false);
    _exit(err.str() == "baraza: interrupted; nothing was changed\n" ? code : 1);
  }
  int status = 0;
  waitpid(child, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

TEST_CASE("an interrupted command says so and changes nothing") {
  const ScratchFolder scratch;
  const std::filesystem::path bank = scratch.path / "bank";
  copy_bank(bank);
  REQUIRE(run_in(bank, "baraza build -q && baraza index -q").exit_code == 0);
  REQUIRE(run_in(bank,
                 "cp -r public .baraza .. && cp cases/ghana/national-peace-council.md "
                 "cases/ghana/copy.md && "
                 "sed -i s/Ghana/Gold/ cases/ghana/*.md")
              .exit_code == 0);
  for (const char* command : {"check", "index", "build"}) {
    CAPTURE(command);
    CHECK(run_interrupted(bank.string(), command) == 130);
  }
  CHECK(
      run_in(bank, "diff -r public ../public && diff -r .baraza/index ../.baraza/index").out ==
      "");
}

TEST_CASE("two facets cannot take a command's own options from it") {
  const ScratchFolder scratch;
  const std::filesystem::path bank = scratch.path / "bank";
  std::filesystem::create_directories(bank / "cases");
  std::filesystem::create_directories(bank / "schemas");
  REQUIRE(run_in(bank,
                 "echo 'title: Bank' > cases/bank.yaml; printf 'type: object\\n"
                 "properties:\\n"
                 "  a: {type: array, x-facet: {flag: format, plural: formats}}\\n"
                 "  b: {type: array, x-facet: {flag: Odd name, plural: odd}}\\n"
                 "  c: {type: array, x-facet: {flag: title, plural: titles}}\\n'"
                 " > schemas/case.schema.yaml")
              .exit_code == 0);
  for (const char* command : {"check", "search --help", "new case --help", "--help"}) {
    CAPTURE(command);
    CHECK(run_in(bank, "baraza " + std::string(command)).exit_code <= 1);
  }
}

}  // namespace
}  // namespace baraza::test
