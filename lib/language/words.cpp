#include "language/words.hpp"

#include <algorithm>
#include <memory>
#include <utility>

#include <unicode/brkiter.h>
#include <unicode/uchar.h>

#include "base/text.hpp"
#include "language/fold.hpp"
#include "language/role.hpp"

namespace baraza::language {
namespace {

// A run of word characters and what joins it to the next run.
struct Piece {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::size_t characters = 0;
  bool ascii = true;
  bool digits = true;  // nothing but digits
  bool spaceless = false;
  Role link = Role::other;  // other: it stands alone or last
};

// A word before it is numbered; `link` hyphen joins it to the next.
struct Atom {
  std::string text = {};
  std::string accented = {};
  std::size_t begin = 0;
  std::size_t end = 0;
  bool digits = false;
  Role link = Role::other;
};

// Digits of every script become 0 to 9. In Devanagari the nukta goes and a candrabindu becomes
// an anusvara, as they are often left out and interchanged; Lucene's HindiNormalizer does the
// same.
std::string fold_marks(const std::string& folded) {
  std::string result;
  for (std::string_view rest = folded; !rest.empty();) {
    const char32_t letter = take_character(rest);
    const auto point = static_cast<UChar32>(letter);
    if (letter == 0x093C) continue;
    if (letter == 0x0901) {
      append_utf8(result, 0x0902);
    } else if (u_charType(point) == U_DECIMAL_DIGIT_NUMBER) {
      result.push_back(static_cast<char>('0' + u_charDigitValue(point)));
    } else {
      append_utf8(result, letter);
    }
  }
  return result;
}

void cut_word(std::string& word) {
  if (word.size() <= max_word_bytes) return;
  std::size_t end = max_word_bytes;
  while (end > 0 && (static_cast<unsigned char>(word[end]) & 0xC0) == 0x80) --end;
  word.resize(end);
}

bool has_letter_or_digit(std::string_view word) {
  while (!word.empty())
    if (u_isalnum(static_cast<UChar32>(take_character(word)))) return true;
  return false;
}

class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_(text) {}

  std::vector<Word> scan() {
    words_.reserve(text_.size() / 6);
    std::size_t at = 0;
    while (at < text_.size()) {
      if (in_word(role_at(at).first)) {
        at = take_chain(at);
        emit_chain();
      } else {
        at = role_at(at).second;
      }
    }
    return std::move(words_);
  }

 private:
  // The role of the character at `at` and the place after it.
  std::pair<Role, std::size_t> role_at(std::size_t at) const {
    const auto byte = static_cast<unsigned char>(text_[at]);
    if (byte < 0x80) return {role_of(byte), at + 1};
    std::string_view rest = text_.substr(at);
    const Role role = role_of(take_character(rest));
    return {role, text_.size() - rest.size()};
  }

  Piece take_piece(std::size_t at) const {
    Piece piece{.begin = at, .end = at, .spaceless = role_at(at).first == Role::spaceless};
    while (at < text_.size()) {
      const auto [role, next] = role_at(at);
      if (!in_word(role)) break;
      const bool mark = piece.spaceless && role == Role::letter && is_mark(at);
      if ((role == Role::spaceless) != piece.spaceless && !mark) break;
      piece.ascii = piece.ascii && next == at + 1;
      piece.digits = piece.digits && role == Role::digit;
      ++piece.characters;
      piece.end = at = next;
    }
    return piece;
  }

  bool is_mark(std::size_t at) const {
    std::string_view rest = text_.substr(at);
    return (U_GET_GC_MASK(static_cast<UChar32>(take_character(rest))) & U_GC_M_MASK) != 0;
  }

  // Fills chain_ with the pieces that hang together from `at`; answers the place after them.
  std::size_t take_chain(std::size_t at) {
    chain_.clear();
    while (true) {
      chain_.push_back(take_piece(at));
      Piece& piece = chain_.back();
      if (piece.spaceless || piece.end == text_.size()) return piece.end;
      const auto [link, next] = role_at(piece.end);
      if (link == Role::other || in_word(link) || next == text_.size()) return piece.end;
      const Role follower = role_at(next).first;
      if (!in_word(follower) || follower == Role::spaceless) return piece.end;
      piece.link = link;
      at = next;
    }
  }

  std::string_view view(const Piece& piece) const {
    return text_.substr(piece.begin, piece.end - piece.begin);
  }

  Atom make_atom(std::size_t first, std::size_t last, std::string raw) const {
    Atom atom{.begin = chain_[first].begin, .end = chain_[last].end};
    bool ascii = true;
    for (std::size_t i = first; i <= last; ++i) ascii = ascii && chain_[i].ascii;
    fill(atom, std::move(raw), ascii);
    atom.digits = is_number(atom.text);
    return atom;
  }

  static void fill(Atom& atom, std::string raw, bool ascii) {
    if (ascii) {
      atom.text = to_lower(raw);
      cut_word(atom.text);
      return;
    }
    if (raw.size() > 16 * max_word_bytes) raw.resize(16 * max_word_bytes);
    atom.accented = fold_marks(fold(raw));
    atom.text = fold_accents(atom.accented);
    cut_word(atom.text);
    cut_word(atom.accented);
    if (!has_letter_or_digit(atom.text)) atom.text.clear();
    if (atom.accented == atom.text) atom.accented.clear();
  }

  void emit_chain() {
    atoms_.clear();
    for (std::size_t i = 0; i < chain_.size();) {
      if (chain_[i].spaceless) {
        add_spaceless(chain_[i]);
        ++i;
      } else if (is_number_at(i)) {
        i = add_number(i);
      } else if (is_initials_at(i)) {
        i = add_initials(i);
      } else {
        i = add_word(i);
      }
    }
    number_atoms();
  }

  bool is_number_at(std::size_t i) const {
    return chain_[i].digits && i + 1 < chain_.size() && chain_[i + 1].digits &&
           (chain_[i].link == Role::dot || chain_[i].link == Role::comma);
  }

  // 1,000 and 1.000 and 1,00,000 are whole numbers, 1,234.5 and 1.5 and 1,5 have a fraction;
  // all else that looks like these (a date, a version, a list) is as many numbers as it shows.
  std::size_t add_number(std::size_t first) {
    std::size_t last = first;
    while (last + 1 < chain_.size() && is_number_at(last)) ++last;

    std::size_t whole_end = first;  // the last piece of the whole part
    const Role separator = chain_[first].link;
    while (whole_end < last && chain_[whole_end].link == separator &&
           is_group(chain_[whole_end + 1],
                    whole_end + 1 == last || chain_[whole_end + 1].link != separator))
      ++whole_end;
    const bool grouped = whole_end > first && chain_[first].characters <= 3 &&
                         text_[chain_[first].begin] != '0' && chain_[whole_end].characters == 3;
    if (!grouped) whole_end = first;
    const std::size_t left = last - whole_end;
    const bool fraction = left == 1 && (chain_[whole_end].link == Role::dot || grouped ||
                                        chain_[last].characters <= 2);
    if (left > 0 && !fraction) {
      for (std::size_t i = first; i <= last; ++i) add_piece(i, i == last);
      return last + 1;
    }
    std::string raw;
    for (std::size_t i = first; i <= whole_end; ++i) raw += view(chain_[i]);
    if (left == 1) raw.append(".").append(view(chain_[last]));
    atoms_.push_back(make_atom(first, last, std::move(raw)));
    atoms_.back().link = chain_[last].link;
    return last + 1;
  }

  static bool is_group(const Piece& piece, bool at_end) {
    return piece.characters == 3 || (!at_end && piece.characters == 2);
  }

  void add_piece(std::size_t i, bool keep_link) {
    atoms_.push_back(make_atom(i, i, std::string(view(chain_[i]))));
    if (keep_link) atoms_.back().link = chain_[i].link;
  }

  bool is_initials_at(std::size_t i) const {
    return chain_[i].link == Role::dot && is_letter(i) && is_letter(i + 1);
  }

  bool is_letter(std::size_t i) const {
    return i < chain_.size() && chain_[i].characters == 1 && !chain_[i].digits &&
           !chain_[i].spaceless;
  }

  std::size_t add_initials(std::size_t first) {
    std::size_t last = first;
    std::string raw(view(chain_[first]));
    while (is_initials_at(last)) raw += view(chain_[++last]);
    atoms_.push_back(make_atom(first, last, std::move(raw)));
    atoms_.back().link = chain_[last].link;
    return last + 1;
  }

  // One piece, or several with apostrophes between.
  std::size_t add_word(std::size_t first) {
    if (is_elision(first)) {
      add_piece(first, false);
      atoms_.back().link = Role::hyphen;
      return first + 1;
    }
    std::size_t last = first;
    while (chain_[last].link == Role::apostrophe) ++last;
    std::size_t end = last;
    while (end > first && (view(chain_[end]) == "s" || view(chain_[end]) == "S")) --end;
    std::string raw;
    for (std::size_t i = first; i <= end; ++i) raw += view(chain_[i]);
    atoms_.push_back(make_atom(first, end, std::move(raw)));
    atoms_.back().link = chain_[last].link;
    return last + 1;
  }

  // The article or particle of l'école, d'accord, qu'il, O'Brien; not of I'll, I've, we're.
  bool is_elision(std::size_t i) const {
    if (chain_[i].link != Role::apostrophe) return false;
    const std::string before = to_lower(view(chain_[i]));
    if (!is_letter(i) && before != "qu") return false;
    const std::string after = to_lower(view(chain_[i + 1]));
    return chain_[i + 1].characters > 1 && after != "ll" && after != "ve" && after != "re";
  }

  void add_spaceless(const Piece& piece) {
    if (!breaker_) {
      UErrorCode status = U_ZERO_ERROR;
      breaker_.reset(icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), status));
      if (U_FAILURE(status)) breaker_.reset();
    }
    const icu::UnicodeString run = icu::UnicodeString::fromUTF8(icu::StringPiece(
        text_.data() + piece.begin, static_cast<int32_t>(piece.end - piece.begin)));
    if (breaker_) breaker_->setText(run);
    std::size_t at = piece.begin;
    int32_t begin = 0;
    while (begin < run.length()) {
      int32_t end = breaker_ ? breaker_->following(begin) : run.length();
      if (end == icu::BreakIterator::DONE) end = run.length();
      std::string raw;
      run.tempSubStringBetween(begin, end).toUTF8String(raw);
      Atom atom{.begin = at, .end = at + raw.size()};
      at = atom.end;
      begin = end;
      fill(atom, std::move(raw), false);
      atoms_.push_back(std::move(atom));
    }
  }

  // Gives the atoms their positions; before those that hyphens join, the joined form.
  void number_atoms() {
    for (std::size_t first = 0; first < atoms_.size();) {
      std::size_t last = first;
      while (last + 1 < atoms_.size() && atoms_[last].link == Role::hyphen) ++last;
      add_joined(first, last);
      for (std::size_t i = first; i <= last; ++i) add(std::move(atoms_[i]));
      first = last + 1;
    }
  }

  // Long chains are rules and tables, and numbers joined are spans and telephone numbers.
  void add_joined(std::size_t first, std::size_t last) {
    constexpr std::size_t most_parts = 5;
    if (last == first || last - first >= most_parts) return;
    const bool numbers = std::all_of(atoms_.begin() + static_cast<std::ptrdiff_t>(first),
                                     atoms_.begin() + static_cast<std::ptrdiff_t>(last) + 1,
                                     [](const Atom& atom) { return atom.digits; });
    if (numbers) return;
    Word word{.offset = atoms_[first].begin,
              .length = atoms_[last].end - atoms_[first].begin,
              .position = position_ + 1,
              .joined = true};
    bool accented = false;
    for (std::size_t i = first; i <= last; ++i) {
      word.text += atoms_[i].text;
      word.accented += atoms_[i].accented.empty() ? atoms_[i].text : atoms_[i].accented;
      accented = accented || !atoms_[i].accented.empty();
    }
    if (!accented) word.accented.clear();
    cut_word(word.text);
    cut_word(word.accented);
    if (!word.text.empty()) words_.push_back(std::move(word));
  }

  void add(Atom atom) {
    if (atom.text.empty()) return;
    words_.push_back({.text = std::move(atom.text),
                      .accented = std::move(atom.accented),
                      .offset = atom.begin,
                      .length = atom.end - atom.begin,
                      .position = ++position_});
  }

  std::string_view text_;
  std::vector<Word> words_;
  std::vector<Piece> chain_;
  std::vector<Atom> atoms_;
  std::unique_ptr<icu::BreakIterator> breaker_;  // made when a script first needs it
  std::uint32_t position_ = 0;
};

}  // namespace

std::vector<Word> words_of(std::string_view text) { return Scanner(text).scan(); }

bool is_number(std::string_view word) {
  bool digit = false;
  bool point = false;
  for (const char c : word) {
    if (c >= '0' && c <= '9') {
      digit = true;
    } else if (c == '.' && !point) {
      point = true;
    } else {
      return false;
    }
  }
  return digit;
}

}  // namespace baraza::language
