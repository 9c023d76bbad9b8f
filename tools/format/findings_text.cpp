// Findings as a person reads them on a terminal.
#include <algorithm>
#include <map>
#include <ostream>
#include <set>

#include "base/text.hpp"
#include "tools/format/excerpt.hpp"
#include "tools/format/findings.hpp"
#include "tools/format/wrap.hpp"

namespace baraza::tools {
namespace {

class Finding {
 public:
  Finding(const Diagnostic& finding, SourceLines& lines, const Env& env)
      : finding_(finding), lines_(lines), env_(env), paint_{env.colour_err} {
    int last = 1;
    const auto see = [&](const Span& span) {
      last = std::max({last, span.line, span.end_line});
    };
    see(finding.where.span);
    for (const Note& note : finding.notes) see(note.where.span);
    style_ = {.number_width = std::to_string(last).size(),
              .width = env.width,
              .paint = paint_,
              .colour = colour::of(finding.severity)};
  }

  void write() {
    write_head();
    write_places();
    write_line_of_words("help: ", finding_.hint);
    env_.err << '\n';
  }

 private:
  void write_head();
  void write_places();
  void write_note(const Note& note, bool with_line);
  // ` = help: ` and what it says, as many lines as it takes
  void write_line_of_words(std::string_view label, std::string_view words);

  const Diagnostic& finding_;
  SourceLines& lines_;
  const Env& env_;
  Paint paint_;
  ExcerptStyle style_;
};

void Finding::write_head() {
  const std::string kind =
      name_of(finding_.severity) + (finding_.rule.empty() ? "" : " " + finding_.rule);
  std::string text = hung(kind + ": ", visible(finding_.message), env_.width);
  text.pop_back();  // the line's end stays outside of the colour
  env_.err << paint_(style_.colour, kind) << paint_(colour::bold, text.substr(kind.size()))
           << '\n';
}

// All places of one file in one block, the others below.
void Finding::write_places() {
  const Place& where = finding_.where;
  std::vector<bool> told(finding_.notes.size() + 1, false);
  if (!where.path.empty()) {
    env_.err << std::string(style_.number_width, ' ') << paint_(colour::blue, "--> ")
             << place_text(where) << '\n';
    std::vector<Mark> marks = {{.span = where.span}};
    for (const Note& note : finding_.notes)
      marks.push_back({.span = note.where.path == where.path ? note.where.span : Span{},
                       .label = note.message,
                       .primary = false});
    told = write_excerpt(where.path, marks, lines_, style_, env_.err);
  }
  for (std::size_t i = 0; i < finding_.notes.size(); ++i) {
    const Note& note = finding_.notes[i];
    if (!told[i + 1]) write_note(note, note.where.path != where.path);
  }
}

void Finding::write_note(const Note& note, bool with_line) {
  write_line_of_words("", note.message + ": " + place_text(note.where));
  if (!with_line) return;
  ExcerptStyle style = style_;
  style.colour = colour::blue;
  write_excerpt(note.where.path, {{.span = note.where.span, .primary = false}}, lines_, style,
                env_.err);
}

void Finding::write_line_of_words(std::string_view label, std::string_view words) {
  if (words.empty()) return;
  const std::string margin(style_.number_width, ' ');
  const std::string text =
      hung(margin + " = " + std::string(label), visible(words), env_.width);
  env_.err << margin << paint_(colour::blue, " = ") << text.substr(margin.size() + 3);
}

// Which findings there is room for: errors before warnings before hints, then in their order.
std::vector<bool> choose(const std::vector<Diagnostic>& findings, const TextLimits& limits) {
  std::vector<bool> chosen(findings.size(), false);
  std::map<std::string_view, std::size_t> in_file;
  std::size_t all = 0;
  for (const Severity severity : {Severity::error, Severity::warning, Severity::hint}) {
    for (std::size_t i = 0; i < findings.size() && all < limits.in_a_run; ++i) {
      if (findings[i].severity != severity) continue;
      std::size_t& count = in_file[findings[i].where.path];
      if (count == limits.in_a_file) continue;
      ++count;
      ++all;
      chosen[i] = true;
    }
  }
  return chosen;
}

// `for more about an error: baraza explain E203`, of the first of the worst that are shown;
// where there are several codes, that is only an example.
void write_explain(const std::vector<Diagnostic>& findings, std::ostream& out) {
  const Diagnostic* worst = nullptr;
  for (const Diagnostic& finding : findings)
    if (!finding.rule.empty() && (worst == nullptr || finding.severity < worst->severity))
      worst = &finding;
  if (worst == nullptr) return;
  const bool several = std::any_of(
      findings.begin(), findings.end(),
      [&](const Diagnostic& one) { return !one.rule.empty() && one.rule != worst->rule; });
  if (several) {
    out << "for more about one of them: baraza explain with its code, such as baraza explain "
        << worst->rule << " (the marks ` are not typed)\n";
    return;
  }
  const std::string_view article = worst->severity == Severity::error ? "an " : "a ";
  out << "for more about " << article << name_of(worst->severity) << ": baraza explain "
      << worst->rule << " (the marks ` are not typed)\n";
}

}  // namespace

void write_text(const Diagnostic& finding, SourceLines& lines, const Env& env) {
  Finding(finding, lines, env).write();
}

void write_text(const std::vector<Diagnostic>& findings, SourceLines& lines, const Env& env,
                const TextLimits& limits) {
  const std::vector<bool> chosen = choose(findings, limits);
  std::size_t hidden = 0;
  std::set<std::string_view> files_of_hidden;
  for (std::size_t begin = 0; begin < findings.size();) {
    const std::string& path = findings[begin].where.path;
    std::size_t shown_here = 0;
    std::size_t end = begin;
    for (; end < findings.size() && findings[end].where.path == path; ++end) {
      if (!chosen[end]) continue;
      write_text(findings[end], lines, env);
      ++shown_here;
    }
    const std::size_t hidden_here = end - begin - shown_here;
    if (hidden_here > 0 && shown_here > 0 && !path.empty())
      env.err << hidden_here << " more in " << visible(path) << "\n\n";
    if (hidden_here > 0) files_of_hidden.insert(path);
    hidden += hidden_here;
    begin = end;
  }
  if (hidden == 0) return;
  const std::string what = counted(hidden, "finding", "findings") + " in " +
                           counted(files_of_hidden.size(), "file", "files") +
                           (hidden == 1 ? " is" : " are") +
                           " not shown; `baraza check --format concise` prints all";
  env.err << wrapped(what, env.width, "");
}

Status write_text(const FindingsReport& report, const Env& env) {
  write_text(report.findings, report.lines, env);
  if (env.quiet) return Done{};
  if (report.before_summary) report.before_summary();
  write_explain(report.findings, env.err);
  env.err << to_text(report.summary) << '\n';
  return Done{};
}

Status write_concise(const FindingsReport& report, const Env& env) {
  for (const Diagnostic& finding : report.findings) {
    Place where = finding.where;
    if (where.span.line > 0 && where.span.column == 0) where.span.column = 1;
    if (!where.path.empty()) env.err << place_text(where) << ": ";
    if (!finding.rule.empty()) env.err << finding.rule << ' ';
    env.err << visible(finding.message);
    if (!finding.hint.empty()) env.err << "; " << visible(finding.hint);
    env.err << '\n';
  }
  return Done{};
}

}  // namespace baraza::tools
