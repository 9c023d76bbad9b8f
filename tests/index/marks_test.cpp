#include "index/marks.hpp"

#include <string>
#include <vector>

#include "base/files.hpp"
#include "small_bank.hpp"

namespace baraza::index {
namespace {

Entry entry_of(Kind kind, const std::string& language, const content::TermsByFacet& terms) {
  Entry entry;
  entry.kind = kind;
  entry.titles = {{.language = language, .title = "A title"}};
  entry.terms = terms;
  return entry;
}

Marks opened(const Folder& folder, const MarksWriter& writer) {
  const std::string path = folder.path() + "/marks";
  REQUIRE(write_whole(path, writer.encode()).has_value());
  Result<Marks> marks = Marks::open(path);
  REQUIRE(marks.has_value());
  return std::move(*marks);
}

std::string told(const Marks& marks, std::uint32_t docid) {
  std::string text;
  marks.each(docid, [&](std::uint32_t mark) {
    text += marks.all()[mark].field + ":" + marks.all()[mark].term + " ";
  });
  return text;
}

TEST_CASE("days are those of the period and of the newest version") {
  Entry entry;
  CHECK(days_of(entry) == Days{});
  entry.start = content::parse_date("2013");
  entry.published = "2020-05-01";
  CHECK(days_of(entry) == Days{20130101, 20131231, 20200501});
  entry.end = content::parse_date("2015-06");
  entry.updated = "2021";
  CHECK(days_of(entry) == Days{20130101, 20150630, 20211231});
  entry.ongoing = true;
  CHECK(days_of(entry) == Days{20130101, goes_on, 20211231});
}

TEST_CASE("each document has its marks, and a number without one has none") {
  const Folder folder;
  MarksWriter writer;
  writer.put(7, entry_of(Kind::lesson, "sw-TZ", {{"sectors", {"water", "health"}}}));
  writer.put(2, entry_of(Kind::case_study, "en", {}));
  const Marks marks = opened(folder, writer);
  CHECK(marks.docids() == 8);
  CHECK(told(marks, 2) == "@kind:case @language:en ");
  CHECK(told(marks, 7) == "@kind:lesson @language:sw sectors:health sectors:water ");
  for (const std::uint32_t docid : {0U, 1U, 3U, 6U, 8U, 4'000'000'000U}) {
    CHECK_FALSE(marks.has(docid));
    CHECK(told(marks, docid).empty());
    CHECK(marks.days(docid) == Days{});
  }
  CHECK(told(opened(folder, MarksWriter()), 0).empty());
}

TEST_CASE("the same documents give the same bytes, whatever came before") {
  const Folder folder;
  MarksWriter before;
  before.put(1, entry_of(Kind::lesson, "id", {{"sectors", {"roads"}}}));
  before.put(2, entry_of(Kind::insight, "en", {{"countries", {"kenya"}}}));
  before.put(3, entry_of(Kind::digest, "hi", {}));
  MarksWriter after;
  after.put(2, entry_of(Kind::insight, "en", {{"countries", {"ghana"}}}));
  after.keep(opened(folder, before));
  after.remove(1);
  MarksWriter anew;
  anew.put(3, entry_of(Kind::digest, "hi", {}));
  anew.put(2, entry_of(Kind::insight, "en", {{"countries", {"ghana"}}}));
  CHECK(after.encode() == anew.encode());
}

TEST_CASE("so many terms that two bytes do not number them") {
  const Folder folder;
  content::TermsByFacet terms;
  for (int i = 100'000; i < 170'000; ++i) terms["sectors"].push_back(std::to_string(i));
  MarksWriter writer;
  writer.put(1, entry_of(Kind::lesson, "en", terms));
  const Marks marks = opened(folder, writer);
  std::vector<std::string> found;
  marks.each(1, [&](std::uint32_t mark) { found.push_back(marks.all()[mark].term); });
  CHECK(found.size() == 70'002);
  CHECK(found.back() == "169999");
}

TEST_CASE("damaged marks are told, whatever byte is missing or changed") {
  const Folder folder;
  const std::string path = folder.path() + "/marks";
  MarksWriter writer;
  writer.put(1, entry_of(Kind::lesson, "en", {{"sectors", {"roads"}}}));
  const std::string bytes = writer.encode();
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    REQUIRE(write_whole(path, bytes.substr(0, i)).has_value());
    CHECK_FALSE(Marks::open(path).has_value());
    std::string changed = bytes;
    changed[i] = static_cast<char>(changed[i] ^ 4);
    REQUIRE(write_whole(path, changed).has_value());
    CHECK_FALSE(Marks::open(path).has_value());
  }
  CHECK_FALSE(Marks::open(folder.path() + "/none").has_value());
}

}  // namespace
}  // namespace baraza::index
