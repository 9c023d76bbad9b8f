#include "index/explain.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include <xapian.h>

#include "base/text.hpp"
#include "index/databases.hpp"
#include "index/facets.hpp"
#include "index/ranking.hpp"
#include "index/spelling.hpp"
#include "index/terms.hpp"
#include "language/stop_words.hpp"

namespace baraza::index {
namespace {

using Xapian::Query;

std::size_t count(const Xapian::Database& all, const Query& query) {
  Xapian::Enquire enquire(all);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.set_query(query);
  return enquire.get_mset(0, 0, all.get_doccount()).get_matches_lower_bound();
}

ExplainedWord explain_word(const Xapian::Database& all, const Plan& plan,
                           const AskedWord& asked, const Query& query) {
  ExplainedWord word{
      .word = asked.text,
      .form = asked.form,
      .stems = asked.form == AskedWord::Form::prefix ? asked.expanded : asked.stems,
      .records = count(all, query)};
  for (const Replacement& one : plan.replaced)
    if (one.to == asked.text) word.typed = one.from;
  return word;
}

// The weight that `part` gives to each of the records with `ids`, by id.
std::map<std::string, double> weights_of(const Xapian::Database& all, const Query& part,
                                         const std::vector<std::string>& ids) {
  std::vector<Query> wanted;
  wanted.reserve(ids.size());
  for (const std::string& id : ids) wanted.emplace_back(make_term(id_prefix, id));
  Xapian::Enquire enquire(all);
  enquire.set_weighting_scheme(Xapian::IneB2Weight(1.0));
  enquire.set_query(Query(Query::OP_FILTER, part, any_of(wanted)));
  std::map<std::string, double> weights;
  const Xapian::MSet found = enquire.get_mset(0, static_cast<Xapian::doccount>(ids.size()));
  for (auto at = found.begin(); at != found.end(); ++at) {
    const Xapian::Document document = at.get_document();
    auto term = document.termlist_begin();
    term.skip_to(std::string(id_prefix));
    for (; term != document.termlist_end() && (*term).starts_with(id_prefix); ++term)
      weights[*term] = at.get_weight();
  }
  return weights;
}

std::string name_of_part(const Plan& plan, const RankingPart& part) {
  if (part.kind == RankingPart::Kind::also) return plan.expansions[part.of].of;
  const AskedWord& asked = plan.asked[part.of];
  return asked.form == AskedWord::Form::prefix  ? asked.text + "*"
         : asked.form == AskedWord::Form::exact ? "=" + asked.text
                                                : asked.text;
}

void add_weight(std::vector<Gave>& list, const std::string& word, RankingPart::Kind kind,
                double weight) {
  const bool also = kind == RankingPart::Kind::also;
  auto at = std::find_if(list.begin(), list.end(),
                         [&](const Gave& one) { return one.word == word && one.also == also; });
  if (at == list.end()) at = list.insert(at, {.word = word, .also = also});
  at->score += weight;
  if (kind == RankingPart::Kind::title) at->title += weight;
  if (kind == RankingPart::Kind::exact) at->exact += weight;
}

// ---- nothing found

// Some record has it.
bool is_known(const Xapian::Database& all, const AskedWord& word) {
  if (word.form == AskedWord::Form::prefix) return !word.expanded.empty();
  if (word.form == AskedWord::Form::exact) return all.term_exists(make_term({}, word.text));
  return std::any_of(word.stems.begin(), word.stems.end(), [&](const std::string& stem) {
    return all.term_exists(make_term(stem_prefix, stem));
  });
}

// The words that no record has, each once.
std::vector<std::string> unknown_words(const Xapian::Database& all, const Plan& plan) {
  std::vector<std::string> words;
  for (const std::vector<AskedWord>* const list : {&plan.asked, &plan.titled})
    for (const AskedWord& word : *list)
      if (!word.synonym && !is_known(all, word) &&
          std::find(words.begin(), words.end(), word.text) == words.end())
        words.push_back(word.text);
  return words;
}

Status find_near(const Index& index, const Plan& plan, NothingFound& help) {
  std::vector<std::string> words = unknown_words(index.databases().all, plan);
  constexpr std::size_t most_words = 5;
  if (words.size() > most_words) words.resize(most_words);
  if (words.empty()) return Done{};
  const Result<const Speller*> speller = index.speller();
  if (!speller) return speller.error();
  for (const std::string& word : words)
    help.near.push_back({word, (*speller)->nearest_words(word)});
  return Done{};
}

// Adds how much `plan` finds, if it is something.
Status add_without(const Index& index, const std::string& what, const Plan& plan,
                   NothingFound& help) {
  const Result<Counted> found = count_found(index, plan, {}, false);
  if (!found) return found.error();
  if (found->total > 0) help.without.push_back({what, found->total});
  return Done{};
}

Status find_without_filters(const Index& index, const Plan& plan, NothingFound& help) {
  std::vector<std::string> every;
  for (const auto& [field, filter] : plan.filters) {
    Plan without = plan;
    without.filters.erase(field);
    every.push_back(join(filter.shown, " "));
    if (Status added = add_without(index, every.back(), without, help); !added) return added;
  }
  if (!help.without.empty() || every.size() < 2) return Done{};
  Plan without = plan;
  without.filters.clear();
  return add_without(index, join(every, " "), without, help);
}

Status find_without_signs(const Index& index, const Plan& plan, NothingFound& help) {
  if (plan.required_shown.empty() || plan.ranking.empty()) return Done{};
  std::vector<std::string> every;
  for (const std::string& text : plan.required_shown)
    every.push_back(text.starts_with('"') ? text : "+" + text);
  Plan without = plan;
  without.required.reset();
  if (Status added = add_without(index, join(every, " "), without, help); !added) return added;
  if (!help.without.empty() || plan.filters.empty()) return Done{};
  for (const auto& [field, filter] : plan.filters) every.push_back(join(filter.shown, " "));
  without.filters.clear();
  return add_without(index, join(every, " "), without, help);
}

Status find_without(const Index& index, const Plan& plan, NothingFound& help) {
  Status done = find_without_filters(index, plan, help);
  if (!done || !help.without.empty()) return done;
  return find_without_signs(index, plan, help);
}

// Words that are of another language than the bank's own are found in translations alone.
void find_language(const Index& index, const Plan& plan, NothingFound& help) {
  std::vector<std::string> words = plan.left_out;
  for (const AskedWord& asked : plan.asked)
    if (!asked.synonym) words.push_back(asked.text);
  const std::vector<std::string>& languages = index.about().text_languages;
  const std::string language = language::guess_language(words, languages);
  if (language.empty() || language == languages.front()) return;
  help.language = language;
  help.own_language = languages.front();
  help.in_language = count(index.databases().all, Query(make_term(language_prefix, language)));
}

}  // namespace

Explanation explain(const Index& index, const Plan& plan) {
  const Xapian::Database& all = index.databases().all;
  Explanation told{.expansions = plan.expansions,
                   .left_out = plan.left_out,
                   .language = plan.language,
                   .required = plan.required_shown,
                   .excluded = plan.excluded_shown};
  for (const RankingPart& part : plan.parts)
    if (part.kind == RankingPart::Kind::text)
      told.words.push_back(explain_word(all, plan, plan.asked[part.of], part.query));
  for (const auto& [field, filter] : plan.filters)
    told.filters.insert(told.filters.end(), filter.shown.begin(), filter.shown.end());
  return told;
}

void explain_hits(const Index& index, const Plan& plan, std::vector<Hit>& hits) {
  if (hits.empty()) return;
  std::vector<std::string> ids;
  ids.reserve(hits.size());
  for (const Hit& hit : hits) ids.push_back(hit.entry.id);
  for (const RankingPart& part : plan.parts) {
    const std::map<std::string, double> weights =
        weights_of(index.databases().all, part.query, ids);
    for (Hit& hit : hits) {
      const auto at = weights.find(make_term(id_prefix, hit.entry.id));
      if (at != weights.end() && at->second > 0)
        add_weight(hit.gave, name_of_part(plan, part), part.kind, at->second);
    }
  }
  for (Hit& hit : hits) {
    for (Gave& gave : hit.gave)
      for (double* score : {&gave.score, &gave.title, &gave.exact})
        *score = round_score(*score);
    std::stable_sort(hit.gave.begin(), hit.gave.end(),
                     [](const Gave& a, const Gave& b) { return a.score > b.score; });
  }
}

Result<NothingFound> explain_nothing(const Index& index, const Plan& plan) {
  NothingFound help;
  if (Status found = find_near(index, plan, help); !found) return found.error();
  if (Status found = find_without(index, plan, help); !found) return found.error();
  find_language(index, plan, help);
  return help;
}

}  // namespace baraza::index
