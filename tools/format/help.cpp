#include "tools/format/help.hpp"

#include <algorithm>
#include <charconv>
#include <filesystem>

#include "base/text.hpp"
#include "tools/format/terminal.hpp"
#include "tools/format/wrap.hpp"
#include "tools/manual.hpp"

namespace baraza::tools {
namespace {

constexpr std::size_t column = 24;  // where the second of two columns begins

constexpr std::string_view one_of_name = "one of ";
constexpr std::string_view completes_name = "completes as ";

using Rows = std::vector<std::pair<std::string, std::string>>;

std::string two_columns(std::string_view heading, const Rows& rows, std::size_t width) {
  if (rows.empty()) return {};
  std::string text = "\n" + std::string(heading) + ":\n";
  for (const auto& [name, words] : rows) {
    const std::string left = "  " + name;
    std::string right = wrapped(words, width, std::string(column, ' '));
    if (left.size() + 2 > column)
      text.append(left).append("\n").append(right);
    else
      text += right.replace(0, left.size(), left);
  }
  return text;
}

// `-n, --limit N`
std::string name_of(const CLI::Option& option) {
  std::vector<std::string> names;
  for (const std::string& name : option.get_snames()) names.push_back("-" + name);
  for (const std::string& name : option.get_lnames()) names.push_back("--" + name);
  const std::string type = option.get_type_name();  // empty for a flag
  return join(names, ", ") + (type.empty() ? "" : " " + type);
}

bool is_many(const CLI::Option& option) {
  return option.get_expected_max() >= CLI::detail::expected_max_vector_size;
}

std::string usage_of(const CLI::Option& argument) {
  const std::string name = to_upper(argument.get_name(true, false));
  return (argument.get_required() ? name : "[" + name + "]") + (is_many(argument) ? "..." : "");
}

std::string words_of(const CLI::Option& option) {
  const std::string given = option.get_default_str();
  return option.get_description() + (given.empty() ? "" : " (default: " + given + ")") +
         (option.get_required() && option.nonpositional() ? " (required)" : "");
}

}  // namespace

std::vector<OptionHelp> options_of(const CLI::App& app) {
  std::vector<OptionHelp> options;
  for (const CLI::Option* option : app.get_options()) {
    const bool argument = option->get_positional();
    options.push_back(
        {.name = argument ? to_upper(option->get_name(true, false)) : name_of(*option),
         .words = words_of(*option),
         .argument = argument,
         .is_help = option == app.get_help_ptr()});
  }
  return options;
}

std::string usage_of(const CLI::App& app) {
  std::string usage;
  for (const CLI::Option* option : app.get_options())
    if (!option->get_positional() && option->get_required()) usage += name_of(*option) + " ";
  usage += "[OPTION]...";
  for (const CLI::Option* option : app.get_options())
    if (option->get_positional()) usage += " " + usage_of(*option);
  return app.get_subcommands({}).empty() ? usage : usage + " COMMAND";
}

std::string HelpFormatter::make_help(const CLI::App* app, std::string /*name*/,
                                     CLI::AppFormatMode /*mode*/) const {
  const bool whole = app->get_parent() == nullptr;
  Rows arguments;
  Rows options;
  for (OptionHelp& option : options_of(*app))
    (option.argument ? arguments : options)
        .emplace_back(std::move(option.name), std::move(option.words));
  Rows commands;
  for (const CLI::App* command : app->get_subcommands({}))
    if (!command->get_group().empty())
      commands.emplace_back(command->get_name(), command->get_description());

  std::string text =
      app->get_description() + ".\n\nUsage: " + full_name(*app) + " " + usage_of(*app) + "\n";
  text +=
      two_columns("Commands", commands, width_) + two_columns("Arguments", arguments, width_) +
      two_columns(whole ? "Options, before or after the command" : "Options", options, width_);
  for (const ManualSection& section : manual_of(*app)) {
    Rows rows;
    for (const ManualRow& row : section.rows) rows.emplace_back(row.name, row.words);
    text += two_columns(section.heading, rows, width_);
  }
  if (!app->get_footer().empty()) text += "\n" + app->get_footer() + "\n";
  return text + (whole
                     ? "\n`baraza COMMAND --help` tells more of a command, `baraza man` all.\n"
                     : "\n`baraza --help` lists the options that every command takes.\n");
}

std::string to_upper(std::string text) {
  for (char& c : text)
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  return text;
}

std::string full_name(const CLI::App& app) {
  return app.get_parent() == nullptr ? app.get_name()
                                     : full_name(*app.get_parent()) + " " + app.get_name();
}

CLI::Validator one_of(std::vector<std::string> words) {
  std::string name = std::string(one_of_name) + join(words, " ");
  return {[words = std::move(words)](const std::string& given) -> std::string {
            if (std::find(words.begin(), words.end(), given) != words.end()) return {};
            return "`" + shorten(given, longest_word) + "` is none of " + join(words, ", ");
          },
          "", std::move(name)};
}

CLI::Validator completes_as(std::string name) {
  return {[](const std::string&) { return std::string(); }, "",
          std::string(completes_name) + std::move(name)};
}

// CLI11 keeps a validator's name for finding it, and nothing else of what it was made from.
Choices choices_of(CLI::Option& option) {
  Choices choices;
  for (int i = 0;; ++i) {
    std::string name;
    try {
      name = option.get_validator(i)->get_name();
    } catch (const CLI::OptionNotFound&) {
      if (choices.name.empty()) choices.name = option.get_type_name();
      return choices;
    }
    if (name.starts_with(one_of_name)) {
      for (const std::string_view word :
           split(std::string_view(name).substr(one_of_name.size()), ' '))
        choices.words.emplace_back(word);
    } else if (name.starts_with(completes_name)) {
      choices.name = name.substr(completes_name.size());
    }
  }
}

CLI::Validator number_up_to(unsigned long most) {
  return {[most](const std::string& given) -> std::string {
            unsigned long number = 0;
            const char* end = given.data() + given.size();
            const auto [at, error] = std::from_chars(given.data(), end, number);
            if (error == std::errc() && at == end && number <= most) return {};
            return "`" + shorten(given, longest_word) + "` is no number from 0 to " +
                   std::to_string(most);
          },
          "", "number_up_to"};
}

CLI::Validator a_folder() {
  return {[](const std::string& given) -> std::string {
            std::error_code ignored;
            if (std::filesystem::is_directory(given, ignored)) return {};
            return "there is no folder `" + shorten(given, longest_path) + "`";
          },
          "", "a_folder"};
}

CLI::Validator a_web_address() {
  return {[](const std::string& given) -> std::string {
            for (const std::string_view scheme : {"https://", "http://"})
              if (given.size() > scheme.size() && given.starts_with(scheme)) return {};
            return "`" + shorten(given, longest_word) +
                   "` is no web address; it begins with https:// or http://";
          },
          "", "a_web_address"};
}

bool can_be_option(const CLI::App& command, const std::string& flag) {
  const bool named = is_slug(flag) && flag[0] >= 'a' && flag[0] <= 'z' && flag != "help";
  return named && command.get_option_no_throw("--" + flag) == nullptr;
}

}  // namespace baraza::tools
