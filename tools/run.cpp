#include "tools/run.hpp"

#include <algorithm>
#include <cassert>
#include <charconv>
#include <chrono>
#include <cstdint>
#include <cstdlib>
#include <exception>
#include <new>
#include <ostream>
#include <string_view>
#include <thread>
#include <vector>

#include <poll.h>
#include <unistd.h>

#include "base/interrupt.hpp"
#include "base/text.hpp"
#include "tools/bank_folder.hpp"
#include "tools/commands.hpp"
#include "tools/format/help.hpp"
#include "tools/format/terminal.hpp"

namespace baraza::tools {
namespace {

using AddCommand = Command (*)(CLI::App&, const Facets&);

struct KnownCommand {
  std::string_view name;
  AddCommand add;
  bool tells_of_others = false;
};

// Every command, in the order of `--help`.
constexpr KnownCommand all_commands[] = {{"init", add_init},
                                         {"new", add_new},
                                         {"check", add_check},
                                         {"hook", add_hook},
                                         {"index", add_index},
                                         {"search", add_search},
                                         {"show", add_show},
                                         {"similar", add_similar},
                                         {"list", add_list},
                                         {"contradictions", add_contradictions},
                                         {"build", add_build},
                                         {"explain", add_explain},
                                         {"schema", add_schema},
                                         {"completion", add_completion, true},
                                         {"complete", add_complete, true},
                                         {"man", add_man, true}};

struct GlobalOptions {
  std::string start = ".";
  std::string colour = "auto";
  bool quiet = false;
  unsigned workers = 0;
};

void add_global_options(CLI::App& app, GlobalOptions& options) {
  app.add_option("-C", options.start, "work on the bank that holds this folder")
      ->type_name("DIR")
      ->check(a_folder());
  app.add_option("--color", options.colour, "colour: auto, always or never")
      ->type_name("WHEN")
      ->check(one_of({"auto", "always", "never"}))
      ->capture_default_str();
  app.add_flag("-q,--quiet", options.quiet, "no summaries, only findings, results and errors");
  app.add_option("-j,--workers", options.workers,
                 "how many processes read cases; 0: one a processor")
      ->type_name("N")
      ->check(number_up_to(256))
      ->capture_default_str();
}

// What can be asked of the program: all of its commands, or, since to know one takes its time,
// those that the words of a command line name.
class CommandLine {
 public:
  CommandLine(const Facets& facets, std::size_t width, const std::vector<std::string>* words)
      : app_("Turns a folder of case studies into a checked, searchable bank of lessons",
             "baraza") {
    app_.set_version_flag("--version", "baraza " BARAZA_VERSION, "print the version");
    app_.set_help_flag("-h,--help", "print this help");
    app_.fallthrough();
    app_.formatter(std::make_shared<HelpFormatter>(width));
    app_.require_subcommand(0, 1);
    add_global_options(app_, options_);
    for (const KnownCommand& known : all_commands)
      if (words == nullptr || names(*words, known)) {
        commands_.push_back(known.add(app_, facets));
        assert(commands_.back().spec->get_name() == known.name);
      }
  }

  // Could a line of these words ask for what is told only where all commands are known?
  static bool needs_all(const std::vector<std::string>& words) {
    bool some = false;
    for (const KnownCommand& known : all_commands) {
      if (!names(words, known)) continue;
      if (known.tells_of_others) return true;
      some = true;
    }
    return !some;
  }

  CLI::App& app() { return app_; }
  const GlobalOptions& options() const { return options_; }
  const std::vector<Command>& commands() const { return commands_; }

 private:
  static bool names(const std::vector<std::string>& words, const KnownCommand& known) {
    return std::find(words.begin(), words.end(), known.name) != words.end();
  }

  CLI::App app_;
  GlobalOptions options_;
  std::vector<Command> commands_;
};

// The folder that -C names, wherever it stands in the command line; the options of some
// commands depend on the bank, so it is needed before they can be parsed.
std::string start_of(int argc, char** argv) {
  std::string start = ".";
  for (int i = 1; i < argc; ++i) {
    const std::string_view argument = argv[i];
    if (argument == "--") break;
    if (argument == "-C" && i + 1 < argc) start = argv[i + 1];
    if (argument.size() > 2 && argument.substr(0, 2) == "-C") start = argument.substr(2);
  }
  return start;
}

// The options and commands that `word` may have been meant for.
std::string suggest(const CLI::App& app, const std::string& word) {
  std::vector<std::string> known;
  for (const CLI::App* level = &app; level != nullptr; level = level->get_parent()) {
    if (word.rfind('-', 0) == 0) {
      for (const CLI::Option* option : level->get_options())
        for (const std::string& name : option->get_lnames()) known.push_back("--" + name);
    } else {
      for (const CLI::App* command : level->get_subcommands({}))
        known.push_back(command->get_name());
    }
  }
  return did_you_mean(nearest(known, word.substr(0, word.find('='))));
}

const CLI::App& deepest(const CLI::App& app) {
  const auto used = app.get_subcommands();
  return used.empty() ? app : deepest(*used.front());
}

struct Misuse {
  std::string message;
  std::string hint;
};

// A word that no command asked for.
Misuse explain_extra(const CLI::App& used, const std::string& word) {
  const bool option = word.size() > 1 && word[0] == '-';
  const bool command = !option && !used.get_subcommands({}).empty();
  const std::string what = option ? "option" : command ? "command" : "word";
  const std::string near = option || command ? suggest(used, word) : std::string();
  const std::string shown = shorten(word, longest_word);
  std::string message = (what == "word" ? "unexpected word `" : "unknown " + what + " `") +
                        shown + "`" + (near.empty() ? "" : "; ") + near;
  const bool excluded = option && word[1] != '-' && used.get_name() == "search";
  return {std::move(message),
          excluded ? "behind `--` all is the query: `baraza search -- WORD " + shown + "`"
                   : std::string()};
}

Misuse explain_error(const CLI::App& app, const CLI::App& used, const CLI::ParseError& error) {
  const std::vector<std::string> extras = app.remaining(true);
  if (!extras.empty()) return explain_extra(used, extras.front());
  const std::string text = error.what();
  const std::string subject = text.substr(0, text.find_first_of(": "));
  if (dynamic_cast<const CLI::ArgumentMismatch*>(&error) != nullptr)
    return {"`" + subject + "` needs a value", {}};
  if (dynamic_cast<const CLI::ExcludesError*>(&error) != nullptr)
    return {
        "`" + subject + "` and `" + text.substr(text.rfind(' ') + 1) + "` cannot go together",
        {}};
  if (dynamic_cast<const CLI::RequiredError*>(&error) != nullptr) {
    if (used.get_subcommands({}).empty())
      return {"`" + (subject[0] == '-' ? subject : to_upper(subject)) + "` is missing", {}};
    return {"`" + full_name(used) + "` is not a whole command", {}};
  }
  return {text, {}};
}

ExitCode explain_usage(const CLI::App& app, const CLI::ParseError& error, std::ostream& err) {
  const CLI::App& used = deepest(app);
  const Misuse misuse = explain_error(app, used, error);
  write_error(err, misuse.message, misuse.hint);
  err << "  help: see `" << full_name(used) << " --help`\n";
  return ExitCode::usage;
}

// Has the reader of standard output, such as `head`, gone away?
bool reader_is_gone() {
  pollfd output = {.fd = STDOUT_FILENO, .events = POLLOUT, .revents = 0};
  return poll(&output, 1, 0) == 1 && (output.revents & POLLERR) != 0;
}

// The day by the clock, or that of SOURCE_DATE_EPOCH, which asks for the same answer on any
// day. Source: https://reproducible-builds.org/specs/source-date-epoch/
int today() {
  auto seconds = std::chrono::duration_cast<std::chrono::seconds>(
                     std::chrono::system_clock::now().time_since_epoch())
                     .count();
  const char* fixed = std::getenv("SOURCE_DATE_EPOCH");  // NOLINT(concurrency-mt-unsafe)
  if (fixed != nullptr) {
    const std::string_view digits = fixed;
    std::int64_t value = 0;
    const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    constexpr std::int64_t end_of_9999 = 253402300799;
    if (read.ec == std::errc() && read.ptr == digits.data() + digits.size() && value >= 0 &&
        value <= end_of_9999)
      seconds = value;
  }
  const std::chrono::year_month_day day = std::chrono::floor<std::chrono::days>(
      std::chrono::sys_seconds(std::chrono::seconds(seconds)));
  return static_cast<int>(day.year()) * 10000 +
         static_cast<int>(static_cast<unsigned>(day.month())) * 100 +
         static_cast<int>(static_cast<unsigned>(day.day()));
}

ExitCode run_parsed(CommandLine& line, Env env, bool out_is_terminal, bool err_is_terminal) {
  const GlobalOptions& options = line.options();
  for (const Command& command : line.commands()) {
    if (!command.spec->parsed()) continue;
    const char* no_colour = std::getenv("NO_COLOR");  // NOLINT(concurrency-mt-unsafe)
    const bool allowed = no_colour == nullptr || *no_colour == '\0';
    env.colour_out =
        options.colour == "always" || (options.colour == "auto" && allowed && out_is_terminal);
    env.colour_err =
        options.colour == "always" || (options.colour == "auto" && allowed && err_is_terminal);
    env.start = options.start;
    env.quiet = options.quiet;
    env.today = today();
    env.workers = options.workers != 0 ? options.workers
                                       : std::max(1U, std::thread::hardware_concurrency());
    env.width = width_within(columns_for(STDERR_FILENO, err_is_terminal));
    env.columns_out = columns_for(STDOUT_FILENO, out_is_terminal);
    env.width_out = width_within(env.columns_out);
    const ExitCode code = command.run(env);
    env.out.flush();
    if (!env.out && reader_is_gone()) return code;  // it has seen enough
    if (!env.out && code == ExitCode::ok)
      return fail(env, {.message = "could not write all of the output"});
    return code;
  }
  env.err << line.app().help();
  return ExitCode::usage;
}

// Does it ask for a command, and rightly? If not, that is told where all commands are known.
bool asks_rightly(CommandLine& line, int argc, char** argv) {
  try {
    line.app().parse(argc, argv);
  } catch (const CLI::ParseError&) {
    return false;
  }
  return !line.app().get_subcommands().empty();
}

}  // namespace

void write_error(std::ostream& err, const std::string& message, const std::string& hint) {
  constexpr std::size_t longest_message = 1000;
  err << "baraza: " << shorten(visible(message), longest_message) << '\n';
  if (!hint.empty()) err << "  help: " << visible(hint) << '\n';
}

ExitCode fail(const Env& env, const Diagnostic& reason) {
  if (interrupted()) {
    env.err << "baraza: interrupted; nothing was changed\n";
    return ExitCode::interrupted;
  }
  const std::string& path = reason.where.path;
  const std::string place = path.empty() ? path : shorten(path, longest_path) + ": ";
  write_error(env.err, place + reason.message, reason.hint);
  return ExitCode::failed;
}

int run(int argc, char** argv, std::ostream& out, std::ostream& err, bool out_is_terminal,
        bool err_is_terminal) {
  const Env env{.out = out, .err = err};
  try {
    catch_interrupts();
    const std::vector<std::string> words(argv + std::min(argc, 1), argv + argc);
    const std::size_t width = width_within(columns_for(STDOUT_FILENO, out_is_terminal));
    const Facets facets = facets_of_bank(start_of(argc, argv));
    if (!CommandLine::needs_all(words)) {
      CommandLine line(facets, width, &words);
      if (asks_rightly(line, argc, argv))
        return static_cast<int>(run_parsed(line, env, out_is_terminal, err_is_terminal));
    }
    CommandLine line(facets, width, nullptr);
    try {
      line.app().parse(argc, argv);
    } catch (const CLI::Success& asked) {  // --help, --version
      line.app().exit(asked, out, err);
      return static_cast<int>(ExitCode::ok);
    } catch (const CLI::ParseError& error) {
      return static_cast<int>(explain_usage(line.app(), error, err));
    }
    return static_cast<int>(run_parsed(line, env, out_is_terminal, err_is_terminal));
  } catch (const std::bad_alloc&) {
    return static_cast<int>(fail(env, {.message = "there is not enough memory"}));
  } catch (const std::exception& error) {
    return static_cast<int>(fail(env, {.message = error.what()}));
  }
}

}  // namespace baraza::tools
