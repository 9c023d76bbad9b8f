// Tells texts of each kind in the manner of the samples, with the names and years of one
// record.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "tests/bench/names.hpp"
#include "tests/bench/samples.hpp"

namespace baraza::bench {

class Teller {
 public:
  Teller(const Samples& samples, Random& random) : samples_(samples), random_(random) {}

  void set_names(Names names) { names_ = std::move(names); }
  void set_years(int first, int last) {
    first_year_ = first;
    last_year_ = last;
  }
  const Names& names() const { return names_; }

  // A sentence of at most `most` characters.
  std::string sentence(Kind kind, std::size_t most = no_end);
  // As many as such texts have, as far as `most` characters hold them; one at least.
  std::string text(Kind kind, std::size_t most = no_end);
  // Paragraphs of so many words, up to the end of a sentence.
  std::vector<std::string> paragraphs(Kind kind, std::size_t words);

 private:
  static constexpr std::size_t no_end = static_cast<std::size_t>(-1);

  std::string walk(Kind kind);
  static bool is_short(const std::string& sentence, std::size_t most);

  const Samples& samples_;
  Random& random_;
  Names names_ = {};
  int first_year_ = 2000;
  int last_year_ = 2020;
};

std::size_t count_words(const std::string& text);

}  // namespace baraza::bench
