#include "check/pattern.hpp"

#include <array>
#include <charconv>
#include <functional>
#include <map>
#include <optional>
#include <utility>

#include <re2/re2.h>

#include "base/text.hpp"

namespace baraza::check {
namespace {

// What `\s` means in ECMA-262: white space and line ends of all Unicode. RE2 knows ASCII's.
constexpr std::string_view space =
    R"(\t\n\v\f\r \x{a0}\x{1680}\x{2000}-\x{200a}\x{2028}\x{2029}\x{202f}\x{205f}\x{3000}\x{feff})";
// All characters but these.
constexpr std::string_view no_space =
    R"(\x{0}-\x{8}\x{e}-\x{1f}!-\x{9f}\x{a1}-\x{167f}\x{1681}-\x{1fff}\x{200b}-\x{2027})"
    R"(\x{202a}-\x{202e}\x{2030}-\x{205e}\x{2060}-\x{2fff}\x{3001}-\x{fefe}\x{ff00}-\x{10ffff})";
constexpr std::string_view any_but_line_end = R"([^\n\r\x{2028}\x{2029}])";

// Long names of general categories; RE2 knows the short ones.
// Source: https://www.unicode.org/Public/UCD/latest/ucd/PropertyValueAliases.txt
constexpr std::array<std::pair<std::string_view, std::string_view>, 40> categories = {{
    {"Letter", "L"},
    {"Cased_Letter", "LC"},
    {"Uppercase_Letter", "Lu"},
    {"Lowercase_Letter", "Ll"},
    {"Titlecase_Letter", "Lt"},
    {"Modifier_Letter", "Lm"},
    {"Other_Letter", "Lo"},
    {"Mark", "M"},
    {"Combining_Mark", "M"},
    {"Nonspacing_Mark", "Mn"},
    {"Spacing_Mark", "Mc"},
    {"Enclosing_Mark", "Me"},
    {"Number", "N"},
    {"Decimal_Number", "Nd"},
    {"digit", "Nd"},
    {"Letter_Number", "Nl"},
    {"Other_Number", "No"},
    {"Punctuation", "P"},
    {"punct", "P"},
    {"Connector_Punctuation", "Pc"},
    {"Dash_Punctuation", "Pd"},
    {"Open_Punctuation", "Ps"},
    {"Close_Punctuation", "Pe"},
    {"Initial_Punctuation", "Pi"},
    {"Final_Punctuation", "Pf"},
    {"Other_Punctuation", "Po"},
    {"Symbol", "S"},
    {"Math_Symbol", "Sm"},
    {"Currency_Symbol", "Sc"},
    {"Modifier_Symbol", "Sk"},
    {"Other_Symbol", "So"},
    {"Separator", "Z"},
    {"Space_Separator", "Zs"},
    {"Line_Separator", "Zl"},
    {"Paragraph_Separator", "Zp"},
    {"Other", "C"},
    {"Control", "Cc"},
    {"Format", "Cf"},
    {"Private_Use", "Co"},
    {"Surrogate", "Cs"},
}};

class Translator {
 public:
  Translator(std::string_view ecma, PatternProblem& problem) : text_(ecma), problem_(problem) {}

  std::string translate() {
    while (problem_.message.empty() && at_ < text_.size()) translate_one();
    return std::move(out_);
  }

 private:
  bool starts(std::string_view word) const { return text_.substr(at_, word.size()) == word; }

  void fail(std::string message, bool unsupported = false) {
    if (problem_.message.empty()) problem_ = {std::move(message), unsupported};
  }

  void emit_character(char32_t character) {
    std::string digits(8, '\0');
    const auto end = std::to_chars(digits.data(), digits.data() + 8,
                                   static_cast<std::uint32_t>(character), 16);
    digits.resize(static_cast<std::size_t>(end.ptr - digits.data()));
    out_ += "\\x{" + digits + "}";
  }

  void translate_one() {
    const char c = text_[at_];
    if (c == '\\') return translate_escape();
    if (in_class_) return translate_in_class(c);
    if (c == '[') return open_class();
    if (c == '(') return open_group();
    ++at_;
    if (c == '.')
      out_ += any_but_line_end;
    else
      out_ += c;
  }

  void open_class() {
    ++at_;
    if (starts("^]")) {
      at_ += 2;
      out_ += R"([\x{0}-\x{10ffff}])";
    } else if (starts("]")) {
      ++at_;
      out_ += R"([^\x{0}-\x{10ffff}])";
    } else {
      in_class_ = true;
      out_ += '[';
      if (starts("^")) {
        ++at_;
        out_ += '^';
      }
    }
  }

  void translate_in_class(char c) {
    ++at_;
    if (c == ']') in_class_ = false;
    if (c == '[') out_ += '\\';  // RE2 would look for a POSIX class
    out_ += c;
  }

  void open_group() {
    for (const std::string_view look : {"(?=", "(?!", "(?<=", "(?<!"})
      if (starts(look))
        return fail("looks ahead or behind with `" + std::string(look) + "`", true);
    if (starts("(?<")) {
      out_ += "(?P<";
      at_ += 3;
    } else if (starts("(?:")) {
      out_ += "(?:";
      at_ += 3;
    } else if (starts("(?")) {
      fail("has a group of an unknown kind, `" + std::string(text_.substr(at_, 3)) + "`");
    } else {
      out_ += '(';
      ++at_;
    }
  }

  void translate_escape() {
    if (at_ + 1 == text_.size()) return fail("ends in a single backslash");
    const char c = text_[at_ + 1];
    at_ += 2;
    switch (c) {
      case 's':
        out_ += in_class_ ? std::string(space) : "[" + std::string(space) + "]";
        return;
      case 'S':
        out_ += in_class_ ? std::string(no_space) : "[^" + std::string(space) + "]";
        return;
      case 'b':
        out_ += in_class_ ? "\\x{8}" : "\\b";
        return;
      case 'p':
      case 'P':
        return translate_property(c);
      case 'u':
        return translate_code_point();
      case 'x':
        return translate_hex(2);
      case 'c':
        return translate_control();
      case 'k':
        return fail("meets again what it met before, with `\\k`", true);
      default:
        return translate_other_escape(c);
    }
  }

  void translate_other_escape(char c) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    if (c == '0')
      out_ += "\\x{0}";
    else if (c >= '1' && c <= '9')
      fail(std::string("meets again what it met before, with `\\") + c + "`", true);
    else if (std::string_view("dDwWtnvfr").find(c) != std::string_view::npos ||
             (c == 'B' && !in_class_))
      out_ += std::string("\\") + c;
    else if (letter || c == '_')
      fail(std::string("has an unknown escape, `\\") + c + "`");
    else
      out_ += std::string(static_cast<unsigned char>(c) >= 0x80 ? "" : "\\") + c;
  }

  void translate_property(char p) {
    const std::size_t close = text_.find('}', at_);
    if (!starts("{") || close == std::string_view::npos)
      return fail(std::string("has `\\") + p + "` without a name in braces");
    std::string_view name = text_.substr(at_ + 1, close - at_ - 1);
    at_ = close + 1;
    const std::size_t equals = name.find('=');
    if (equals != std::string_view::npos) name.remove_prefix(equals + 1);
    for (const auto& [longer, shorter] : categories)
      if (name == longer) name = shorter;
    if (name == "LC") {
      if (p == 'P' || in_class_) return fail("asks for `\\p{LC}` in a class", true);
      out_ += R"([\p{Lu}\p{Ll}\p{Lt}])";
      return;
    }
    if (name == "ASCII") {
      out_ += in_class_ ? "" : "[";
      out_ += p == 'p' ? R"(\x{0}-\x{7f})" : R"(\x{80}-\x{10ffff})";
      out_ += in_class_ ? "" : "]";
      return;
    }
    const std::string property = std::string("\\") + p + "{" + std::string(name) + "}";
    if (!re2::RE2(property, re2::RE2::Quiet).ok())
      return fail(
          "asks for characters by a property that is not known here, `" + property + "`", true);
    out_ += property;
  }

  std::optional<char32_t> take_hex(std::size_t digits) {
    const std::string_view written = text_.substr(at_, digits);
    std::uint32_t value = 0;
    const auto parsed =
        std::from_chars(written.data(), written.data() + written.size(), value, 16);
    if (written.empty() || written.size() != digits || parsed.ec != std::errc() ||
        parsed.ptr != written.data() + written.size() || value > 0x10FFFF)
      return std::nullopt;
    at_ += digits;
    return value;
  }

  void translate_hex(std::size_t digits) {
    const std::optional<char32_t> character = take_hex(digits);
    if (!character) return fail("has a `\\x` or `\\u` without its hexadecimal digits");
    emit_character(*character);
  }

  void translate_code_point() {
    if (starts("{")) {
      const std::size_t close = text_.find('}', at_);
      ++at_;
      translate_hex(close == std::string_view::npos ? 0 : close - at_);
      ++at_;
      return;
    }
    std::optional<char32_t> character = take_hex(4);
    if (!character) return fail("has a `\\u` without its four hexadecimal digits");
    if (*character >= 0xD800 && *character < 0xDC00 && starts("\\u")) {
      at_ += 2;
      const std::optional<char32_t> low = take_hex(4);
      if (!low || *low < 0xDC00 || *low > 0xDFFF) return fail("has half a surrogate pair");
      character = 0x10000 + ((*character - 0xD800) << 10U) + (*low - 0xDC00);
    }
    emit_character(*character);
  }

  void translate_control() {
    const char c = at_ < text_.size() ? text_[at_++] : '\0';
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    if (!letter) return fail("has a `\\c` without its letter");
    emit_character(static_cast<char32_t>(static_cast<unsigned char>(c) & 0x1FU));
  }

  std::string_view text_;
  PatternProblem& problem_;
  std::size_t at_ = 0;
  std::string out_;
  bool in_class_ = false;
};

// What RE2 found wrong, after "the pattern".
std::string words_of(re2::RE2::ErrorCode code) {
  switch (code) {
    case re2::RE2::ErrorMissingBracket:
      return "has a `[` that is never closed";
    case re2::RE2::ErrorMissingParen:
      return "has a `(` that is never closed";
    case re2::RE2::ErrorUnexpectedParen:
      return "has a `)` that nothing opens";
    case re2::RE2::ErrorTrailingBackslash:
      return "ends in a lone backslash";
    case re2::RE2::ErrorRepeatArgument:
    case re2::RE2::ErrorRepeatOp:
      return "repeats nothing, or a repetition";
    case re2::RE2::ErrorBadEscape:
      return "has an unknown letter after a backslash";
    case re2::RE2::ErrorBadCharClass:
    case re2::RE2::ErrorBadCharRange:
      return "has a range of characters in brackets that is none";
    default:
      return "is not a regular expression";
  }
}

}  // namespace

std::string translate_pattern(std::string_view ecma, PatternProblem& problem) {
  return Translator(ecma, problem).translate();
}

// To compile the same few patterns for every schema was a third of a short run.
Pattern Pattern::compile(std::string_view ecma, PatternProblem& problem) {
  constexpr std::size_t most_kept = 256;
  thread_local std::map<std::string, Pattern, std::less<>> kept;
  if (const auto known = kept.find(ecma); known != kept.end()) return known->second;
  Pattern pattern = compile_anew(ecma, problem);
  if (problem.message.empty() && kept.size() < most_kept) kept.emplace(ecma, pattern);
  return pattern;
}

Pattern Pattern::compile_anew(std::string_view ecma, PatternProblem& problem) {
  Pattern pattern;
  pattern.source_ = ecma;
  const std::string translated = translate_pattern(ecma, problem);
  if (!problem.message.empty()) return pattern;
  re2::RE2::Options options(re2::RE2::Quiet);
  options.set_never_capture(true);
  auto compiled = std::make_shared<re2::RE2>(translated, options);
  if (compiled->ok()) {
    pattern.compiled_ = std::move(compiled);
    return pattern;
  }
  const bool large = compiled->error_code() == re2::RE2::ErrorPatternTooLarge ||
                     compiled->error_code() == re2::RE2::ErrorRepeatSize;
  problem.message = large ? "counts too far or is too large" : words_of(compiled->error_code());
  problem.unsupported = large;
  return pattern;
}

bool Pattern::matches(std::string_view text) const {
  if (compiled_ == nullptr) return true;
  return re2::RE2::PartialMatch({text.data(), text.size()}, *compiled_);
}

}  // namespace baraza::check
