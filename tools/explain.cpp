// `baraza explain E203`: what a rule is for, an example of each kind, and how to mend it.
#include <ostream>

#include "base/text.hpp"
#include "check/rules.hpp"
#include "tools/commands.hpp"
#include "tools/format/help.hpp"
#include "tools/format/records.hpp"

namespace baraza::tools {
namespace {

void print_block(std::ostream& out, std::string_view heading, std::string_view text) {
  out << '\n' << heading << '\n';
  for (const std::string_view line : lines_of(text)) out << "  " << line << '\n';
}

void print_words(std::ostream& out, std::string_view heading, std::string_view text) {
  out << '\n' << heading << '\n' << wrapped(text, text_width, "  ");
}

ExitCode run_explain(const std::string& code, const Env& env) {
  if (code.empty()) {
    for (const check::Rule& rule : check::rules()) {
      std::string severity(name_of(rule.severity));
      severity.resize(9, ' ');
      env.out << rule.code << "  " << severity << rule.reason << '\n';
    }
    return ExitCode::ok;
  }
  const check::Rule* rule = check::find_rule(to_upper(code));
  if (rule == nullptr) {
    std::vector<std::string> codes;
    for (const check::Rule& known : check::rules()) codes.emplace_back(known.code);
    const std::string hint = did_you_mean(nearest(codes, to_upper(code)));
    env.err << "baraza: there is no rule `" << code << "`" << (hint.empty() ? "" : "; ") << hint
            << "\n  help: `baraza explain` lists them all\n";
    return ExitCode::usage;
  }
  env.out << rule->code << ' ' << rule->name << ", " << name_of(rule->severity) << ": "
          << rule->reason << '\n';
  print_words(env.out, "Why", rule->cause);
  print_block(env.out, "Wrong", rule->bad);
  print_block(env.out, "Right", rule->good);
  print_words(env.out, "How to mend it", rule->fix);
  return ExitCode::ok;
}

}  // namespace

Command add_explain(CLI::App& app, const Facets&) {
  auto code = std::make_shared<std::string>();
  CLI::App* spec =
      app.add_subcommand("explain", "Tell what a finding means and how to mend it");
  spec->add_option("code", *code,
                   "the code of a finding, such as E203; all are listed without one");
  return {spec, [code](const Env& env) { return run_explain(*code, env); }};
}

}  // namespace baraza::tools
