// The help of the program and of each command, made from what CLI11 knows of them.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include <CLI/CLI.hpp>

namespace baraza::tools {

// Usage, arguments, commands and options in two columns that fit a terminal.
class HelpFormatter : public CLI::Formatter {
 public:
  explicit HelpFormatter(std::size_t width) : width_(width) {}
  std::string make_help(const CLI::App* app, std::string name,
                        CLI::AppFormatMode mode) const override;

 private:
  std::size_t width_;  // of its lines, in columns
};

// An option or argument as it is told: `-n, --limit N`, and what it does.
struct OptionHelp {
  std::string name = {};
  std::string words = {};
  bool argument = false;
  bool is_help = false;
};
std::vector<OptionHelp> options_of(const CLI::App& app);
// What stands behind the name: `--title TITLE [OPTION]... ID`.
std::string usage_of(const CLI::App& app);

std::string to_upper(std::string text);

// `baraza new case`
std::string full_name(const CLI::App& app);

// Validators that say what is wrong in the words of the rest, and nothing in the help.
CLI::Validator one_of(std::vector<std::string> words);
CLI::Validator number_up_to(unsigned long most);
CLI::Validator a_folder();
CLI::Validator a_web_address();

// What stands for a value is known by this name where a command line is completed, and no value
// is refused by it; see candidates.hpp. `choices_of` gives the words of one_of(), or this name.
CLI::Validator completes_as(std::string name);
struct Choices {
  std::vector<std::string> words = {};  // of one_of()
  std::string name = {};                // of completes_as(), else the type that help shows
};
Choices choices_of(CLI::Option& option);

// May a facet of this flag have an option `--FLAG` in this command? Not where the command has
// one of that name; `--where` always works.
bool can_be_option(const CLI::App& command, const std::string& flag);

}  // namespace baraza::tools
