#include "check/rules.hpp"

#include <algorithm>
#include <charconv>
#include <optional>

#include "base/text.hpp"
#include "check/rule_rows.hpp"

namespace baraza::check {
namespace {

// `1,501`, in digits and commas; nothing else.
std::optional<std::size_t> count_in(std::string_view words) {
  std::string digits(words);
  std::erase(digits, ',');
  std::size_t count = 0;
  const char* end = digits.data() + digits.size();
  const auto [at, error] = std::from_chars(digits.data(), end, count);
  return error == std::errc() && at == end ? std::optional(count) : std::nullopt;
}

// `1,501 lines: x`, `600 times: x` or `201 blank lines`.
std::optional<std::string> repeated(std::string_view mark) {
  struct Form {
    std::string_view word, end;
  };
  for (const Form& form :
       {Form{" lines: ", "\n"}, Form{" times: ", ""}, Form{" blank lines", "\n"}}) {
    const std::size_t at = mark.find(form.word);
    if (at == std::string_view::npos) continue;
    const std::optional<std::size_t> count = count_in(mark.substr(0, at));
    if (!count) return std::nullopt;
    std::string all;
    for (std::size_t i = 0; i < *count; ++i)
      all.append(mark.substr(at + form.word.size())).append(form.end);
    return all;
  }
  return std::nullopt;
}

// What the mark `<mark>` stands for; nothing if it is none.
std::optional<std::string> meaning_of(std::string_view mark) {
  if (mark == "tab") return "\t";
  const bool character = mark.starts_with("U+");
  const std::string_view digits = character ? mark.substr(2) : mark;
  if (!character && digits.size() != 2) return repeated(mark);
  unsigned value = 0;
  const char* end = digits.data() + digits.size();
  const auto [at, error] = std::from_chars(digits.data(), end, value, 16);
  if (error != std::errc() || at != end) return std::nullopt;
  if (!character) return std::string(1, static_cast<char>(value));
  std::string text;
  append_utf8(text, value);
  return text;
}

}  // namespace

const std::vector<Rule>& rules() {
  static const std::vector<Rule> all = [] {
    std::vector<Rule> list;
    for (const std::span<const Rule> rows :
         {rules_of_files(), rules_of_yaml(), rules_of_markdown(), rules_of_words(),
          rules_of_schema(), rules_of_bank(), rules_of_versions(), rules_of_data()})
      list.insert(list.end(), rows.begin(), rows.end());
    // By number: the letter is only the severity.
    std::sort(list.begin(), list.end(),
              [](const Rule& a, const Rule& b) { return a.code.substr(1) < b.code.substr(1); });
    return list;
  }();
  return all;
}

const Rule* find_rule(std::string_view code) {
  for (const Rule& rule : rules())
    if (rule.code == code) return &rule;
  return nullptr;
}

std::string_view place_of(Example example) {
  switch (example) {
    case Example::fields:
      return "in the fields of a case";
    case Example::body:
      return "in the text of a case";
    case Example::record:
      return "in the whole file of a case";
    case Example::files:
      return "in files of a bank";
    case Example::history:
      return "in files of a bank, as they were published and as they are now";
    case Example::settings:
      return "in cases/bank.yaml";
    case Example::schema:
      return "in schemas/case.schema.yaml";
    case Example::vocabulary:
      return "in a list of terms, such as schemas/vocabularies/sectors.yaml";
    case Example::page:
      return "in a template, such as templates/case.html";
  }
  return {};
}

std::string spelled_out(std::string_view example) {
  std::string text;
  while (!example.empty()) {
    const std::size_t open = std::min(example.find('<'), example.size());
    text += example.substr(0, open);
    example.remove_prefix(open);
    if (example.empty()) break;
    const std::size_t close = std::min(example.find('>'), example.size());
    const std::optional<std::string> meaning = meaning_of(example.substr(1, close - 1));
    text += meaning ? *meaning : "<";
    example.remove_prefix(meaning ? close + 1 : 1);
  }
  return text;
}

}  // namespace baraza::check
