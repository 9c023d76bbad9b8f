#include "tools/format/explanation.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <ostream>

#include "base/text.hpp"
#include "language/language_name.hpp"
#include "tools/format/wrap.hpp"

namespace baraza::tools {
namespace {

using Form = index::AskedWord::Form;

std::string_view name_of(Form form) {
  switch (form) {
    case Form::any:
      return "word";
    case Form::exact:
      return "exact";
    case Form::prefix:
      return "prefix";
  }
  return "";
}

std::string quoted(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words)
    text += (text.empty() ? "`" : ", `") + visible(word) + "`";
  return text;
}

std::string two_digits(double number) {
  std::array<char, 32> text{};
  const auto end = std::to_chars(text.data(), text.data() + text.size(), number,
                                 std::chars_format::fixed, 2);
  return {text.data(), end.ptr};
}

std::string word_text(const index::ExplainedWord& word) {
  std::string text = "`" + visible(word.word) + (word.form == Form::prefix ? "*`" : "`");
  std::vector<std::string> facts;
  if (!word.typed.empty()) facts.push_back("for `" + visible(word.typed) + "`");
  if (word.form == Form::exact) facts.emplace_back("in this form");
  if (word.form == Form::any && word.stems != std::vector<std::string>{word.word})
    facts.push_back("by " + quoted(word.stems));
  if (word.form == Form::prefix)
    facts.push_back(counted(word.stems.size(), "word begins so", "words begin so"));
  facts.push_back(counted(word.records, "record", "records"));
  return text + " (" + join(facts, "; ") + ")";
}

std::string source_text(const std::string& source) {
  return source == "synonyms" ? "schemas/synonyms.yaml" : visible(source);
}

void write_line(std::string_view label, const std::string& text, const Look& look,
                std::ostream& out) {
  if (text.empty()) return;
  out << hung(std::string(label) + " ", text, look.width);
}

}  // namespace

void write_explanation_text(const index::Explanation& told, const Look& look,
                            std::ostream& out) {
  std::vector<std::string> words;
  for (const index::ExplainedWord& word : told.words) words.push_back(word_text(word));
  write_line("looked for:", join(words, ", "), look, out);
  for (const index::Expansion& one : told.expansions)
    write_line("and for:",
               quoted(one.names) + ", as for `" + visible(one.of) + "` (" +
                   source_text(one.source) + ")",
               look, out);
  write_line("passed over:", quoted(told.left_out), look, out);
  write_line("must be so:", quoted(told.required), look, out);
  write_line("must not be so:", quoted(told.excluded), look, out);
  write_line("only:", quoted(told.filters), look, out);
  if (told.words.empty()) write_line("order:", "the newest first, as no word ranks", look, out);
  out << '\n';
}

std::string gave_text(const std::vector<index::Gave>& gave) {
  std::string text;
  for (const index::Gave& one : gave) {
    text += text.empty() ? "" : ", ";
    text +=
        (one.also ? "other names of " : "") + visible(one.word) + " " + two_digits(one.score);
    std::vector<std::string> parts;
    if (one.title > 0) parts.push_back("title " + two_digits(one.title));
    if (one.exact > 0) parts.push_back("very word " + two_digits(one.exact));
    if (!parts.empty()) text += " (" + join(parts, ", ") + ")";
  }
  return text;
}

void write_help_text(const index::NothingFound& help, std::ostream& out) {
  for (const index::NothingFound::Near& one : help.near) {
    out << "`" << visible(one.word) << "` is in no record";
    if (!one.words.empty())
      out << "; near to it " << (one.words.size() == 1 ? "is " : "are ") << quoted(one.words);
    out << '\n';
  }
  for (const index::NothingFound::Without& one : help.without)
    out << "without `" << visible(one.what) << "` there " << (one.total == 1 ? "is " : "are ")
        << counted(one.total, "record", "records") << '\n';
  if (help.language.empty()) return;
  const std::string language = language::language_name(help.language, "en");
  const std::string own = language::language_name(help.own_language, "en");
  if (help.in_language == 0)
    out << "no record is in " << language << "; the same in " << own << " may find something\n";
  else
    out << "only " << counted(help.in_language, "record is", "records are") << " in "
        << language << ", most as translations; the same in " << own << " may find more\n";
}

void write_explanation_json(JsonWriter& json, const index::Explanation& told) {
  json.key("explain").begin_object().key("words").begin_array();
  for (const index::ExplainedWord& word : told.words) {
    json.begin_object().key("word").value(word.word).key("typed");
    if (word.typed.empty())
      json.null();
    else
      json.value(word.typed);
    json.key("form").value(name_of(word.form)).key("stems").value(word.stems);
    json.key("records").value(word.records).end_object();
  }
  json.end_array().key("also").begin_array();
  for (const index::Expansion& one : told.expansions)
    json.begin_object()
        .key("for")
        .value(one.of)
        .key("names")
        .value(one.names)
        .key("source")
        .value(one.source)
        .end_object();
  json.end_array().key("left_out").value(told.left_out);
  json.key("required").value(told.required).key("excluded").value(told.excluded);
  json.key("filters").value(told.filters).end_object();
}

void write_gave_json(JsonWriter& json, const std::vector<index::Gave>& gave) {
  json.key("explain").begin_array();
  for (const index::Gave& one : gave)
    json.begin_object()
        .key("word")
        .value(one.word)
        .key("also")
        .value(one.also)
        .key("score")
        .value(one.score)
        .key("title")
        .value(one.title)
        .key("exact")
        .value(one.exact)
        .end_object();
  json.end_array();
}

void write_help_json(JsonWriter& json, const index::NothingFound& help) {
  json.key("help").begin_object().key("near").begin_array();
  for (const index::NothingFound::Near& one : help.near)
    json.begin_object().key("word").value(one.word).key("words").value(one.words).end_object();
  json.end_array().key("without").begin_array();
  for (const index::NothingFound::Without& one : help.without)
    json.begin_object().key("what").value(one.what).key("total").value(one.total).end_object();
  json.end_array().key("language");
  if (help.language.empty())
    json.null();
  else
    json.value(help.language);
  json.key("in_language").value(help.in_language).end_object();
}

}  // namespace baraza::tools
