#include <doctest/doctest.h>
#include <sys/stat.h>

#include "tests/tools/hostile.hpp"

namespace baraza::test {
namespace {

namespace fs = std::filesystem;

std::string levels(std::size_t count) {
  return each(count, [](std::size_t i) { return std::string(i, ' ') + "a:\n"; });
}

std::string laughs() {
  return "a: &a [ha, ha, ha, ha, ha, ha, ha, ha, ha]\n" + each(9, [](std::size_t i) {
           const std::string before(1, static_cast<char>('a' + i));
           const std::string name(1, static_cast<char>('b' + i));
           return name + ": &" + name + " [" + times(8, "*" + before + ", ") + "*" + before +
                  "]\n";
         });
}

TEST_CASE("hostile YAML is refused soon and in little memory") {
  const std::string much(2 * mebibyte - 1, 'a');
  check_file("brackets in a record", in_record, "E154", record("a: " + times(10'000, "[")));
  check_file("closed brackets in a record", in_record, "E154",
             record("a: " + times(10'000, "[") + times(10'000, "]")));
  check_file("brackets in bank.yaml", in_bank, "E154", "a: " + times(mebibyte, "["));
  check_file("braces in bank.yaml", in_bank, "E154", "a: " + times(mebibyte / 2, "{a: "));
  check_file("dashes in a record", in_record, "E154",
             record("a:\n" + times(10'000, "- ") + "a"));
  check_file("10,000 levels of indentation", in_record, "E114", record(levels(10'000)));
  check_file("levels in a record", in_record, "E154", record(levels(300)));
  check_file("levels in bank.yaml", in_bank, "E154", levels(2'800));
  check_file("a scalar of 2 MiB", in_record, "E155", record("a: " + much.substr(20)));
  check_file("a scalar of 4 MiB", in_bank, "E202", "key: " + much + much.substr(20));
  check_file("a quoted scalar of 4 MiB", in_bank, "E132", "key: \"" + much + much.substr(20));
  check_file("spaces", in_bank, "",
             "title: a\nb: |\n" + times(1000, std::string(4000, ' ') + "\n"));
  check_file("aliases of aliases in a record", in_record, "E146", record(laughs()));
  check_file("aliases of aliases in bank.yaml", in_bank, "E146", laughs());
  check_file("100,000 keys in a record", in_record, "E155", record(keys(100'000)));
  check_file("100,000 keys in bank.yaml", in_bank, "E202", keys(100'000));
  check_file("one key 100,000 times", in_bank, "E142", times(100'000, "key: value\n"));
  check_file("4,000 keys in a record", in_record, "E202", record("title: a\n" + keys(3'500)));
  check_file("100,000 mistakes", in_bank, "E159", times(100'000, "a: b: c\n"));
  check_file("100,000 quotes", in_bank, "E132", times(100'000, "a: \"b\n"));
  check_file("colons", in_bank, "", times(mebibyte, ": "));
  check_file("question marks", in_bank, "", times(mebibyte, "? "));
  check_file("tabs", in_bank, "", times(mebibyte, "\t"));
  check_file("documents", in_bank, "E130", times(mebibyte / 4, "---\n"));
  check_file("comments", in_bank, "", times(mebibyte, "#\n"));
  check_file("tags", in_bank, "", "a: " + times(mebibyte / 4, "!a "));
  check_file("merges", in_bank, "", "a: 1\n" + times(10'000, "<<: {a: b}\n"));
  check_file("a number of a million digits", in_bank, "",
             "title: " + std::string(mebibyte, '9'));
}

TEST_CASE("hostile bytes and odd files are refused soon and in little memory") {
  check_file("NUL bytes", in_record, "E104", record("title: a", std::string(mebibyte, '\0')));
  check_file("nothing but NUL bytes", in_record, "", std::string(mebibyte, '\0'));
  check_file("bytes that are no UTF-8", in_record, "E102",
             record("title: a", times(mebibyte, "\xFF")));
  check_file("a byte that is no UTF-8 in every word", in_record, "E102",
             record("title: a", times(mebibyte / 4, "a\xC3 b")));
  check_file("hidden characters", in_record, "",
             record("title: a", times(300'000, "\xE2\x80\x8B")));
  check_file("carriage returns", in_record, "E109",
             record("title: a", std::string(mebibyte, '\r')));
  check_file("fences", in_record, "", times(mebibyte / 4, "---\n"));
  check_file("combining marks", in_record, "", record("title: a" + times(25'000, "\xCC\x81")));
  check_file("bytes that are no UTF-8 in a schema", "schemas/case.schema.yaml", "E102",
             times(mebibyte, "\xFF\n"));

  check_hostile("a sparse file of 2 GiB", "E114", [](const fs::path& bank) {
    write(bank / in_record, "---\n");
    fs::resize_file(bank / in_record, std::uintmax_t{1} << 31U);
  });
  check_hostile("a sparse schema of 2 GiB", "E114", [](const fs::path& bank) {
    write(bank / "schemas/case.schema.yaml", "");
    fs::resize_file(bank / "schemas/case.schema.yaml", std::uintmax_t{1} << 31U);
  });
  for (const char* path : {"cases/x.md", "schemas/case.schema.yaml"}) {
    check_hostile("a pipe as " + std::string(path), "E110", [&](const fs::path& bank) {
      fs::create_directories((bank / path).parent_path());
      REQUIRE(mkfifo((bank / path).c_str(), 0600) == 0);
    });
  }
  check_hostile("a folder named like a record", "E113",
                [](const fs::path& bank) { fs::create_directories(bank / in_record); });
}

}  // namespace
}  // namespace baraza::test
