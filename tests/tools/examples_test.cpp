// The examples of every rule do what `baraza explain` says of them: the bad one, put into a
// bank that is good otherwise, gives the finding, and the good one gives none and makes a site.
#include "tests/tools/examples.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "base/file.hpp"
#include "base/text.hpp"
#include "check/check_since.hpp"
#include "render/site.hpp"
#include "render/template_set.hpp"
#include "tests/tools/scratch.hpp"
#include "tools/load.hpp"
#include "tools/site_templates.hpp"

namespace baraza::test {
namespace {

namespace fs = std::filesystem;
using check::Example;
using check::Rule;

// Rules whose examples only tell of what they are about, and why no text can be it. Golden
// scripts show them. A rule goes from here once its examples do what they say.
struct Untold {
  std::string_view code;
  std::string_view why;
};
constexpr Untold untold[] = {
    {"E117", "a reader is stopped after 20 seconds, which no run of the tests has"},
    {"E333", "the bytes of a picture say nothing to a reader"},
};

bool is_untold(const Rule& rule) {
  return std::any_of(std::begin(untold), std::end(untold),
                     [&](const Untold& one) { return one.code == rule.code; });
}

// Is an example a case alone, which many can share a bank with?
bool is_case(const Rule& rule) {
  return rule.example == Example::fields || rule.example == Example::body ||
         rule.example == Example::record;
}

void write_file(const fs::path& root, const ExampleFile& file) {
  const fs::path path = (root / file.path).lexically_normal();
  fs::create_directories(file.folder ? path : path.parent_path());
  if (!file.link_to.empty())
    fs::create_symlink(file.link_to, path);
  else if (!file.folder)
    std::ofstream(path, std::ios::binary) << file.bytes;
}

// A bank with these files; `well.jpg` stands beside every case of Kenya.
void write_bank(const fs::path& root, const std::vector<ExampleFile>& files) {
  write_file(root, {.path = "cases/bank.yaml", .bytes = "title: Bank\n"});
  write_file(root, {.path = "cases/kenya/well.jpg", .bytes = "a picture"});
  write_file(root, {.path = ".baraza"});  // in the way of a cache, which would cost most of all
  for (const ExampleFile& file : files) write_file(root, file);
}

Result<tools::LoadedBank> load(const fs::path& root, const tools::Overlay& overlay = {}) {
  std::ostringstream out;
  std::ostringstream err;
  return tools::load_bank({.out = out, .err = err, .start = root.string(), .today = 20261201},
                          tools::Depth::cards, overlay);
}

// What only making the site finds, as build does.
void build(tools::LoadedBank& loaded) {
  const render::Templates templates =
      tools::read_templates(loaded.root, loaded.bank.settings.language(), loaded.found);
  std::vector<render::TemplateSource> sources;
  for (const auto& [name, page] : templates.pages)
    sources.push_back({name, page.path, page.text});
  render::make_template_set(std::move(sources), render::Mode::strict, loaded.found);
  if (loaded.found.has_errors()) return;
  const render::SiteOptions options = {
      .read_asset = [](const std::string&) -> Result<std::string> { return std::string("x"); }};
  const Status made = render::render_site(loaded.bank, loaded.reader(), templates, options,
                                          [](const File&) -> Status { return Done{}; });
  if (!made) loaded.found.add(made.error());
}

// The findings of a bank that holds an example and nothing else.
std::vector<Diagnostic> findings_alone(const Rule& rule, std::string_view example) {
  std::vector<ExampleFile> now = files_of(rule, example, "cases/kenya/wells.md");
  std::vector<ExampleFile> before;
  std::copy_if(now.begin(), now.end(), std::back_inserter(before),
               [](const ExampleFile& file) { return file.before; });
  std::erase_if(now, [](const ExampleFile& file) { return file.before; });
  const ScratchFolder scratch;
  write_bank(scratch.path / "bank", now);
  Result<tools::LoadedBank> loaded = load(scratch.path / "bank");
  REQUIRE(loaded.has_value());
  if (!before.empty()) {
    write_bank(scratch.path / "before", before);
    const Result<tools::LoadedBank> earlier = load(scratch.path / "before");
    REQUIRE(earlier.has_value());
    check::check_since(earlier->bank.cards, "main", loaded->bank, loaded->found);
  }
  build(*loaded);
  return loaded->found.sorted();
}

bool gives(const std::vector<Diagnostic>& findings, const Rule& rule) {
  return std::any_of(findings.begin(), findings.end(), [&](const Diagnostic& one) {
    return one.rule == rule.code && one.severity == rule.severity;
  });
}

std::string told(const std::vector<Diagnostic>& findings) {
  std::string text;
  for (const Diagnostic& one : findings)
    if (text.size() < 1000)
      text += one.where.path + ":" + std::to_string(one.where.span.line) + " " + one.rule +
              " " + one.message + "; " + one.hint + "\n";
  return text;
}

void check_bad(const Rule& rule, const std::vector<Diagnostic>& findings) {
  CAPTURE(rule.code);
  INFO(told(findings));
  CHECK(gives(findings, rule));
}

// A hint may remain, such as that a translation should keep hashes.
bool is_clean(const std::vector<Diagnostic>& findings, const Rule& rule) {
  return std::none_of(findings.begin(), findings.end(), [&](const Diagnostic& one) {
    return one.rule == rule.code || one.severity != Severity::hint;
  });
}

void check_good(const Rule& rule, const std::vector<Diagnostic>& findings) {
  CAPTURE(rule.code);
  INFO(told(findings));
  CHECK(is_clean(findings, rule));
}

std::string case_path_of(const Rule& rule) {
  return "cases/kenya/" + to_lower(rule.code) + ".md";
}

// The findings of a bank in which each of these examples is a case of its own.
std::vector<Diagnostic> findings_together(std::string_view Rule::*example) {
  const ScratchFolder scratch;
  write_bank(scratch.path, {});
  tools::Overlay overlay;
  for (const Rule& rule : check::rules())
    if (is_case(rule))
      for (ExampleFile& file : files_of(rule, rule.*example, case_path_of(rule)))
        overlay[file.path] = std::move(file.bytes);
  const Result<tools::LoadedBank> loaded = load(scratch.path, overlay);
  REQUIRE(loaded.has_value());
  return loaded->found.sorted();
}

std::vector<Diagnostic> of_rule(const std::vector<Diagnostic>& findings, const Rule& rule) {
  std::vector<Diagnostic> own;
  std::copy_if(findings.begin(), findings.end(), std::back_inserter(own),
               [&](const Diagnostic& one) { return one.where.path == case_path_of(rule); });
  return own;
}

}  // namespace

TEST_CASE("the examples of rules about a case are what they say") {
  const std::vector<Diagnostic> bad = findings_together(&Rule::bad);
  const std::vector<Diagnostic> good = findings_together(&Rule::good);
  for (const Rule& rule : check::rules()) {
    if (!is_case(rule)) continue;
    check_bad(rule, of_rule(bad, rule));
    check_good(rule, of_rule(good, rule));
  }
}

TEST_CASE("the examples of all other rules are what they say") {
  for (const Rule& rule : check::rules()) {
    if (is_case(rule) || is_untold(rule)) continue;
    check_bad(rule, findings_alone(rule, rule.bad));
    check_good(rule, findings_alone(rule, rule.good));
  }
}

TEST_CASE("no rule is excused whose examples are what they say") {
  for (const Untold& one : untold) {
    CAPTURE(one.code);
    CHECK_FALSE(one.why.empty());
    const Rule* rule = check::find_rule(one.code);
    REQUIRE(rule != nullptr);
    CHECK_FALSE(gives(findings_alone(*rule, rule->bad), *rule));
  }
}

}  // namespace baraza::test
