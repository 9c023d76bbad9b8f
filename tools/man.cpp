// `baraza man`: the manual page, made from the definitions that --help is made from.
#include <functional>
#include <ostream>

#include "base/text.hpp"
#include "tools/commands.hpp"
#include "tools/format/help.hpp"
#include "tools/manual.hpp"

namespace baraza::tools {
namespace {

// For troff: a backslash and a hyphen stand for themselves, and a line does not begin with a
// command.
std::string roff(std::string_view text) {
  std::string result;
  for (const char c : text) {
    if (c == '\\')
      result += "\\e";
    else if (c == '-')
      result += "\\-";
    else if (c == '\'')
      result += "\\(aq";
    else if (c == '`')
      result += "\\(ga";
    else if (c == '"')
      result += "\\(dq";
    else if (c == '^')
      result += "\\(ha";
    else if (c == '~')
      result += "\\(ti";
    else
      result += c;
  }
  return result.starts_with('.') ? "\\&" + result : result;
}

class ManPage {
 public:
  explicit ManPage(std::ostream& out) : out_(out) {}

  void write(CLI::App& app) {
    out_ << ".\\\" Made by baraza man.\n";
    out_ << ".TH BARAZA 1 \"\" \"baraza " BARAZA_VERSION "\" \"User commands\"\n";
    section("NAME");
    out_ << "baraza \\- " << roff(lower_first(app.get_description())) << '\n';
    section("SYNOPSIS");
    out_ << ".B baraza\n" << roff(usage_of(app)) << '\n';
    section("COMMANDS");
    each_command(app, [&](CLI::App& command) { write_command(command); });
    section("OPTIONS OF EVERY COMMAND");
    write_options(app);
    for (const ManualSection& one : manual_of(app)) {
      section(to_upper(std::string(one.heading)));
      write_rows(one.rows);
    }
    section("EXAMPLES");
    for (const ManualRow& row : manual_examples())
      out_ << ".TP\n.B " << roff(row.name) << '\n' << roff(row.words) << '\n';
    section("SEE ALSO");
    out_ << "README.md of the source tells a tour, and how to make a bank of one\\(aqs own.\n";
  }

 private:
  void section(std::string_view heading) { out_ << ".SH " << roff(heading) << '\n'; }

  static std::string lower_first(std::string text) {
    if (!text.empty() && text[0] >= 'A' && text[0] <= 'Z')
      text[0] = static_cast<char>(text[0] - 'A' + 'a');
    return text;
  }

  // Those that do something themselves, in the order of --help.
  static void each_command(CLI::App& app, const std::function<void(CLI::App&)>& visit) {
    for (CLI::App* command : app.get_subcommands({})) {
      if (command->get_group().empty()) continue;
      if (command->get_subcommands({}).empty())
        visit(*command);
      else
        each_command(*command, visit);
    }
  }

  void write_command(CLI::App& command) {
    out_ << ".SS " << roff(full_name(command) + " " + usage_of(command)) << '\n';
    out_ << roff(command.get_description()) << ".\n";
    write_options(command);
    for (const ManualSection& one : manual_of(command)) {
      out_ << ".PP\n" << roff(one.heading) << ":\n";
      write_rows(one.rows);
    }
  }

  void write_options(const CLI::App& app) {
    for (const OptionHelp& option : options_of(app)) {
      if (option.is_help && app.get_parent() != nullptr) continue;
      out_ << ".TP\n.B " << roff(option.name) << '\n' << roff(option.words) << '\n';
    }
  }

  void write_rows(const std::vector<ManualRow>& rows) {
    for (const ManualRow& row : rows)
      out_ << ".TP\n.B " << roff(row.name) << '\n' << roff(row.words) << '\n';
  }

  std::ostream& out_;
};

ExitCode print_man(CLI::App& app, const Env& env) {
  ManPage(env.out).write(app);
  return ExitCode::ok;
}

}  // namespace

Command add_man(CLI::App& app, const Facets&) {
  CLI::App* spec = app.add_subcommand("man", "Print the manual page: baraza man | man -l -");
  CLI::App* const all = &app;
  return {spec, [all](const Env& env) { return print_man(*all, env); }};
}

}  // namespace baraza::tools
