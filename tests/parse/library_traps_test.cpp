// What yaml-cpp and cmark-gfm get wrong, one test each. A test here fails when a newer library
// has mended it: then the workaround it names can go.

#include <cstdlib>
#include <sstream>
#include <string>
#include <vector>

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm-extension_api.h>
#include <cmark-gfm.h>
#include <doctest/doctest.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/yaml.h>

#include "told.hpp"

using baraza::parse::times;

namespace {

// Writes events as words: `scalar(text) 0:3 ?`.
class Recorder : public YAML::EventHandler {
 public:
  std::vector<std::string> events = {};

  void OnDocumentStart(const YAML::Mark& /*mark*/) override {}
  void OnDocumentEnd() override { events.emplace_back("end"); }
  void OnNull(const YAML::Mark& mark, YAML::anchor_t /*anchor*/) override {
    add("null", mark, "");
  }
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t /*anchor*/) override {
    add("alias", mark, "");
  }
  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t /*anchor*/,
                const std::string& value) override {
    add("scalar(" + value + ")", mark, tag);
  }
  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag,
                       YAML::anchor_t /*anchor*/,
                       YAML::EmitterStyle::value /*style*/) override {
    add("list", mark, tag);
  }
  void OnSequenceEnd() override { events.emplace_back("]"); }
  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t /*anchor*/,
                  YAML::EmitterStyle::value /*style*/) override {
    add("map", mark, tag);
  }
  void OnMapEnd() override { events.emplace_back("}"); }

 private:
  void add(const std::string& what, const YAML::Mark& mark, const std::string& tag) {
    events.push_back(what + " " + std::to_string(mark.line) + ":" +
                     std::to_string(mark.column) + (tag.empty() ? "" : " " + tag));
  }
};

std::vector<std::string> events_of(const std::string& text) {
  std::istringstream stream(text);
  YAML::Parser parser(stream);
  Recorder recorder;
  parser.HandleNextDocument(recorder);
  return recorder.events;
}

bool has(const std::vector<std::string>& events, const std::string& event) {
  for (const std::string& one : events) {
    if (one == event) return true;
  }
  return false;
}

struct Html {
  std::string text = {};
  explicit Html(const std::string& markdown) {
    cmark_gfm_core_extensions_ensure_registered();
    cmark_parser* parser = cmark_parser_new(CMARK_OPT_DEFAULT);
    cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension("table"));
    cmark_parser_feed(parser, markdown.data(), markdown.size());
    cmark_node* document = cmark_parser_finish(parser);
    char* html = cmark_render_html(document, CMARK_OPT_DEFAULT, nullptr);
    text = html;
    std::free(html);  // NOLINT: the library's own allocation
    cmark_node_free(document);
    cmark_parser_free(parser);
  }
};

}  // namespace

TEST_CASE("yaml-cpp passes duplicate keys") {
  const auto events = events_of("a: 1\na: 2\n");
  CHECK(has(events, "scalar(1) 0:3 ?"));
  CHECK(has(events, "scalar(2) 1:3 ?"));
}

TEST_CASE("yaml-cpp follows aliases, also cyclic ones") {
  CHECK(has(events_of("a: &a [*a]\n"), "alias 0:7"));
}

TEST_CASE("yaml-cpp lets an unclosed quote swallow the next key") {
  CHECK(has(events_of("a: \"b\nc: d\ne: \"\n"), "scalar(b c: d e: ) 0:3 !"));
}

TEST_CASE("yaml-cpp drops all keys after a stray leading space") {
  const auto events = events_of(" a: 1\nb: 2\n");
  CHECK(has(events, "scalar(1) 0:4 ?"));
  CHECK_FALSE(has(events, "scalar(2) 1:3 ?"));
}

TEST_CASE("yaml-cpp passes bytes that are not UTF-8") {
  CHECK_NOTHROW(events_of("a: \xFF\xFE\xFF\n"));
}

TEST_CASE("yaml-cpp counts columns in bytes") {
  CHECK(has(events_of("\u00E9\u00E9: x\n"), "scalar(x) 0:6 ?"));
}

TEST_CASE("yaml-cpp places a missing value at the next token") {
  CHECK(has(events_of("a:\n\n\nb: 1\n"), "null 3:0"));
}

TEST_CASE("yaml-cpp tells quoted from plain by the tag alone") {
  CHECK(has(events_of("a: b\n"), "scalar(b) 0:3 ?"));
  CHECK(has(events_of("a: \"b\"\n"), "scalar(b) 0:3 !"));
  CHECK(has(events_of("a: |\n  b\n"), "scalar(b\n) 0:3 !"));
}

TEST_CASE("yaml-cpp reads words of YAML 1.1, quoted ones too, as true or false") {
  CHECK_FALSE(YAML::Load("no").as<bool>());
  CHECK_FALSE(YAML::Load("\"no\"").as<bool>());
}

TEST_CASE("yaml-cpp cuts a value at a hash without a word") {
  CHECK(has(events_of("title: Lesson #1\n"), "scalar(Lesson) 0:7 ?"));
}

TEST_CASE("yaml-cpp never comes to the end of a leading comma") {
  std::istringstream stream(",a\n");
  YAML::Parser parser(stream);
  Recorder recorder;
  for (int i = 0; i < 100; ++i) REQUIRE(parser.HandleNextDocument(recorder));
}

TEST_CASE("yaml-cpp loses a line end that a folded block keeps") {
  CHECK(has(events_of("a: >+\n  b\n\n"), "scalar(b\n) 0:3 !"));
}

TEST_CASE("yaml-cpp takes no tab in an empty line below a text") {
  CHECK_THROWS_AS(events_of("a: b\n\t\nc: d\n"), YAML::Exception);
}

TEST_CASE("yaml-cpp ends a text in brackets at a question mark") {
  CHECK_THROWS_AS(events_of("[https://example.org/a?b]\n"), YAML::Exception);
}

TEST_CASE("yaml-cpp takes an indented dash for more of the text above") {
  CHECK(has(events_of("- a\n - b\n"), "scalar(a - b) 0:2 ?"));
}

TEST_CASE("yaml-cpp takes keys without a space for one text") {
  CHECK(has(events_of("p:\n  start:2015\n  end:2016\n"), "scalar(start:2015 end:2016) 1:2 ?"));
}

TEST_CASE("cmark-gfm makes much HTML of a small table") {
  const std::string table =
      times(100, "|a") + "\n" + times(100, "|-") + "\n" + times(1000, "a\n");
  CHECK(Html(table).text.size() > 300 * table.size());
}

TEST_CASE("cmark-gfm copies the address of a definition for each of its links") {
  const std::string markdown =
      "[a]: " + std::string(10'000, 'x') + "\n\n" + times(200, "[a]\n\n");
  CHECK(Html(markdown).text.size() > 1'900'000);
}
