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

std::string to_upper(std::string text);

// `baraza new case`
std::string full_name(const CLI::App& app);

// Validators that say what is wrong in the words of the rest, and nothing in the help.
CLI::Validator one_of(std::vector<std::string> words);
CLI::Validator number_up_to(unsigned long most);
CLI::Validator a_folder();
CLI::Validator a_web_address();

// May a facet of this flag have an option `--FLAG` in this command? Not where the command has
// one of that name; `--where` always works.
bool can_be_option(const CLI::App& command, const std::string& flag);

}  // namespace baraza::tools
