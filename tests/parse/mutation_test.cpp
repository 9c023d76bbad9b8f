// Nothing crashes, hangs or loops on what a careless hand or a broken disk makes of a file.
// The same inputs each time: the generator is a fixed one.

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include "base/text.hpp"
#include "parse/case_file.hpp"
#include "parse/markdown.hpp"
#include "parse/yaml.hpp"
#include "tests/edited.hpp"
#include "told.hpp"

using namespace baraza;

namespace {

// xorshift64*, https://en.wikipedia.org/wiki/Xorshift
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}
  std::size_t below(std::size_t limit) {
    state_ ^= state_ >> 12U;
    state_ ^= state_ << 25U;
    state_ ^= state_ >> 27U;
    return static_cast<std::size_t>((state_ * 2685821657736338717ULL) >> 33U) % limit;
  }

 private:
  std::uint64_t state_;
};

const std::vector<std::string> seeds = {
    "---\ntitle: \"Wells: é\"\nsummary: >-\n  a b\n  c # d\ncountries: [kenya, 'x']\nperiod: "
    "{start: 2015, "
    "end: 2016~}\nlessons:\n  - id: one\n    claim: it's\n    detail: |\n      a "
    "[b](c.md)[^1]\n\n      "
    "[^1]: n\n    sources: [s1]\n  - id: two\n---\n\n# A\n\n| a | b |\n|---|---|\n| [x](y) | z "
    "|\n",
    "---\na:\n- b: 1\n  c:\n    - ~\n    - null\n- \"q\n  r\"\nd: {e: [f, {g: h}], i: "
    "'j''k'}\nl: |2-\n    "
    "m\n---\n> q *e* **s** ~~d~~ `c` ![i](j.png) <b> &amp; www.a.org a@b.org\n\n- l\n  1. "
    "m\n\n```\ncode\n```\n",
    "---\nx: y\n---\n[a]: b 'c'\n[a] [a][a] [^n] \\[x] ***\n\n[^n]: t\n\n    u\n<!-- c -->\n",
};

const std::vector<std::string_view> tokens = {"\n",      " ",
                                              "  ",      "\t",
                                              ":",       ": ",
                                              "- ",      "-",
                                              "---\n",   "...\n",
                                              "? ",      "[",
                                              "]",       "{",
                                              "}",       ",",
                                              "#",       " #",
                                              "&a ",     "*a",
                                              "!t ",     "|",
                                              ">",       "|2",
                                              "\"",      "'",
                                              "\\",      "%",
                                              "@",       "`",
                                              "```\n",   "~~~",
                                              "*",       "**",
                                              "_",       "<",
                                              "<!--",    "](",
                                              "![",      "[^1]",
                                              "[^1]: ",  "\xC2\xA0",
                                              "é",       "\xE2\x80\xA8",
                                              "\xFF",    "\r",
                                              "\r\n",    "|-|\n",
                                              "| ",      "> ",
                                              "1. ",     "~",
                                              "null",    "\xEF\xBB\xBF",
                                              "&",       "www.",
                                              "http://", "<a",
                                              "\\u00",   "\x04",
                                              "\x01"};

std::string mutate(std::string text, Random& random) {
  const std::size_t changes = 1 + random.below(4);
  for (std::size_t i = 0; i < changes; ++i) {
    const std::size_t at = random.below(text.size() + 1);
    const std::size_t length = random.below(12);
    switch (random.below(5)) {
      case 0:
        text.erase(at, length);
        break;
      case 1:
        text.insert(at, text.substr(random.below(text.size() + 1), length));
        break;
      case 2:
        text.resize(at);
        break;
      default:
        text.insert(at, tokens[random.below(tokens.size())]);
    }
  }
  return text;
}

bool within(const Span& span, int lines) {
  if (span.line == 0) return true;
  return span.line >= 1 && span.line <= lines && span.column >= 0 &&
         span.end_line >= span.line && span.end_line <= lines &&
         (span.end_line > span.line || span.end_column >= span.column);
}

bool places_are_within(const content::Node& node, int lines) {
  if (!within(node.span, lines)) return false;
  if (node.is_map() && node.keys.size() != node.children.size()) return false;
  for (const content::Node& child : node.children) {
    if (!places_are_within(child, lines)) return false;
  }
  return true;
}

void check_record(const std::string& bytes) {
  CAPTURE(bytes);
  Diagnostics found;
  const parse::Document document = parse::parse_record(bytes, "x.md", found);
  const int lines = static_cast<int>(std::count(bytes.begin(), bytes.end(), '\n')) + 1;
  REQUIRE(places_are_within(document.front, lines));
  for (const Diagnostic& one : found.all()) {
    REQUIRE(within(one.where.span, lines));
    REQUIRE(one.rule.size() == 4);
  }
  for (const content::Slot& slot : document.body.slots) {
    REQUIRE(document.body.html.substr(slot.offset - 2, 3) == "=\"\"");
    REQUIRE(slot.link < document.body.links.size());
  }
  if (document.front.is_broken()) REQUIRE(found.has_errors());
}

}  // namespace

TEST_CASE("no change to a record crashes its reader or is placed outside the file") {
  Random random(20240229);
  for (int round = 0; round < 3000; ++round) {
    check_record(mutate(seeds[static_cast<std::size_t>(round) % seeds.size()], random));
  }
}

TEST_CASE("no bytes crash the readers, even bytes that are checked for before") {
  Random random(7);
  for (int round = 0; round < 1500; ++round) {
    std::string text;
    const std::size_t length = random.below(60);
    for (std::size_t i = 0; i < length; ++i) {
      if (random.below(3) == 0) {
        text += static_cast<char>(random.below(256));
      } else {
        text += tokens[random.below(tokens.size())];
      }
    }
    Diagnostics found;
    const content::Node node = parse::parse_yaml(text, "x", 1, {}, found);
    const content::Body body = parse::parse_markdown(text, "x", 1, {}, found);
    CHECK(body.slots.size() <= body.links.size());
    CHECK(places_are_within(node,
                            static_cast<int>(std::count(text.begin(), text.end(), '\n')) + 1));
  }
}

TEST_CASE("a value broken by a change leaves the other keys as they were") {
  const std::string text = "a: [1, 2]\nb: {c: d}\ne: \"f\"\n";
  Random random(3);
  for (int round = 0; round < 1000; ++round) {
    std::string changed = text;
    changed.insert(13 + random.below(6),
                   tokens[10 + random.below(25)]);  // within the line of b
    CAPTURE(changed);
    if (changed.find('\n', 10) != changed.rfind("\ne:")) continue;
    Diagnostics found;
    const content::Node root = parse::parse_yaml(changed, "x", 1, {}, found);
    REQUIRE(root.find("a") != nullptr);
    CHECK(root.find("a")->children.size() == 2);
    CHECK(root.text_of("e") == "f");
  }
}

namespace {

// The value without its places.
std::string words_of(const content::Node& node) {
  std::string words = std::to_string(static_cast<int>(node.kind)) + node.text + "(";
  for (std::size_t i = 0; i < node.children.size(); ++i) {
    if (node.is_map()) words += node.keys[i].name + ":";
    words += words_of(node.children[i]) + ",";
  }
  return words + ")";
}

// A finding has gone when the edits it offers are made, and no other field is read anew.
void check_edits(const std::string& text) {
  if (text.find("\uFEFF") != std::string::npos) return;  // the library reads it anyhow
  Diagnostics found;
  const content::Node root = parse::parse_yaml(text, "x", 1, {}, found);
  for (const Diagnostic& one : found.all()) {
    if (one.edits.empty()) continue;
    const std::string after = test::edited(text, one.edits);
    CAPTURE(text);
    CAPTURE(after);
    CAPTURE(one.rule);
    Diagnostics left;
    const content::Node mended = parse::parse_yaml(after, "x", 1, {}, left);
    for (const Diagnostic& other : left.all())
      CHECK_FALSE((other.rule == one.rule && other.where == one.where));
    for (std::size_t i = 0; i < root.keys.size() && root.is_map(); ++i) {
      if (root.children[i].is_broken() || root.children[i].kind == content::Node::Kind::null)
        continue;
      const content::Node* same = mended.find(root.keys[i].name);
      CHECK((same != nullptr && words_of(*same) == words_of(root.children[i])));
    }
  }
}

}  // namespace

TEST_CASE("an edit takes its finding away and leaves the other fields as they were") {
  const std::string good =
      "title: Wells in Kitui\nsummary: 'Water''s here'\ntags: [a, b]\nperiod: {start: 2015, "
      "end: "
      "2016}\nlessons:\n  - id: one\n    claim: \"Pay: first\"\n    detail: |\n      a b\n  - "
      "id: "
      "two\n    claim: c\nsources:\n  - s1\n  - s2\nlast: x\n";
  Random random(11);
  for (int round = 0; round < 20000; ++round) check_edits(mutate(good, random));
}
