#include "index/document.hpp"

#include <string>
#include <vector>

#include "index/postings.hpp"
#include "small_bank.hpp"

namespace baraza::index {
namespace {

std::vector<Document> documents_of(const SmallBank& small) {
  std::vector<Document> documents;
  for (const RecordGroup& group : make_record_groups(small.inputs().records)) {
    std::vector<content::Record> records;
    for (const std::string& path : group.paths) records.push_back(small.records.at(path));
    for (Document& document : make_documents(small.bank, std::move(records)))
      documents.push_back(std::move(document));
  }
  return documents;
}

std::string ids_of(const std::vector<Document>& documents) {
  std::string ids;
  for (const Document& document : documents) ids += document.entry.id + " ";
  return ids;
}

TEST_CASE("drafts and held records are in no index") {
  SmallBank small = make_small_bank();
  small.records.at("cases/reading.md").card.draft = true;
  small.records.at("cases/digest-one.md").card.sensitivity = "hold";
  CHECK(ids_of(documents_of(small)) == "insight-one water-points water-points#answer ");
}

TEST_CASE("of a case whose lessons alone are public nothing else is in the index") {
  SmallBank small = make_small_bank();
  content::Record& secret = small.records.at("cases/reading.md");
  secret.card.sensitivity = "lesson-only";
  content::Node id = content::make_text("coaching");
  content::Node lesson;
  lesson.kind = content::Node::Kind::map;
  lesson.keys = {{.name = "id"}, {.name = "sectors"}};
  lesson.children = {id, content::make_text("education")};
  content::Node lessons;
  lessons.kind = content::Node::Kind::list;
  lessons.children = {lesson};
  secret.front.kind = content::Node::Kind::map;
  secret.front.keys = {{.name = "lessons"}};
  secret.front.children = {lessons};

  const std::vector<Document> documents = documents_of(small);
  CHECK(ids_of(documents) ==
        "digest-one insight-one reading#books reading#coaching water-points "
        "water-points#answer ");
  Stemmers stemmers;
  for (const Document& document : documents) {
    if (document.entry.case_id != "reading") continue;
    CHECK(document.entry.case_title.empty());
    CHECK(document.entry.path.empty());
    CHECK_FALSE(document.entry.start.known());
    CHECK_FALSE(document.entry.terms.contains("countries"));
    const Postings postings = make_postings(document, stemmers);
    CHECK(postings.find("kenya") == nullptr);
    CHECK(postings.find("XFcountries:kenya") == nullptr);
    CHECK(postings.find("early") == nullptr);
  }
  CHECK(documents[3].entry.terms == content::TermsByFacet{{"sectors", {"education"}}});
}

TEST_CASE("postings count words, stems, titles and filters") {
  Document document;
  document.entry = {.kind = Kind::lesson,
                    .id = "a#b",
                    .titles = {{.language = "en", .title = "Teachers teach"}},
                    .terms = {{"sectors", {"education"}}}};
  document.texts = {
      {.language = "en", .passages = {{.text = "A teacher teaches."}, {.text = "Teachers"}}}};
  document.context = {{"sw", "walimu"}};
  Stemmers stemmers;
  const Postings postings = make_postings(document, stemmers);
  const auto count = [&](const char* term) {
    const Posting* posting = postings.find(term);
    return posting == nullptr ? -1 : static_cast<int>(posting->count);
  };
  CHECK(count("teachers") == 3);  // twice for the title
  CHECK(count("Zteacher") == 4);
  CHECK(count("Zteach") == 3);
  CHECK(count("Steachers") == 1);
  CHECK(count("ZSteach") == 1);
  CHECK(count("Zlimu") == 1);
  CHECK(count("Qa#b") == 0);
  CHECK(count("XKlesson") == 0);
  CHECK(count("Len") == 0);
  CHECK(count("XFsectors:education") == 0);
  REQUIRE(postings.find("teachers") != nullptr);
  const std::vector<std::uint32_t>& positions = postings.find("teachers")->positions;
  REQUIRE(positions.size() == 2);
  CHECK(positions[0] == 1);
  CHECK(positions[1] > 100);
}

TEST_CASE("postings of one term become one, by term") {
  const Postings::Items items = {
      {"b", {1, {5}}}, {"a", {2, {}}}, {"b", {3, {1, 2}}}, {"c", {}}, {"a", {1, {}}}};
  const Postings postings(items);
  CHECK(Postings::Items(postings.begin(), postings.end()) ==
        Postings::Items{{"a", {3, {}}}, {"b", {4, {5, 1, 2}}}, {"c", {}}});
  CHECK(postings.find("d") == nullptr);
  CHECK(Postings().find("a") == nullptr);
}

TEST_CASE("an entry and its texts are read back as they were written") {
  SmallBank small = make_small_bank();
  small.records.at("cases/reading.md").card.outcomes = {{.id = "o1",
                                                         .claim = "More read",
                                                         .aim = "effective",
                                                         .direction = "better",
                                                         .basis = {"experiment", "survey"},
                                                         .corroboration = "independent",
                                                         .sources = {"s1"}}};
  for (const Document& document : documents_of(small)) {
    CAPTURE(document.entry.id);
    bool ok = false;
    const std::string entry = encode(document.entry);
    CHECK(decode_entry(entry, ok).id == document.entry.id);
    CHECK(ok);
    const Entry back = decode_entry(entry, ok);
    CHECK(encode(back) == entry);
    CHECK(back.titles == document.entry.titles);
    CHECK(back.terms == document.entry.terms);
    CHECK(back.outcomes == document.entry.outcomes);
    CHECK(back.start == document.entry.start);
    CHECK(decode_texts(encode(document.texts), ok) == document.texts);
    CHECK(ok);
    for (std::size_t size = 0; size < entry.size(); ++size) {
      decode_entry(std::string_view(entry).substr(0, size), ok);
      CHECK_FALSE(ok);
    }
  }
}

}  // namespace
}  // namespace baraza::index
