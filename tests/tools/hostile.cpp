#include "tests/tools/hostile.hpp"

#include <algorithm>
#include <fstream>
#include <vector>

#include <doctest/doctest.h>
#include <fcntl.h>
#include <nlohmann/json.hpp>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/text.hpp"
#include "tests/tools/scratch.hpp"

namespace baraza::test {
namespace {

namespace fs = std::filesystem;

#if defined(__SANITIZE_ADDRESS__)
constexpr bool sanitized = true;  // which takes memory of its own, and time
#else
constexpr bool sanitized = false;
#endif

constexpr double most_seconds = sanitized ? 50 : 5;
constexpr long most_kibibytes = 300L * 1024;
constexpr unsigned hangs_after = 120;  // seconds

struct Measured {
  int exit_code = -1;  // -1: ended by a signal
  double seconds = 0;  // of processors, so that a busy machine changes nothing
  long kibibytes = 0;  // of the program or one of its workers, whichever took the most
  std::vector<std::string> rules = {};
};

[[noreturn]] void become_check(const fs::path& bank, const fs::path& out) {
  const int file = open(out.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
  const int none = open("/dev/null", O_RDWR);
  if (file < 0 || dup2(none, 0) < 0 || dup2(file, 1) < 0 || dup2(none, 2) < 0) _exit(99);
  alarm(hangs_after);
  const std::string program = std::string(BARAZA_PROGRAM_DIR) + "/baraza";
  execl(program.c_str(), "baraza", "-C", bank.c_str(), "check", "--format", "json", nullptr);
  _exit(99);
}

Measured check(const fs::path& bank, const fs::path& out) {
  const pid_t child = fork();
  REQUIRE(child >= 0);
  if (child == 0) become_check(bank, out);
  int status = 0;
  rusage used = {};
  REQUIRE(wait4(child, &status, 0, &used) == child);
  Measured measured;
  if (WIFEXITED(status)) measured.exit_code = WEXITSTATUS(status);
  const auto seconds = [](const timeval& time) {
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
  };
  measured.seconds = seconds(used.ru_utime) + seconds(used.ru_stime);
  measured.kibibytes = used.ru_maxrss;
  std::ifstream file(out);
  const nlohmann::json told = nlohmann::json::parse(file, nullptr, false);
  REQUIRE(!told.is_discarded());
  for (const nlohmann::json& finding : told["findings"])
    measured.rules.push_back(finding["rule"]);
  return measured;
}

}  // namespace

void write(const fs::path& path, const std::string& bytes) {
  fs::create_directories(path.parent_path());
  std::ofstream(path, std::ios::binary) << bytes;
}

void check_hostile(const std::string& what, const std::string& rule, const Make& make) {
  CAPTURE(what);
  const ScratchFolder scratch;
  const fs::path bank = scratch.path / "bank";
  write(bank / "cases/bank.yaml", "title: Bank\n");
  make(bank);
  const Measured measured = check(bank, scratch.path / "out.json");
  CHECK(measured.exit_code >= 0);
  CHECK(measured.exit_code <= 1);
  CHECK(measured.seconds < most_seconds);
  if (!sanitized) CHECK(measured.kibibytes < most_kibibytes);
  const bool told = rule.empty() || std::find(measured.rules.begin(), measured.rules.end(),
                                              rule) != measured.rules.end();
  CHECK_MESSAGE(told, rule, " is not among ", join(measured.rules, " ").substr(0, 200));
}

void check_file(const std::string& what, const std::string& path, const std::string& rule,
                const std::string& text) {
  check_hostile(what, rule, [&](const fs::path& bank) { write(bank / path, text); });
}

std::string times(std::size_t count, const std::string& text) {
  std::string all;
  all.reserve(count * text.size());
  for (std::size_t i = 0; i < count; ++i) all += text;
  return all;
}

std::string each(std::size_t count, const std::function<std::string(std::size_t)>& make) {
  std::string all;
  for (std::size_t i = 0; i < count; ++i) all += make(i);
  return all;
}

std::string number(std::size_t i) { return std::to_string(i); }
std::string record(const std::string& front, const std::string& body) {
  return "---\n" + front + "\n---\n\n" + body;
}

std::string keys(std::size_t count) {
  return each(count, [](std::size_t i) { return "key" + number(i) + ": value\n"; });
}

}  // namespace baraza::test
