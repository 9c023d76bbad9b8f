// Findings as services that gather those of many programs read them.
//
// Source: Static Analysis Results Interchange Format (SARIF) 2.1.0,
// https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
#include <algorithm>
#include <map>
#include <ostream>
#include <string>

#include "base/hash.hpp"
#include "base/json.hpp"
#include "base/text.hpp"
#include "check/rules.hpp"
#include "tools/format/findings.hpp"

namespace baraza::tools {
namespace {

// What all addresses are relative to; the name is the usual one, for readers that know it.
constexpr std::string_view root_of_all = "%SRCROOT%";

std::string_view level_of(Severity severity) {
  switch (severity) {
    case Severity::error:
      return "error";
    case Severity::warning:
      return "warning";
    case Severity::hint:
      return "note";
  }
  return "none";
}

// The number of each rule that has findings; by code, and so in the order of the table.
using RuleNumbers = std::map<std::string, std::size_t>;

RuleNumbers number_rules(const std::vector<Diagnostic>& findings) {
  RuleNumbers rules;
  for (const Diagnostic& finding : findings)
    if (!finding.rule.empty()) rules[finding.rule] = 0;
  std::size_t number = 0;
  for (auto& [code, at] : rules) at = number++;
  return rules;
}

// Tells findings apart from run to run, also when lines were added above: by rule, file and the
// text of the line, and where these are the same, by which one of them it is.
class Fingerprints {
 public:
  explicit Fingerprints(SourceLines& lines) : lines_(lines) {}

  std::string of(const Diagnostic& finding) {
    const Place& where = finding.where;
    const std::string_view line =
        lines_.line(where.path, where.span.line).value_or(std::string_view());
    const std::string hash =
        hash_of(finding.rule + '\n' + where.path + '\n' + std::string(trim(line)));
    return hash + ":" + std::to_string(++seen_[hash]);
  }

 private:
  SourceLines& lines_;
  std::map<std::string, std::size_t> seen_;
};

// Does `text` open with a gap to fill in, such as `{0}`?
bool is_gap(std::string_view text) {
  const std::size_t end = text.find_first_not_of("0123456789", 1);
  return text.starts_with('{') && end != std::string_view::npos && end > 1 && text[end] == '}';
}

// A text that readers show as it is: what they would take for a gap to fill in or for a link,
// `[a](b)`, is parted by a space.
std::string plain(std::string_view text) {
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    result += text[i];
    if (text.substr(i, 2) == "](" || is_gap(text.substr(i))) result += ' ';
  }
  return result;
}

// As a block of code, fenced by more backticks than it has in a row.
std::string code_block(std::string_view text) {
  std::string fence = "```";
  while (text.find(fence) != std::string_view::npos) fence += '`';
  return fence + "\n" + std::string(text) + (text.ends_with('\n') ? "" : "\n") + fence + "\n";
}

class Writer {
 public:
  Writer(const FindingsReport& report, JsonWriter& json)
      : report_(report),
        json_(json),
        rules_(number_rules(report.findings)),
        fingerprints_(report.lines) {}

  void write();

 private:
  void write_tool();
  void write_rule(const std::string& code);
  void write_text_object(std::string_view key, std::string_view text) {
    json_.key(key).begin_object().key("text").value(text).end_object();
  }
  void write_result(const Diagnostic& finding);
  void write_physical_location(const Place& place);
  void write_artifact(const std::string& path);
  void write_region(std::string_view key, const Span& span);
  void write_fix(const Diagnostic& finding);

  const FindingsReport& report_;
  JsonWriter& json_;
  RuleNumbers rules_;
  Fingerprints fingerprints_;
};

void Writer::write() {
  json_.begin_object();
  json_.key("$schema").value(
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json");
  json_.key("version").value("2.1.0");
  json_.key("runs").begin_array().begin_object();
  write_tool();
  json_.key("originalUriBaseIds").begin_object().key(root_of_all).begin_object();
  write_text_object("description", "the root of the repository that holds the bank");
  json_.end_object().end_object();
  json_.key("columnKind").value("unicodeCodePoints");
  json_.key("results").begin_array();
  for (const Diagnostic& finding : report_.findings) write_result(finding);
  json_.end_array().end_object().end_array().end_object();
}

void Writer::write_tool() {
  json_.key("tool").begin_object().key("driver").begin_object();
  json_.key("name").value("baraza").key("version").value(BARAZA_VERSION);
  json_.key("semanticVersion").value(BARAZA_VERSION);
  json_.key("rules").begin_array();
  for (const auto& [code, number] : rules_) write_rule(code);
  json_.end_array().end_object().end_object();
}

void Writer::write_rule(const std::string& code) {
  json_.begin_object().key("id").value(code);
  if (const check::Rule* rule = check::find_rule(code)) {
    json_.key("name").value(rule->name);
    write_text_object("shortDescription", rule->reason);
    write_text_object("fullDescription", rule->cause);
    json_.key("help").begin_object().key("text").value(rule->fix);
    json_.key("markdown")
        .value(std::string(rule->cause) + "\n\nWrong, " +
               std::string(check::place_of(rule->example)) + ":\n\n" + code_block(rule->bad) +
               "\nRight:\n\n" + code_block(rule->good) + "\n" + std::string(rule->fix) + "\n")
        .end_object();
    json_.key("defaultConfiguration").begin_object();
    json_.key("level").value(level_of(rule->severity)).end_object();
  }
  json_.end_object();
}

void Writer::write_result(const Diagnostic& finding) {
  json_.begin_object();
  if (const auto rule = rules_.find(finding.rule); rule != rules_.end())
    json_.key("ruleId").value(finding.rule).key("ruleIndex").value(rule->second);
  json_.key("level").value(level_of(finding.severity));
  write_text_object(
      "message",
      plain(finding.hint.empty() ? finding.message : finding.message + "; " + finding.hint));
  json_.key("locations").begin_array();
  if (!finding.where.path.empty()) {
    json_.begin_object();
    write_physical_location(finding.where);
    json_.end_object();
  }
  json_.end_array();
  if (!finding.notes.empty()) {
    json_.key("relatedLocations").begin_array();
    for (std::size_t i = 0; i < finding.notes.size(); ++i) {
      json_.begin_object().key("id").value(i + 1);
      write_physical_location(finding.notes[i].where);
      write_text_object("message", plain(finding.notes[i].message));
      json_.end_object();
    }
    json_.end_array();
  }
  json_.key("partialFingerprints").begin_object();
  json_.key("barazaFinding/v1").value(fingerprints_.of(finding)).end_object();
  if (!finding.edits.empty()) write_fix(finding);
  json_.end_object();
}

void Writer::write_physical_location(const Place& place) {
  json_.key("physicalLocation").begin_object();
  write_artifact(place.path);
  if (place.span.line > 0) write_region("region", place.span);
  json_.end_object();
}

void Writer::write_artifact(const std::string& path) {
  json_.key("artifactLocation").begin_object();
  json_.key("uri").value(escape_path(report_.folder + path));
  json_.key("uriBaseId").value(root_of_all).end_object();
}

// Both count from 1, in characters, with an end that is the position behind the last.
void Writer::write_region(std::string_view key, const Span& span) {
  json_.key(key).begin_object().key("startLine").value(span.line);
  if (span.column > 0) json_.key("startColumn").value(span.column);
  const bool forward = span.end_line > span.line ||
                       (span.end_line == span.line && span.end_column >= span.column);
  if (forward) json_.key("endLine").value(span.end_line);
  if (forward && span.end_column > 0) json_.key("endColumn").value(span.end_column);
  json_.end_object();
}

void Writer::write_fix(const Diagnostic& finding) {
  json_.key("fixes").begin_array().begin_object();
  write_text_object("description",
                    plain(finding.hint.empty() ? finding.message : finding.hint));
  json_.key("artifactChanges").begin_array().begin_object();
  write_artifact(finding.where.path);
  json_.key("replacements").begin_array();
  for (const Edit& edit : finding.edits) {
    json_.begin_object();
    // Lines and columns know no byte order mark, so it is named by its bytes.
    const bool mark = edit.span.line == 1 && edit.span.column == 0 && edit.text.empty();
    if (mark)
      json_.key("deletedRegion")
          .begin_object()
          .key("byteOffset")
          .value(0)
          .key("byteLength")
          .value(3)
          .end_object();
    else
      write_region("deletedRegion", edit.span);
    if (!edit.text.empty()) write_text_object("insertedContent", edit.text);
    json_.end_object();
  }
  json_.end_array().end_object().end_array().end_object().end_array();
}

}  // namespace

Status write_sarif(const FindingsReport& report, const Env& env) {
  JsonWriter json(true);
  Writer(report, json).write();
  env.out << json.text() << '\n';
  return Done{};
}

}  // namespace baraza::tools
