#include "tools/candidates.hpp"

#include <algorithm>
#include <optional>

#include "base/text.hpp"
#include "check/rules.hpp"
#include "index/index.hpp"
#include "tools/bank_folder.hpp"
#include "tools/filter_options.hpp"
#include "tools/format/columns.hpp"
#include "tools/format/help.hpp"
#include "tools/format/terminal.hpp"

namespace baraza::tools {
namespace {

constexpr std::size_t most_ids = 1000;

bool takes_value(const CLI::Option& option) { return option.get_type_size() != 0; }

class LineReader {
 public:
  LineReader(CLI::App& app, const std::vector<std::string>& words, const Env& env)
      : level_(&app), words_(words), env_(env) {}

  Candidates find() {
    if (words_.empty()) return {};
    for (std::size_t i = 0; i + 1 < words_.size(); ++i) read(words_[i]);
    const std::string& last = words_.back();
    if (pending_ != nullptr) return values_of(*pending_, last, "");
    if (!ended_ && last.starts_with("--") && last.find('=') != std::string::npos) {
      const std::size_t equals = last.find('=');
      CLI::Option* option = find_option(last.substr(0, equals));
      if (option == nullptr) return {};
      return values_of(*option, last.substr(equals + 1), last.substr(0, equals + 1));
    }
    if (!ended_ && last.starts_with("-")) return options(last);
    if (arguments_ == 0 && !level_->get_subcommands({}).empty()) return commands(last);
    CLI::Option* argument = next_argument();
    return argument == nullptr ? Candidates() : values_of(*argument, last, "");
  }

 private:
  void read(const std::string& word) {
    if (pending_ != nullptr) {
      if (pending_name() == "-C") start_ = word;
      pending_ = nullptr;
    } else if (ended_ || word.empty() || word == "-" || word[0] != '-') {
      read_argument(word);
    } else if (word == "--") {
      ended_ = true;
    } else if (word.starts_with("--")) {
      CLI::Option* option = find_option(word.substr(0, word.find('=')));
      const bool needs = option != nullptr && takes_value(*option) &&
                         option->get_expected_min() > 0 && word.find('=') == std::string::npos;
      if (needs) pending_ = option;
    } else {
      read_letters(word);
    }
  }

  std::string pending_name() const {
    return pending_->get_snames().empty() ? "" : "-" + pending_->get_snames().front();
  }

  void read_argument(const std::string& word) {
    for (CLI::App* command : level_->get_subcommands({}))
      if (arguments_ == 0 && !ended_ && command->get_name() == word) {
        level_ = command;
        return;
      }
    ++arguments_;
  }

  // `-qn`: the first letter that takes a value has the rest of the word, or the next.
  void read_letters(const std::string& word) {
    for (std::size_t i = 1; i < word.size(); ++i) {
      CLI::Option* option = find_option(std::string("-") + word[i]);
      if (option == nullptr || !takes_value(*option)) continue;
      if (i + 1 == word.size()) pending_ = option;
      if (i + 1 < word.size() && word[i] == 'C') start_ = word.substr(i + 1);
      return;
    }
  }

  // Of the command, or of one above it.
  CLI::Option* find_option(const std::string& name) const {
    for (CLI::App* level = level_; level != nullptr; level = level->get_parent())
      if (CLI::Option* option = level->get_option_no_throw(name)) return option;
    return nullptr;
  }

  CLI::Option* next_argument() const {
    std::size_t left = arguments_;
    for (CLI::Option* option : level_->get_options()) {
      if (!option->get_positional()) continue;
      const bool many = option->get_expected_max() >= CLI::detail::expected_max_vector_size;
      if (left == 0 || many) return option;
      --left;
    }
    return nullptr;
  }

  Candidates commands(const std::string& last) const {
    Candidates found;
    for (const CLI::App* command : level_->get_subcommands({}))
      if (!command->get_group().empty() && command->get_name().starts_with(last))
        found.words.push_back({command->get_name(), command->get_description()});
    return found;
  }

  // The command's own first.
  Candidates options(const std::string& last) const {
    Candidates found;
    for (const CLI::App* level = level_; level != nullptr; level = level->get_parent()) {
      for (const CLI::Option* option : level->get_options()) {
        const bool again =
            std::any_of(found.words.begin(), found.words.end(), [&](const Candidate& one) {
              return option->check_lname(
                  one.word.substr(std::min<std::size_t>(2, one.word.size())));
            });
        if (option->get_positional() || again) continue;
        for (const std::string& name : option->get_lnames())
          if (("--" + name).starts_with(last))
            found.words.push_back({"--" + name, option->get_description()});
        for (const std::string& name : option->get_snames())
          if (option->get_lnames().empty() && ("-" + name).starts_with(last))
            found.words.push_back({"-" + name, option->get_description()});
      }
    }
    return found;
  }

  // ---- values

  Candidates values_of(CLI::Option& option, const std::string& begun,
                       const std::string& before) {
    const Choices choices = choices_of(option);
    Candidates found;
    if (choices.name == "FILE" || choices.name == "DIR") {
      found.left_to_shell = choices.name == "DIR" ? "folders" : "files";
      return found;
    }
    const auto add = [&](const std::string& word, const std::string& about) {
      if (word.starts_with(begun)) found.words.push_back({before + word, about});
    };
    for (const std::string& word : choices.words) add(word, "");
    if (choices.name == "codes")
      for (const check::Rule& rule : check::rules())
        add(std::string(rule.code), std::string(rule.reason));
    else if (choices.name == "schemas")
      add_schemas(add);
    else if (choices.words.empty())
      add_from_index(choices.name, option, begun, add);
    return found;
  }

  template <class Add>
  void add_schemas(const Add& add) const {
    Diagnostics unused;
    const Result<std::string> root = find_bank(start());
    for (const SourceFile& source : read_sources(root ? *root : "", "schemas", unused)) {
      std::string name = source.path.substr(std::string_view("schemas/").size());
      for (const std::string_view ending : {".schema.yaml", ".yaml"})
        if (name.ends_with(ending)) {
          name.resize(name.size() - ending.size());
          add(name, "");
          break;
        }
    }
  }

  template <class Add>
  void add_from_index(const std::string& name, const CLI::Option& option,
                      const std::string& begun, const Add& add) const {
    Env here = env_;
    here.start = start();
    const Result<index::Index> index = open_index(here);
    if (!index) return;
    const index::About& about = index->about();
    if (name == "orders") add("newest", "");
    if (name == "ids") {
      add_ids(*index, begun, add);
    } else if (name == "columns" || name == "orders") {
      for (const std::string& column : column_names(about))
        add(begun.substr(0, begun.rfind(',') + 1) + column, "");
    } else if (name == "languages") {
      for (const std::string& language : about.languages) add(language, "");
    } else if (name == "groups") {
      add("case", "");
      for (const index::FacetLabels& facet : about.facets)
        add(facet.facet.flag, facet.facet.label);
    } else if (name == "pairs") {
      for (const index::FacetLabels& facet : about.facets) add_pairs(facet, begun, add);
    } else if (name == "TERM" && !option.get_lnames().empty()) {
      if (const index::FacetLabels* facet = about.find_facet(option.get_lnames().front()))
        add_terms(*facet, "", about.languages.front(), add);
    }
  }

  // First the facets; when one is written, its terms.
  template <class Add>
  static void add_pairs(const index::FacetLabels& facet, const std::string& begun,
                        const Add& add) {
    const std::string pair = facet.facet.flag + "=";
    if (begun.starts_with(pair))
      add_terms(facet, pair, "", add);
    else
      add(pair, facet.facet.label);
  }

  template <class Add>
  static void add_terms(const index::FacetLabels& facet, const std::string& before,
                        const std::string& language, const Add& add) {
    for (const index::TermLabel& term : facet.terms)
      add(before + term.id, facet.terms.label(term.id, language));
  }

  template <class Add>
  static void add_ids(const index::Index& index, const std::string& begun, const Add& add) {
    const Result<std::vector<index::Entry>> entries = index.entries_with(begun, most_ids);
    if (!entries) return;
    for (const index::Entry& entry : *entries)
      add(entry.id, entry.title_in(index.about().languages).title);
  }

  std::string start() const { return start_.empty() ? env_.start : start_; }

  CLI::App* level_;
  const std::vector<std::string>& words_;
  const Env& env_;
  CLI::Option* pending_ = nullptr;  // the option that the next word is a value of
  bool ended_ = false;              // `--` was read
  std::size_t arguments_ = 0;
  std::string start_;  // what -C says
};

}  // namespace

Candidates find_candidates(CLI::App& app, const std::vector<std::string>& words,
                           const Env& env) {
  return LineReader(app, words, env).find();
}

}  // namespace baraza::tools
