// Cases and insights that nobody lived, told in the manner of a bank's own.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "tests/bench/names.hpp"
#include "tests/bench/samples.hpp"

namespace baraza::bench {

struct MadeLesson {
  std::string id = {};
  std::string claim = {};
  std::string because = {};
  std::string limits = {};  // may be empty, and so may question
  std::string question = {};
  std::string kind = {};
  std::vector<std::string> moments = {};
  std::vector<std::string> roles = {};
  std::vector<std::string> sources = {};
  std::vector<std::string> outcomes = {};  // ids of those that bear on it
};

struct MadeOutcome {
  std::string id = {};
  std::string claim = {};
  std::string limits = {};
  std::string aim = {};
  std::string direction = {};
  std::vector<std::string> basis = {};
  std::string corroboration = {};
  std::vector<std::string> sources = {};
};

struct MadeActor {
  std::string id = {};
  std::string name = {};
  std::string kind = {};
  std::string role = {};
};

struct MadeTie {
  std::string from = {};
  std::string to = {};
  std::string kind = {};
  std::string words = {};  // may be empty
};

struct MadeEvent {
  std::string id = {};
  int year = 0;
  std::string what = {};
  std::vector<std::string> sources = {};
};

struct MadeSource {
  std::string id = {};
  std::string title = {};
  std::string author = {};
  std::string kind = {};
  int year = 0;
};

struct MadeSection {
  std::string heading = {};
  std::vector<std::string> paragraphs = {};
};

struct MadeCase {
  std::string id = {};
  std::string title = {};
  std::string summary = {};
  std::vector<std::string> countries = {};
  std::vector<std::string> sectors = {};
  std::vector<std::string> capabilities = {};
  std::vector<std::string> groups = {};
  std::vector<std::string> tags = {};
  std::string level = {};
  std::string stage = {};
  int first_year = 0;
  int last_year = 0;
  Names names = {};
  std::vector<MadeActor> actors = {};
  std::vector<MadeTie> ties = {};
  std::vector<MadeEvent> events = {};
  std::vector<MadeOutcome> outcomes = {};
  std::vector<MadeLesson> lessons = {};  // three
  std::vector<std::string> needs = {};
  std::vector<std::string> breaks_if = {};
  std::vector<MadeSource> sources = {};
  std::vector<MadeSection> sections = {};
};

struct MadeStand {
  std::string lesson = {};  // its full id
  std::string stance = {};
  std::string why = {};
};

struct MadeInsight {
  std::string id = {};
  std::string title = {};
  std::string summary = {};
  std::vector<MadeStand> rests_on = {};
  std::string state = {};
  std::string author = {};
  std::vector<MadeSection> sections = {};
};

// The case of this number, from 0: always the same for a seed, however many there are.
MadeCase make_case(const Samples& samples, std::uint64_t seed, std::size_t number);

// The insight of this number, on lessons of some of these cases.
MadeInsight make_insight(const Samples& samples, std::uint64_t seed, std::size_t number,
                         const std::vector<MadeCase>& cases);

}  // namespace baraza::bench
