#include "tests/bench/records.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include "base/text.hpp"
#include "language/slug.hpp"
#include "language/stop_words.hpp"
#include "language/words.hpp"
#include "tests/bench/teller.hpp"

namespace baraza::bench {
namespace {

// Limits of the schema, in characters.
constexpr std::size_t most_in_title = 160;
constexpr std::size_t most_in_summary = 280;
constexpr std::size_t most_in_claim = 200;
constexpr std::size_t most_in_outcome = 300;

// Words of a body, which may turn out to have some more or fewer.
constexpr int fewest_words = 530;
constexpr int most_words = 870;

// A number of its own for each record, so that one does not depend on those before it.
std::uint64_t seed_of(std::uint64_t seed, std::uint64_t kind, std::size_t number) {
  std::uint64_t mixed = seed * 0x9E3779B97F4A7C15U + kind;
  mixed = (mixed ^ (mixed >> 29U)) * 0xBF58476D1CE4E5B9U + number;
  return mixed ^ (mixed >> 32U);
}

// An id of the first words of a claim that say something: `coaching-existing-officers`.
std::string id_of(const std::string& claim, std::set<std::string>& taken) {
  constexpr std::size_t words = 3;
  std::vector<std::string> said;
  for (const language::Word& word : language::words_of(claim)) {
    const std::string slug = language::slugify(word.text);
    if (said.size() == words) break;
    if (!word.joined && !slug.empty() && !language::is_stop_word(word.text, "en"))
      said.push_back(slug);
  }
  std::string id = said.empty() ? "lesson" : join(said, "-");
  for (int i = 2; !taken.insert(id).second; ++i) id = join(said, "-") + "-" + std::to_string(i);
  return id;
}

class Maker {
 public:
  Maker(const Samples& samples, std::uint64_t seed)
      : samples_(samples), random_(seed), teller_(samples, random_) {}

  MadeCase make_case(std::size_t number) {
    set_terms();
    set_period();
    made_.names = invent_names(samples_.label("countries", made_.countries.front()), random_);
    teller_.set_names(made_.names);
    teller_.set_years(made_.first_year, made_.last_year);
    made_.id = language::slugify(made_.names.programme + " " + made_.names.places.front()) +
               "-" + std::to_string(number + 1);
    made_.title = teller_.sentence(Kind::title, most_in_title);
    made_.summary = teller_.text(Kind::summary, most_in_summary);
    add_sources();
    add_actors();
    add_events();
    add_outcomes();
    add_lessons();
    for (int i = 0; i < 2; ++i) made_.needs.push_back(teller_.sentence(Kind::transfer));
    for (int i = 0; i < 2; ++i) made_.breaks_if.push_back(teller_.sentence(Kind::transfer));
    add_sections();
    return std::move(made_);
  }

  MadeInsight make_insight(std::size_t number, const std::vector<MadeCase>& cases) {
    const std::vector<MadeCase> some =
        random_.pick_some(cases, static_cast<std::size_t>(random_.between(3, 6)));
    teller_.set_names(some.front().names);
    teller_.set_years(some.front().first_year, some.front().last_year);
    MadeInsight made;
    made.title = teller_.sentence(Kind::insight, most_in_claim);
    std::set<std::string> taken;
    made.id = id_of(made.title, taken) + "-i" + std::to_string(number + 1);
    made.summary = teller_.text(Kind::insight_summary, most_in_summary);
    for (const MadeCase& one : some)
      made.rests_on.push_back({.lesson = one.id + "#" + random_.pick(one.lessons).id,
                               .stance = one_of("stances"),
                               .why = teller_.text(Kind::why)});
    made.state = random_.pick(std::vector<std::string>{"open", "settled", "contested"});
    made.author = some.front().names.people.front();
    for (const char* heading : {"What speaks for it", "What speaks against it",
                                "A way to read both", "A question for your own work"})
      made.sections.push_back({heading, teller_.paragraphs(Kind::insight_body, 60)});
    return made;
  }

 private:
  std::string one_of(const std::string& vocabulary) {
    return random_.pick(samples_.terms(vocabulary));
  }
  std::vector<std::string> some_of(const std::string& vocabulary, int fewest, int most) {
    return random_.pick_some(samples_.terms(vocabulary),
                             static_cast<std::size_t>(random_.between(fewest, most)));
  }

  void set_terms() {
    made_.countries = some_of("countries", 1, random_.chance(5) ? 2 : 1);
    made_.sectors = some_of("sectors", 1, 3);
    made_.capabilities = some_of("capabilities", 0, 3);
    made_.groups = some_of("groups", 0, 3);
    made_.tags = random_.pick_some(samples_.tags, 3);
    std::sort(made_.tags.begin(), made_.tags.end());
    made_.tags.erase(std::unique(made_.tags.begin(), made_.tags.end()), made_.tags.end());
    made_.level = one_of("levels");
    made_.stage = one_of("stages");
  }

  void set_period() {
    made_.first_year = random_.between(1994, 2018);
    made_.last_year = std::min(2024, made_.first_year + random_.between(2, 12));
  }

  void add_sources() {
    const int count = random_.between(3, 6);
    for (int i = 1; i <= count; ++i)
      made_.sources.push_back({.id = "s" + std::to_string(i),
                               .title = teller_.sentence(Kind::source, most_in_title),
                               .author = random_.pick(made_.names.people),
                               .kind = one_of("source-kinds"),
                               .year = random_.between(made_.first_year, made_.last_year)});
  }

  // Each is cited by someone, since the next one comes next.
  std::vector<std::string> cite() {
    std::vector<std::string> cited = {made_.sources[cited_++ % made_.sources.size()].id};
    if (random_.chance(40) && made_.sources.size() > 1)
      cited.push_back(made_.sources[cited_++ % made_.sources.size()].id);
    std::sort(cited.begin(), cited.end());
    return cited;
  }

  void add_actors() {
    std::vector<std::string> names = made_.names.bodies;
    names.push_back(made_.names.people.back());
    std::sort(names.begin(), names.end());
    names.erase(std::unique(names.begin(), names.end()), names.end());
    for (const std::string& name : names)
      made_.actors.push_back({.id = language::slugify(name),
                              .name = name,
                              .kind = one_of("actor-kinds"),
                              .role = one_of("actor-roles")});
    for (std::size_t i = 1; i < made_.actors.size(); ++i)
      made_.ties.push_back(
          {.from = made_.actors[i].id,
           .to = made_.actors[random_.below(i)].id,
           .kind = one_of("relations"),
           .words = random_.chance(60) ? teller_.sentence(Kind::tie) : std::string()});
  }

  void add_events() {
    std::vector<int> years(static_cast<std::size_t>(random_.between(3, 5)));
    for (int& year : years) year = random_.between(made_.first_year, made_.last_year);
    std::sort(years.begin(), years.end());
    std::set<std::string> taken;
    for (const int year : years) {
      const std::string what = teller_.text(Kind::event);
      made_.events.push_back(
          {.id = id_of(what, taken), .year = year, .what = what, .sources = cite()});
    }
  }

  void add_outcomes() {
    std::set<std::string> taken;
    const int count = random_.between(2, 3);
    for (int i = 0; i < count; ++i) {
      const std::string claim = teller_.text(Kind::outcome, most_in_outcome);
      made_.outcomes.push_back({.id = id_of(claim, taken),
                                .claim = claim,
                                .limits = teller_.text(Kind::outcome_limits),
                                .aim = one_of("aims"),
                                .direction = one_of("directions"),
                                .basis = some_of("bases", 1, 2),
                                .corroboration = one_of("corroborations"),
                                .sources = cite()});
    }
  }

  void add_lessons() {
    std::set<std::string> taken;
    for (int i = 0; i < 3; ++i) {
      const std::string claim = teller_.sentence(Kind::claim, most_in_claim);
      made_.lessons.push_back(
          {.id = id_of(claim, taken),
           .claim = claim,
           .because = teller_.text(Kind::because),
           .limits = random_.chance(70) ? teller_.text(Kind::limits) : std::string(),
           .question = random_.chance(80) ? teller_.sentence(Kind::question) : std::string(),
           .kind = one_of("lesson-kinds"),
           .moments = some_of("moments", 1, 2),
           .roles = some_of("roles", 1, 3),
           .sources = cite(),
           .outcomes = {random_.pick(made_.outcomes).id}});
    }
  }

  void add_sections() {
    constexpr int half_sentence = 12;  // by which each part is longer than was asked for
    constexpr std::array<std::pair<const char*, int>, 5> parts = {{{"The problem", 20},
                                                                   {"What was done", 30},
                                                                   {"What changed", 20},
                                                                   {"What did not work", 18},
                                                                   {"Open questions", 12}}};
    const int words = random_.between(fewest_words, most_words);
    for (const auto& [heading, percent] : parts) {
      const int wanted = words * percent / 100 - half_sentence;
      MadeSection section{heading,
                          teller_.paragraphs(Kind::body, static_cast<std::size_t>(wanted))};
      for (std::string& paragraph : section.paragraphs)
        if (random_.chance(30) && paragraph.ends_with('.'))
          paragraph.insert(paragraph.size() - 1, " (" + cite().front() + ")");
      made_.sections.push_back(std::move(section));
    }
  }

  const Samples& samples_;
  Random random_;
  Teller teller_;
  MadeCase made_ = {};
  std::size_t cited_ = 0;
};

}  // namespace

MadeCase make_case(const Samples& samples, std::uint64_t seed, std::size_t number) {
  return Maker(samples, seed_of(seed, 1, number)).make_case(number);
}

MadeInsight make_insight(const Samples& samples, std::uint64_t seed, std::size_t number,
                         const std::vector<MadeCase>& cases) {
  return Maker(samples, seed_of(seed, 2, number)).make_insight(number, cases);
}

}  // namespace baraza::bench
