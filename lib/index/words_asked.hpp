// The words that a question ranks by, and telling which of them a word of a text is.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "index/postings.hpp"
#include "language/words.hpp"

namespace baraza::index {

struct AskedWord {
  enum class Form { any, exact, prefix };

  std::string text = {};                   // folded; of a prefix its letters
  std::vector<std::string> stems = {};     // over the bank's languages, each once
  std::vector<std::string> expanded = {};  // of a prefix: the words that begin so
  Form form = Form::any;
  double weight = 1;     // how much it tells documents apart, for excerpts
  bool synonym = false;  // it stands in a name of an expansion, and does not rank by itself

  bool operator==(const AskedWord&) const = default;
};

// Words of the question, and other names for what they stand for.
struct Expansion {
  std::string of = {};  // folded, joined by spaces
  std::vector<std::string> names = {};
  std::string source = {};  // `synonyms`, or the vocabulary or framework that has the names

  bool operator==(const Expansion&) const = default;
};

// Which words of texts were asked for.
class Matcher {
 public:
  static constexpr std::size_t none = static_cast<std::size_t>(-1);

  // `asked` must stay.
  explicit Matcher(const std::vector<AskedWord>& asked);

  // The place in `asked` of what `word`, of a text in `language`, answers; or none.
  std::size_t find(const language::Word& word, const std::string& language);

  const std::vector<AskedWord>& asked() const { return *asked_; }

 private:
  std::size_t look_up(const language::Word& word, const std::string& language);

  const std::vector<AskedWord>* asked_;
  std::unordered_map<std::string, std::size_t> by_text_;
  std::unordered_map<std::string, std::size_t> by_stem_;
  std::map<std::string, std::unordered_map<std::string, std::size_t>> seen_;  // by language
  Stemmers stemmers_;
};

}  // namespace baraza::index
