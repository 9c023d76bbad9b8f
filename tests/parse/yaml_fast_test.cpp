// The fast reader says what yaml-cpp says, of every YAML of the repository and of whatever a
// careless hand makes of it. The same changes each time: the generator is a fixed one.
#include "parse/yaml_fast.hpp"

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

#include "base/text.hpp"
#include "parse/front_matter.hpp"
#include "parse/yaml_scan.hpp"
#include "parse/yaml_tree.hpp"
#include "told.hpp"

using namespace baraza;
using content::Node;

namespace {

constexpr int max_depth = 64;

struct Source {
  std::string name = {};
  std::string text = {};
};

std::string read_bytes(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

// The YAML of one file: all of it, or its front matter.
void add_yaml(const std::string& name, const std::string& bytes, std::vector<Source>& sources) {
  if (name.ends_with(".yaml")) sources.push_back({name, parse::with_lf(bytes)});
  if (!name.ends_with(".md")) return;
  const auto split = parse::split_front_matter(bytes, name);
  if (split.has_value()) sources.push_back({name, parse::with_lf(split->front_matter)});
}

std::vector<Source> yaml_in(const std::string& folder) {
  std::vector<Source> sources;
  const std::filesystem::path root = std::filesystem::path(BARAZA_SOURCE_DIR) / folder;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(root)) {
    if (!entry.is_regular_file() || entry.path().filename() == "README.md") continue;
    add_yaml(entry.path().string(), read_bytes(entry.path()), sources);
  }
  std::sort(sources.begin(), sources.end(),
            [](const Source& a, const Source& b) { return a.name < b.name; });
  return sources;
}

// The files that stand in golden scripts below `-- name --`.
std::vector<Source> yaml_in_scripts() {
  std::vector<Source> sources;
  std::vector<std::filesystem::path> scripts;
  const std::filesystem::path root = std::filesystem::path(BARAZA_SOURCE_DIR) / "tests/golden";
  for (const auto& entry : std::filesystem::directory_iterator(root)) {
    scripts.push_back(entry.path());
  }
  std::sort(scripts.begin(), scripts.end());
  for (const std::filesystem::path& script : scripts) {
    const std::string bytes = read_bytes(script);
    std::size_t at = bytes.find("\n-- ");
    while (at != std::string::npos) {
      const std::size_t line = bytes.find('\n', at + 1);
      if (line == std::string::npos) break;
      const std::size_t next = bytes.find("\n-- ", line);
      const std::string name(
          trim(std::string_view(bytes).substr(at + 4, line - at - 6)));  // without its dashes
      const std::size_t end = next == std::string::npos ? bytes.size() : next + 1;
      add_yaml(name, bytes.substr(line + 1, end - line - 1), sources);
      at = next;
    }
  }
  return sources;
}

std::vector<Source> all_sources() {
  std::vector<Source> sources = yaml_in("schemas");
  for (Source& source : yaml_in("cases")) sources.push_back(std::move(source));
  for (Source& source : yaml_in("templates")) sources.push_back(std::move(source));
  for (Source& source : yaml_in_scripts()) sources.push_back(std::move(source));
  return sources;
}

struct Told {
  bool answered = false;
  Node node = {};
  std::string findings = {};
};

Told told_by_fast(const parse::Positions& positions, std::size_t begin, std::size_t end) {
  Diagnostics found;
  const std::string path = "x";
  parse::Findings findings(positions, path, found);
  auto node = parse::read_fast(begin, end, max_depth, findings);
  if (!node) return {};
  return {true, *std::move(node), parse::told(found)};
}

Told told_by_library(const parse::Positions& positions, std::size_t begin, std::size_t end) {
  Diagnostics found;
  const std::string path = "x";
  parse::Findings findings(positions, path, found);
  parse::TreeResult result = parse::read_tree(begin, end, max_depth, findings);
  return {result.ok, std::move(result.node), parse::told(found)};
}

// Compares both readers where the fast one answers; counts its answers.
void compare(const parse::Positions& positions, std::size_t begin, std::size_t end,
             int& answers) {
  const Told fast = told_by_fast(positions, begin, end);
  if (!fast.answered) return;
  ++answers;
  const Told library = told_by_library(positions, begin, end);
  const bool equal = library.answered && library.node == fast.node;
  if (equal && library.findings == fast.findings) return;
  CAPTURE(positions.text().substr(begin, end - begin));
  CHECK(library.answered);
  CHECK(library.node == fast.node);
  CHECK(library.findings == fast.findings);
}

// Compares the text whole where it has no mistake, else each piece that has none.
int compare_all(const std::string& text) {
  int answers = 0;
  const parse::Positions positions(text, 1);
  Diagnostics found;
  const std::string path = "x";
  parse::Findings findings(positions, path, found);
  const parse::YamlScan scan = parse::scan_yaml(text, max_depth, findings);
  if (scan.clean) compare(positions, 0, text.size(), answers);
  for (const parse::Piece& piece : scan.pieces) {
    if (!scan.clean && !piece.broken) compare(positions, piece.begin, piece.end, answers);
  }
  return answers;
}

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

constexpr std::string_view signs[] = {
    " ",      " ",     "  ",     "\n",       "\n",     "\n\n", "\t",    "\"",   "'",    "''",
    "\\",     "\\n",   ":",      ": ",       ":\n",    "-",    "- ",    "#",    " #",   "[",
    "]",      "{",     "}",      ",",        "|",      ">",    "|-\n",  ">-\n", ">\n",  "|+\n",
    "|\n",    "~",     "null",   "?",        "*",      "&",    "!",     "%",    "@",    "`",
    "---\n",  "a",     "é",      "1",        "true",   "\r",   "\\x41", "\\\n", "\n  ", "\n- ",
    "\n  - ", "\na: ", "\n    ", "\xC2\xA0", "null: ", "...\n"};

std::string random_line(const std::string& text, Random& random) {
  const std::size_t at = text.rfind('\n', random.below(text.size() + 1));
  const std::size_t begin = at == std::string::npos ? 0 : at + 1;
  return text.substr(begin, text.find('\n', begin) - begin) + "\n";
}

// One change: bytes, a sign, or a whole line.
void change(std::string& text, Random& random) {
  const std::size_t at = random.below(text.size() + 1);
  const std::size_t newline = text.find('\n', at);
  const std::size_t line = newline == std::string::npos ? text.size() : newline;
  switch (random.below(10)) {
    case 0:
      text.erase(at, 1 + random.below(4));
      break;
    case 1:
      text.erase(line, 1);  // joins two lines
      break;
    case 2:
      if (line < text.size()) text.insert(line + 1, random.below(2) == 0 ? " " : "  ");
      break;
    case 3:
      if (line < text.size() && line + 1 < text.size()) text.erase(line + 1, 1);
      break;
    case 4:
      if (line < text.size()) text.insert(line + 1, random_line(text, random));
      break;
    case 5:
      if (at < text.size()) text[at] = signs[random.below(std::size(signs))][0];
      break;
    case 6:
      text.insert(line, signs[random.below(std::size(signs))]);
      break;
    case 7:
      text.resize(at);
      break;
    default:
      text.insert(at, signs[random.below(std::size(signs))]);
  }
}

// Short stretches of the sources, cut where a top-level entry begins, and some texts with all
// that a writer may use.
std::vector<std::string> seeds() {
  std::vector<std::string> all = {
      "a: |\n  b\n\n   c\n\nd: >-\n  e\n  f\n\n  g\n   h\n\n  i\nj: |+\n  k\n\nl: >\n\n  m\n",
      "a: \"b \\\n  c\\n\n\n  d\"\ne: 'f''g\n  h'\ni: j\n  k\n\n  l # m\n",
      "a: [b, 'c', {d: e, \"f\":g, h, i: }, [j,\n  k] # l\n  ,m]\nn: {}\no: []\n",
      "a:\n- b\n- - c\n  - d\n-\n- e: f\n  g:\n    - h\n  i:\n  -\n  - ~\n  - null\n\"j\": k\n",
      "- a\n-   b: 1\n    c: 1.5\n- \"d\": true\n- |\n  e\n-\n  f: g\n-\n  - h\n- [i]\n",
      "  a: 1\n  # b\n  c:\n    d\n    e\n\n  f:\n    \"g\"\n  h:\n    [i]\n  a: 2\n",
      "a: -b\nc: :d\ne: f:g\nh: i#j\nk: l'm\"n\no: [-p, q:r, s'\"t]\n'u' : v\n",
  };
  for (const Source& source : all_sources()) {
    std::string piece;
    for (const std::string_view line : lines_of(source.text)) {
      const bool entry = !line.empty() && line[0] != ' ' && line[0] != '#';
      if (entry && piece.size() > 150) {
        all.push_back(std::move(piece));
        piece.clear();
      }
      if (piece.size() < 600) piece += std::string(line) + "\n";
    }
    all.push_back(std::move(piece));
  }
  return all;
}

constexpr int rounds = 12'000;
constexpr std::uint64_t first_seed = 20240512;

}  // namespace

TEST_CASE("the fast reader answers for every schema, vocabulary, case and text of the bank") {
  for (const char* folder : {"schemas", "cases", "templates"}) {
    const std::vector<Source> sources = yaml_in(folder);
    CHECK(!sources.empty());
    for (const Source& source : sources) {
      CAPTURE(source.name);
      CHECK(compare_all(source.text) == 1);
    }
  }
}

TEST_CASE("the fast reader says what yaml-cpp says of every file in a golden script") {
  int answers = 0;
  const std::vector<Source> sources = yaml_in_scripts();
  for (const Source& source : sources) {
    CAPTURE(source.name);
    answers += compare_all(source.text);
  }
  CHECK(answers > static_cast<int>(sources.size()) * 3 / 4);
}

TEST_CASE("the fast reader says what yaml-cpp says of texts that are changed at random") {
  const std::vector<std::string> texts = seeds();
  Random random(first_seed);
  int answers = 0;
  for (int round = 0; round < rounds; ++round) {
    std::string text = texts[round % 3 == 0 ? random.below(7) : random.below(texts.size())];
    const std::size_t changes = 1 + random.below(4);
    for (std::size_t i = 0; i < changes; ++i) change(text, random);
    answers += compare_all(text);
  }
  CHECK(answers > rounds / 3);
}

TEST_CASE("the fast reader says what yaml-cpp says of signs in any order") {
  Random random(first_seed + 1);
  int answers = 0;
  for (int round = 0; round < rounds; ++round) {
    std::string text = random.below(2) == 0 ? "a: " : "a:\n";
    const std::size_t length = random.below(12);
    for (std::size_t i = 0; i < length; ++i) text += signs[random.below(std::size(signs))];
    answers += compare_all(text);
  }
  CHECK(answers > rounds / 20);
}
