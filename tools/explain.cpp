// `baraza explain E203`: what a rule is for, an example of each kind, and how to mend it.
#include <algorithm>
#include <charconv>
#include <ostream>

#include "base/text.hpp"
#include "check/rules.hpp"
#include "tools/commands.hpp"
#include "tools/format/help.hpp"
#include "tools/format/wrap.hpp"

namespace baraza::tools {
namespace {

using check::Rule;

// From this number on, rules are about this.
struct Group {
  int first;
  std::string_view name;
};
constexpr Group groups[] = {
    {101, "Files"},
    {122, "Fields of a record, as YAML"},
    {160, "Text of a record, as Markdown"},
    {182, "Words of a record, as people read them"},
    {201, "What the schema of a record asks"},
    {301, "Ids, links and dates"},
    {330, "What may harm people"},
    {340, "Comments that silence findings"},
    {401, "Schemas, lists of terms and bank.yaml"},
    {420, "Templates and pages"},
};

// The number of a code, `E203` or `203`; 0 where it is none.
int number_of(std::string_view code) {
  if (code.starts_with('E')) code.remove_prefix(1);
  int number = 0;
  const char* end = code.data() + code.size();
  const auto [at, error] = std::from_chars(code.data(), end, number);
  return error == std::errc() && at == end ? number : 0;
}

void list_rules(const Env& env) {
  const Paint paint{env.colour_out};
  std::size_t group = 0;
  for (const Rule& rule : check::rules()) {
    if (group < std::size(groups) && number_of(rule.code) >= groups[group].first) {
      env.out << (group == 0 ? "" : "\n") << paint(colour::bold, groups[group].name) << '\n';
      ++group;
    }
    const std::string severity = name_of(rule.severity);
    const std::string lead = std::string(rule.code) + "  ";
    std::string line = hung(lead + severity + std::string(9 - severity.size(), ' '),
                            rule.reason, env.width_out);
    env.out << line.replace(lead.size(), severity.size(),
                            paint(colour::of(rule.severity), severity));
  }
  if (!env.quiet) env.out << "\n`baraza explain CODE` tells more of one.\n";
}

// The rule that has this code in letters of any size, or as a number alone, or this name.
const Rule* rule_called(const std::string& word) {
  for (const Rule& rule : check::rules())
    if (rule.name == to_lower(word) || number_of(to_upper(word)) == number_of(rule.code))
      return &rule;
  return nullptr;
}

// The codes before and after a number that none has; else those and names like the word.
std::vector<std::string> rules_near(const std::string& word) {
  const int number = number_of(to_upper(word));
  std::vector<std::string> near;
  std::vector<std::string> known;
  for (const Rule& rule : check::rules()) {
    const int own = number_of(rule.code);
    if (own / 100 == number / 100) {
      if (own < number) near = {std::string(rule.code)};
      if (own > number) {
        near.emplace_back(rule.code);
        break;
      }
    }
    known.emplace_back(rule.code);
    known.emplace_back(rule.name);
  }
  return near.empty() ? nearest(known, word) : near;
}

ExitCode refuse_word(const std::string& word, const Env& env) {
  const std::string hint = did_you_mean(rules_near(word));
  write_error(env.err,
              "there is no rule `" + shorten(word, longest_word) + "`" +
                  (hint.empty() ? "" : "; ") + hint,
              "`baraza explain` lists them all");
  return ExitCode::usage;
}

// A rule on the terminal, part by part.
class Page {
 public:
  Page(const Rule& rule, const Env& env) : rule_(rule), env_(env) {}

  void print() const {
    const std::string code(rule_.code);
    const std::string name = code + " " + std::string(rule_.name) + ", ";
    env_.out << paint_(colour::of(rule_.severity), name + name_of(rule_.severity)) << "\n"
             << wrapped(rule_.reason, env_.width_out, "  ");
    print_words("Why", rule_.cause);
    print_example("Wrong, " + std::string(check::place_of(rule_.example)), rule_.bad);
    print_example("Right", rule_.good);
    print_words("How to mend it", rule_.fix);
    if (check::spelled_out(rule_.bad) != rule_.bad)
      env_.out << '\n'
               << wrapped(
                      "What cannot be shown in the examples, or is there many times, is told "
                      "between < and >.",
                      env_.width_out, "");
  }

 private:
  void print_words(std::string_view heading, std::string_view text) const {
    env_.out << '\n'
             << paint_(colour::bold, heading) << '\n'
             << wrapped(text, env_.width_out, "  ");
  }
  // As it is: a line that is broken elsewhere would mean something else.
  void print_example(std::string_view heading, std::string_view text) const {
    env_.out << '\n' << paint_(colour::bold, heading) << '\n';
    for (const std::string_view line : lines_of(text))
      env_.out << (line.empty() ? "" : "  ") << line << '\n';
  }

  const Rule& rule_;
  const Env& env_;
  Paint paint_{env_.colour_out};
};

ExitCode run_explain(const std::string& word, const Env& env) {
  if (word.empty()) {
    list_rules(env);
    return ExitCode::ok;
  }
  const Rule* rule = rule_called(word);
  if (rule == nullptr) return refuse_word(word, env);
  Page(*rule, env).print();
  return ExitCode::ok;
}

}  // namespace

Command add_explain(CLI::App& app, const Facets&) {
  auto code = std::make_shared<std::string>();
  CLI::App* spec =
      app.add_subcommand("explain", "Tell what a finding means and how to mend it");
  spec->add_option("code", *code,
                   "the code or the name of a finding, E203 or unknown-term; all are listed "
                   "without one")
      ->check(completes_as("codes"));
  return {spec, [code](const Env& env) { return run_explain(*code, env); }};
}

}  // namespace baraza::tools
