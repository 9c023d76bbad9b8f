#include "tests/tools/examples.hpp"

#include <utility>

#include "base/text.hpp"
#include "tests/tools/good_case.hpp"

namespace baraza::test {
namespace {

using check::Example;
using Fields = std::vector<std::pair<std::string, std::string>>;  // each with its lines

constexpr std::string_view good_body = "Villages took care of their wells.\n";

// The fields of a record of this path that has no finding.
Fields good_fields(const std::string& path) {
  if (path.starts_with("cases/insights/"))
    return {{"schema", "schema: insight/1\n"},
            {"kind", "kind: insight\n"},
            {"title", "title: People speak where somebody must answer.\n"},
            {"summary", "summary: Two cases bear on it.\n"},
            {"state", "state: open\n"},
            {"authors", "authors: [{name: Amina Otieno}]\n"}};
  if (path.starts_with("cases/digest/"))
    return {{"schema", "schema: digest/1\n"},
            {"kind", "kind: digest\n"},
            {"title", "title: Why wells stop\n"},
            {"summary", "summary: A review of wells.\n"},
            {"url", "url: https://example.org/wells\n"}};
  if (path.ends_with(".sw.md"))
    return {{"schema", "schema: translation/1\n"},
            {"translation_of", "translation_of: wells\n"},
            {"title", "title: Visima vinavyodumu\n"},
            {"summary", "summary: Vijiji vilitunza visima vyao.\n"}};
  Fields fields = good_case;
  for (auto& [name, lines] : fields)
    if (name == "countries")  // any of them may be named in an example
      lines = "countries: [ghana, india, indonesia, kenya, south-africa, tanzania]\n";
  return fields;
}

// Those of the good fields that `yaml` neither has nor leaves out.
std::string rest_of(const std::string& path, std::string_view yaml) {
  std::string rest;
  const std::string lines = "\n" + std::string(yaml);
  for (const auto& [field, text] : good_fields(path))
    if (lines.find("\n" + field + ":") == std::string::npos &&
        lines.find("\n# no " + field) == std::string::npos)
      rest += text;
  return rest;
}

// What ends its last line.
std::string ended(std::string text) {
  if (!text.empty() && !text.ends_with('\n')) text += '\n';
  return text;
}

std::string record_of(const std::string& path, const std::string& yaml, std::string body) {
  return "---\n" + ended(yaml) + rest_of(path, yaml) + "---\n\n" + ended(std::move(body));
}

// A whole file of a case, in which the fields that are left out follow on its title.
std::string completed(const std::string& path, std::string text) {
  const std::size_t title = text.find("title:");
  const std::size_t end = text.find('\n', title);
  if (title == std::string::npos || end == std::string::npos) return text;
  return text.insert(end + 1, rest_of(path, text));
}

// The indented lines below a path.
std::string content_of(const std::string& path, const std::string& lines) {
  const bool record = path.starts_with("cases/") && path.ends_with(".md");
  if (!record) return lines;
  const std::string fence = "---\n";
  const std::size_t at = lines.starts_with(fence) ? 0 : lines.find("\n" + fence);
  if (at == std::string::npos) return record_of(path, lines, std::string(good_body));
  const std::size_t fields = at == 0 ? 0 : at + 1;
  return record_of(path, lines.substr(0, fields), lines.substr(fields + fence.size()));
}

ExampleFile file_of(std::string_view line) {
  ExampleFile file;
  file.before = line.starts_with("was: ");
  if (file.before || line.starts_with("now: ")) line.remove_prefix(5);
  if (const std::size_t arrow = line.find(" -> "); arrow != std::string_view::npos) {
    file.link_to = line.substr(arrow + 4);
    line = line.substr(0, arrow);
  }
  file.folder = line.ends_with('/');
  if (file.folder) line.remove_suffix(1);
  file.path = line;
  return file;
}

std::vector<ExampleFile> listed_files(const std::string& example) {
  std::vector<ExampleFile> files;
  for (const std::string_view line : lines_of(example)) {
    if (line.starts_with("  "))
      files.back().bytes += std::string(line.substr(2)) + "\n";
    else
      files.push_back(file_of(line));
  }
  for (ExampleFile& file : files) file.bytes = content_of(file.path, file.bytes);
  return files;
}

}  // namespace

std::vector<ExampleFile> files_of(const check::Rule& rule, std::string_view example,
                                  const std::string& case_path) {
  const std::string text = check::spelled_out(example);
  switch (rule.example) {
    case Example::fields:
      return {{.path = case_path, .bytes = record_of(case_path, text, std::string(good_body))}};
    case Example::body:
      return {{.path = case_path, .bytes = record_of(case_path, "", text)}};
    case Example::record:
      return {{.path = case_path, .bytes = completed(case_path, text)}};
    case Example::files:
    case Example::history:
      return listed_files(text);
    case Example::settings:
      return {{.path = "cases/bank.yaml", .bytes = "title: Bank\n" + ended(text)}};
    case Example::schema:
      return {{.path = "schemas/case.schema.yaml", .bytes = ended(text)}};
    case Example::vocabulary:
      return {{.path = "schemas/vocabularies/sectors.yaml", .bytes = ended(text)}};
    case Example::page:
      return {{.path = "templates/case.html", .bytes = ended(text)},
              {.path = case_path, .bytes = record_of(case_path, "", std::string(good_body))}};
  }
  return {};
}

}  // namespace baraza::test
