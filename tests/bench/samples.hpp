// What a bank's own cases and insights teach about how such texts are written: a word chain and
// the usual lengths for each kind of text, and the terms that its records choose from.
#pragma once

#include <array>
#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "content/vocabulary.hpp"
#include "tests/bench/chain.hpp"

namespace baraza::bench {

// In the words of a chain, where something else stands in each text that is made: a name of one
// word (of a place, most often), a longer one (of people's bodies), a year, a digit.
inline constexpr char place_slot = '\x01';
inline constexpr char body_slot = '\x02';
inline constexpr char year_slot = '\x03';
inline constexpr char digit_slot = '\x04';

enum class Kind {
  title,
  summary,
  claim,
  because,
  limits,
  question,
  outcome,
  outcome_limits,
  event,
  tie,
  transfer,
  source,
  body,
  insight,
  insight_summary,
  why,
  insight_body
};
inline constexpr std::size_t kinds = 17;

struct Manner {
  Chain chain = {};
  std::vector<std::size_t> lengths = {};  // of texts, in sentences
};

struct Samples {
  std::array<Manner, kinds> manners = {};
  content::Vocabularies vocabularies = {};
  std::vector<std::string> tags = {};

  const Manner& of(Kind kind) const { return manners[static_cast<std::size_t>(kind)]; }
  // The ids of a vocabulary's terms; empty where there is none.
  std::vector<std::string> terms(const std::string& vocabulary) const;
  // Its name in English; the id where there is none.
  std::string label(const std::string& vocabulary, const std::string& term) const;
};

// Learns from the English cases and insights of the bank in `root`, which has schemas. Fails
// where a file cannot be read or some kind of text is not in it.
Result<Samples> read_samples(const std::string& root);

// A text cut after each full stop, question mark and exclamation mark that a capital or a digit
// follows.
std::vector<std::string> sentences_of(std::string_view text);

}  // namespace baraza::bench
