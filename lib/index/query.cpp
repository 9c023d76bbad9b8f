#include "index/query.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "base/text.hpp"
#include "language/words.hpp"

namespace baraza::index {
namespace {

bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

bool is_lower(char c) {
  return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80;
}

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// The quotes of a phrase: " “ ” „ « ». Answers the bytes that one takes, or 0.
std::size_t quote_size(std::string_view text) {
  for (const std::string_view quote : {"\"", "“", "”", "„", "«", "»"})
    if (text.starts_with(quote)) return quote.size();
  return 0;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// `docslib.org`, as it stands before a path.
bool is_host(std::string_view text) {
  const std::size_t dot = text.rfind('.');
  if (dot == std::string_view::npos || dot == 0 || text.size() - dot < 3) return false;
  const std::string_view last = text.substr(dot + 1);
  return std::all_of(last.begin(), last.end(), is_letter) &&
         std::all_of(text.begin(), text.end(), [](char c) {
           return is_letter(c) || is_digit(c) || c == '.' || c == '-';
         });
}

// Where the words of an address begin: behind `https://` and `www.`. Nothing if `token` is
// none.
std::optional<std::size_t> find_address(std::string_view token) {
  const std::size_t colon = token.find("://");
  const bool has_scheme = colon != std::string_view::npos && colon > 0 &&
                          std::all_of(token.begin(), token.begin() + colon, is_letter);
  std::size_t start = has_scheme ? colon + 3 : 0;
  const bool has_www = to_lower(token.substr(start, 4)) == "www.";
  if (has_www) start += 4;
  const std::size_t slash = token.find('/');
  const bool has_path = slash != std::string_view::npos && is_host(token.substr(0, slash));
  if (!has_scheme && !has_www && !has_path) return std::nullopt;
  return start;
}

class Parser {
 public:
  Parser(std::string_view text, const std::vector<std::string>& fields)
      : rest_(text), fields_(fields) {}

  ParsedQuery parse() {
    ParsedQuery query = parse_whole();
    // A query of nothing but OR, AND and NOT is made of words.
    if (!query.clauses.empty() || !joined_) return query;
    Parser again(whole_, fields_);
    again.words_join_ = false;
    again.notes_ = std::move(query.notes);
    return again.parse_whole();
  }

 private:
  ParsedQuery parse_whole() {
    if (rest_.size() > max_query_bytes) {
      std::size_t end = max_query_bytes;
      while (end > 0 && (static_cast<unsigned char>(rest_[end]) & 0xC0) == 0x80) --end;
      rest_ = rest_.substr(0, end);
      note("only the first " + std::to_string(max_query_bytes) +
           " bytes of the query were read");
    }
    whole_ = rest_;
    and_joins_ = std::any_of(rest_.begin(), rest_.end(), is_lower);
    ParsedQuery query;
    while (!rest_.empty()) {  // a bracket that nothing opened ends a list, and is skipped
      for (Clause& clause : parse_list(0)) query.clauses.push_back(std::move(clause));
      if (!rest_.empty()) rest_.remove_prefix(1);
    }
    query.notes = std::move(notes_);
    query.unknown_fields = std::move(unknown_fields_);
    return query;
  }

  static void add_once(std::vector<std::string>& list, std::string text) {
    if (std::find(list.begin(), list.end(), text) == list.end())
      list.push_back(std::move(text));
  }

  void note(std::string text) { add_once(notes_, std::move(text)); }

  // Inside the brackets of a field, commas too.
  void skip_space() {
    while (!rest_.empty() &&
           (is_space(rest_.front()) || (rest_.front() == ',' && !field_.empty())))
      rest_.remove_prefix(1);
  }

  enum class Join : std::uint8_t { none, either, both };

  // Up to the end or a closing bracket, which is left.
  std::vector<Clause> parse_list(std::size_t depth) {
    std::vector<Clause> list;
    Join join = Join::none;
    bool without = false;
    while (true) {
      skip_space();
      if (rest_.empty() || rest_.front() == ')') return list;
      if (take_word("OR")) {
        join = Join::either;
        continue;
      }
      if (and_joins_ && take_word("AND")) {
        join = Join::both;
        continue;
      }
      if (and_joins_ && take_word("NOT")) {
        without = true;
        continue;
      }
      std::optional<Clause> clause = parse_clause(depth);
      if (!clause) continue;
      if (++clauses_ > max_query_words) {  // a field is a clause without words
        note_words();
        rest_ = {};
        return list;
      }
      if (without) clause->need = Need::must_not;
      add(list, std::move(*clause), join);
      join = Join::none;
      without = false;
    }
  }

  static void add(std::vector<Clause>& list, Clause clause, Join join) {
    const bool joins = !list.empty() && list.back().need != Need::must_not;
    if (join == Join::either && joins && clause.need != Need::must_not)
      return join_either(list.back(), std::move(clause));
    if (join == Join::both) {
      // Of one field any would do, but for the AND.
      if (joins && !clause.field.empty() && clause.field == list.back().field)
        list.back().insisted = clause.insisted = true;
      if (joins) list.back().need = Need::must;
      if (clause.need == Need::may) clause.need = Need::must;
    }
    list.push_back(std::move(clause));
  }

  // One of the words that join clauses.
  bool take_word(std::string_view word) {
    if (!words_join_ || !rest_.starts_with(word)) return false;
    if (rest_.size() > word.size() && !is_space(rest_[word.size()]) &&
        rest_[word.size()] != '(' && rest_[word.size()] != ')')
      return false;
    rest_.remove_prefix(word.size());
    joined_ = true;
    return true;
  }

  // `a OR b OR c` is one group; it must match if one of its parts would have to.
  static void join_either(Clause& first, Clause second) {
    if (!first.field.empty() || first.kind != Clause::Kind::group || !is_either(first)) {
      Clause group{.kind = Clause::Kind::group, .need = first.need};
      first.need = Need::may;
      group.children.push_back(std::move(first));
      first = std::move(group);
    }
    if (second.need == Need::must) first.need = Need::must;
    second.need = Need::may;
    first.children.push_back(std::move(second));
  }

  static bool is_either(const Clause& group) {
    return std::all_of(group.children.begin(), group.children.end(),
                       [](const Clause& child) { return child.need == Need::may; });
  }

  std::optional<Clause> parse_clause(std::size_t depth) {
    std::optional<Need> sign;
    while (!rest_.empty() && (rest_.front() == '+' || rest_.front() == '-')) {
      sign = rest_.front() == '+' ? Need::must : Need::must_not;
      rest_.remove_prefix(1);
    }
    if (rest_.empty() || is_space(rest_.front()) || rest_.front() == ')') return std::nullopt;

    std::optional<Clause> clause;
    if (rest_.front() == '(') {
      clause = parse_group(depth);
    } else if (!field_.empty()) {
      clause = parse_listed(depth);
    } else if (quote_size(rest_) > 0) {
      clause = parse_phrase();
    } else {
      clause = parse_token(depth);
    }
    if (clause && sign) {
      clause->need = *sign;
      clause->insisted = clause->kind == Clause::Kind::field && *sign == Need::must;
    }
    return clause;
  }

  std::optional<Clause> parse_group(std::size_t depth) {
    rest_.remove_prefix(1);
    if (depth >= max_query_depth) {
      note("brackets more than " + std::to_string(max_query_depth) + " deep were left out");
      return std::nullopt;
    }
    Clause group{.kind = Clause::Kind::group, .children = parse_list(depth + 1)};
    if (!rest_.empty()) rest_.remove_prefix(1);
    if (group.children.empty()) return std::nullopt;
    // What only excludes is no choice beside others.
    if (std::all_of(group.children.begin(), group.children.end(),
                    [](const Clause& child) { return child.need == Need::must_not; }))
      group.need = Need::must;
    return group;
  }

  // Up to the next quote, or to the end.
  std::string take_quoted() {
    rest_.remove_prefix(quote_size(rest_));
    std::size_t end = 0;
    while (end < rest_.size() && quote_size(rest_.substr(end)) == 0) ++end;
    std::string text(rest_.substr(0, end));
    rest_.remove_prefix(end);
    if (!rest_.empty()) rest_.remove_prefix(quote_size(rest_));
    return text;
  }

  std::optional<Clause> parse_phrase() {
    std::optional<Clause> phrase = make_words(Clause::Kind::phrase, take_quoted());
    if (phrase) phrase->need = Need::must;
    return phrase;
  }

  std::optional<Clause> parse_token(std::size_t depth) {
    if (const auto start = find_address(rest_.substr(0, token_size()))) {
      rest_.remove_prefix(*start);
      std::optional<Clause> words = make_words(Clause::Kind::words, take_token());
      if (words) words->fixed = words->text.size();
      return words;
    }
    if (const std::size_t name = field_name_size(); name > 0)
      return is_field(rest_.substr(0, name)) ? parse_field(name, depth)
                                             : parse_unknown(name, depth);
    const bool exact = rest_.front() == '=';
    if (exact) rest_.remove_prefix(1);
    std::string token = take_token();
    if (exact) return make_words(Clause::Kind::exact, std::move(token));
    if (token.size() > 1 && token.back() == '*') {
      token.pop_back();
      const std::vector<language::Word> words = language::words_of(token);
      constexpr std::size_t least = 2;  // one letter would stand for a third of a language
      if (words.size() == 1 && count_characters(words[0].text) >= least)
        return make_words(Clause::Kind::prefix, std::move(token));
    }
    return make_words(Clause::Kind::words, std::move(token));
  }

  // A name that is no field's is a word; before a phrase or a group it says nothing.
  std::optional<Clause> parse_unknown(std::size_t name_size, std::size_t depth) {
    add_once(unknown_fields_, to_lower(rest_.substr(0, name_size)));
    const std::string_view value = rest_.substr(name_size + 1);
    if (value.front() == '(' || quote_size(value) > 0) {
      rest_ = value;
      return value.front() == '(' ? parse_group(depth) : parse_phrase();
    }
    std::optional<Clause> words = make_words(Clause::Kind::words, take_token());
    if (words) words->fixed = name_size;
    return words;
  }

  // Words beyond the limit are cut off.
  std::optional<Clause> make_words(Clause::Kind kind, std::string text) {
    const std::vector<language::Word> words = language::words_of(text);
    if (words.empty()) return std::nullopt;
    const std::size_t left = max_query_words - words_;
    if (words.size() > left) {
      note_words();
      if (left == 0) return std::nullopt;
      text.resize(words[left - 1].offset + words[left - 1].length);
    }
    words_ += std::min(words.size(), left);
    return Clause{.kind = kind, .text = std::move(text)};
  }

  void note_words() {
    note("only the first " + std::to_string(max_query_words) + " words of the query were read");
  }

  std::size_t token_size() const {
    std::size_t end = 0;
    while (end < rest_.size() && !is_space(rest_[end]) && rest_[end] != '(' &&
           rest_[end] != ')' && quote_size(rest_.substr(end)) == 0)
      ++end;
    return end;
  }

  std::string take_token() {
    const std::size_t end = token_size();
    std::string token(rest_.substr(0, end));
    rest_.remove_prefix(end);
    return token;
  }

  // How long the name of a field is that stands here with its value after the colon, or 0.
  std::size_t field_name_size() const {
    const std::size_t end = rest_.substr(0, token_size()).find(':');
    if (end == std::string_view::npos || !is_name(rest_.substr(0, end)) ||
        end + 1 >= rest_.size() || is_space(rest_[end + 1]) || rest_[end + 1] == ')')
      return 0;
    const std::string_view name = rest_.substr(0, end);
    return is_field(name) || count_characters(name) > 1 ? end : 0;
  }

  bool is_field(std::string_view name) const {
    return std::find(fields_.begin(), fields_.end(), to_lower(name)) != fields_.end();
  }

  // Letters, hyphens and underscores; or one word of any script.
  static bool is_name(std::string_view text) {
    const bool plain = std::all_of(text.begin(), text.end(),
                                   [](char c) { return is_letter(c) || c == '-' || c == '_'; });
    if (plain) return !text.empty();
    const std::vector<language::Word> words = language::words_of(text);
    return words.size() == 1 && words[0].length == text.size() &&
           !std::any_of(text.begin(), text.end(), is_digit);
  }

  std::optional<Clause> parse_field(std::size_t name_size, std::size_t depth) {
    const std::string outer = std::exchange(field_, to_lower(rest_.substr(0, name_size)));
    rest_.remove_prefix(name_size + 1);
    std::optional<Clause> field;
    if (rest_.front() == '(') {
      field = parse_group(depth);
      if (field) field->children = spread(std::move(field->children));
    } else {
      const bool quoted = quote_size(rest_) > 0;
      field = parse_value();
      while (!quoted && field->text.ends_with(',')) field->text.pop_back();
      if (!quoted && field->text.empty()) field.reset();
    }
    // Inside the brackets of another field it is one of the choices.
    if (field && outer.empty()) field->need = Need::must;
    field_ = outer;
    return field;
  }

  // What stands inside the brackets of a field; a label with a comma stands in quotes.
  std::optional<Clause> parse_listed(std::size_t depth) {
    const bool quoted = quote_size(rest_) > 0;
    const std::size_t name = quoted ? 0 : field_name_size();
    if (name > 0 && is_field(rest_.substr(0, name))) return parse_field(name, depth);
    const std::string_view before = rest_;
    Clause value = parse_value();
    const std::size_t comma = quoted ? std::string::npos : value.text.find(',');
    if (comma == std::string::npos) return value;
    rest_ = before.substr(comma);
    value.text.resize(comma);
    if (value.text.empty()) return std::nullopt;
    return value;
  }

  Clause parse_value() {
    return {.kind = Clause::Kind::field,
            .text = quote_size(rest_) > 0 ? take_quoted() : take_token(),
            .field = field_};
  }

  // `(a OR b) c` is `a b c` where any will do.
  static std::vector<Clause> spread(std::vector<Clause> list) {
    std::vector<Clause> all;
    for (Clause& child : list) {
      const bool choice =
          child.kind == Clause::Kind::group && child.need == Need::may && is_either(child);
      if (!choice) {
        all.push_back(std::move(child));
        continue;
      }
      for (Clause& one : spread(std::move(child.children))) all.push_back(std::move(one));
    }
    return all;
  }

  std::string_view rest_;
  std::string_view whole_;  // what is read of the query
  bool words_join_ = true;  // OR, AND and NOT are more than words
  bool and_joins_ = false;  // AND and NOT too: not all is in capitals
  bool joined_ = false;     // there was one of them
  std::string field_;       // inside its brackets; else empty
  const std::vector<std::string>& fields_;
  std::vector<std::string> notes_;
  std::vector<std::string> unknown_fields_;
  std::size_t clauses_ = 0;
  std::size_t words_ = 0;
};

}  // namespace

ParsedQuery parse_query(std::string_view text, const std::vector<std::string>& fields) {
  return Parser(text, fields).parse();
}

}  // namespace baraza::index
