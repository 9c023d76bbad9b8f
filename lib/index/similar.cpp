#include "index/similar.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include <xapian.h>

#include "base/text.hpp"
#include "index/databases.hpp"
#include "index/filters.hpp"
#include "index/ranking.hpp"
#include "index/terms.hpp"
#include "language/stop_words.hpp"
#include "language/words.hpp"

namespace baraza::index {
namespace {

using Xapian::Query;

constexpr std::size_t most_words = 25;  // of each language
constexpr std::size_t fewest_letters = 3;
constexpr double case_counts = 0.5;   // a word of the title and summary of a lesson's case
constexpr double title_counts = 2;    // a word of the title counts as so many of the text
constexpr double insight_weight = 3;  // of an insight that rests on both
constexpr double term_weight = 1.5;   // of a shared term, beside its rarity

// What is known of a stem of the record.
struct Stem {
  std::string stem = {};
  double count = 0;
  double rarity = 0;
  std::map<std::string, std::size_t> forms = {};  // as written, with their numbers

  double weight() const { return (1 + std::log(count)) * rarity; }

  // The form that is written most often; of equals the first by letters.
  std::string text() const {
    const auto best =
        std::max_element(forms.begin(), forms.end(),
                         [](const auto& a, const auto& b) { return a.second < b.second; });
    return best == forms.end() ? stem : best->first;
  }
};

class SimilarFinder {
 public:
  SimilarFinder(const Index& index, const SimilarQuestion& question)
      : index_(index),
        question_(question),
        all_(index.databases().all),
        languages_(question.languages.empty() ? index.about().languages : question.languages) {}

  Result<Similar> find() {
    Result<Entry> entry = index_.entry(question_.number);
    if (!entry) return entry.error();
    entry_ = std::move(*entry);
    Filters filters;
    const Question narrowed{
        .where = question_.where, .kinds = wanted_kinds(), .years = question_.years};
    if (Status done = add_filters(index_, narrowed, filters); !done) return done.error();
    if (Status done = find_own(); !done) return done.error();
    if (Status done = choose_words(); !done) return done.error();
    if (Status done = read_insights(); !done) return done.error();
    Query query = with_filters(ranking(), filters);
    if (Status done = ask_for_others(query); !done) return done.error();
    query = Query(Query::OP_AND_NOT, query, own_records());

    const Ranked ranked = rank(index_, query, question_.offset, question_.limit, true);
    similar_.total = ranked.total;
    return make_hits(ranked.page);
  }

 private:
  std::vector<Kind> wanted_kinds() const {
    if (!question_.kinds.empty()) return question_.kinds;
    switch (entry_.kind) {
      case Kind::insight:
        return {Kind::lesson};
      case Kind::digest:
        return {Kind::case_study, Kind::lesson};
      default:
        return {entry_.kind};
    }
  }

  // ---- words

  // Those of the original alone: a translation says the same again, and its words are rare, so
  // that what is translated too would seem to be on the same problem.
  Status choose_words() {
    const Result<std::vector<Text>> texts = index_.texts(question_.number);
    if (!texts) return texts.error();
    std::map<std::string, Stem> stems;
    if (entry_.kind == Kind::lesson) {
      const Result<std::optional<Entry>> whole = index_.find_entry(entry_.case_id);
      if (!whole) return whole.error();
      if (*whole) {
        for (const Title& title : (*whole)->titles)
          for (const std::string* text : {&title.title, &title.summary})
            count(*text, title.language, case_counts, stems);
      }
    }
    for (const Title& title : entry_.titles) {
      count(title.title, title.language, title_counts, stems);
      count(title.summary, title.language, 1, stems);
    }
    for (const Text& text : *texts)
      for (const content::Passage& passage : text.passages)
        count(passage.text, text.language, 1, stems);
    keep_best(stems);
    std::stable_sort(words_.begin(), words_.end(), [](const Stem& a, const Stem& b) {
      return a.weight() != b.weight() ? a.weight() > b.weight() : a.stem < b.stem;
    });
    for (const Stem& stem : words_)
      similar_.words.push_back({stem.text(), beside(stem.weight(), words_.front().weight())});
    return Done{};
  }

  // In thousandths: nobody can tell more.
  static double beside(double weight, double most) {
    return std::round(weight / most * 1000) / 1000;
  }

  void count(const std::string& text, const std::string& language, double times,
             std::map<std::string, Stem>& stems) {
    if (entry_.titles.empty() || language != entry_.titles.front().language) return;
    for (const language::Word& word : language::words_of(text)) {
      if (word.joined || language::is_number(word.text) ||
          count_characters(word.text) < fewest_letters ||
          language::is_stop_word(word.text, language))
        continue;
      const std::string stem = stemmers_.in(language).stem(word);
      Stem& counted = stems[stem];
      counted.stem = stem;
      counted.count += times;
      ++counted.forms[word.text];
    }
  }

  bool others_have(const std::string& term) const {
    return std::any_of(all_.postlist_begin(term), all_.postlist_end(term),
                       [&](Xapian::docid document) { return !own_.contains(document); });
  }

  // Words that other records have and that most do not.
  void keep_best(std::map<std::string, Stem>& by_stem) {
    const double documents = all_.get_doccount();
    std::vector<Stem> stems;
    for (auto& [name, stem] : by_stem) {
      const std::string term = make_term(stem_prefix, name);
      const double having = all_.get_termfreq(term);
      if (having > documents / 2 || !others_have(term)) continue;
      stem.rarity = std::log((documents + 1) / (having + 0.5));
      stems.push_back(std::move(stem));
    }
    std::stable_sort(stems.begin(), stems.end(), [](const Stem& a, const Stem& b) {
      return a.weight() != b.weight() ? a.weight() > b.weight() : a.stem < b.stem;
    });
    if (stems.size() > most_words) stems.resize(most_words);
    words_.insert(words_.end(), stems.begin(), stems.end());
  }

  // The lessons that an insight rests on together with this one.
  Status read_insights() {
    for (const Standing& standing : entry_.insights) {
      const Result<std::optional<Entry>> insight = index_.find_entry(standing.insight);
      if (!insight) return insight.error();
      if (!*insight) continue;
      std::set<std::string> lessons;
      for (const content::Support& support : (*insight)->rests_on)
        if (lessons.insert(support.lesson).second)
          beside_[support.lesson].push_back((*insight)->title_in(languages_).title);
    }
    return Done{};
  }

  // ---- the query

  // Xapian counts how rare a word is by itself.
  Query ranking() const {
    std::vector<Query> words;
    for (const Stem& stem : words_)
      words.emplace_back(Query::OP_SCALE_WEIGHT, Query(make_term(stem_prefix, stem.stem)),
                         1 + std::log(stem.count));
    for (const auto& [lesson, insights] : beside_)
      words.push_back(constant(insight_weight * static_cast<double>(insights.size()),
                               make_term(id_prefix, lesson)));
    if (words.empty()) return Query::MatchNothing;
    Query any = any_of(words);
    const std::vector<Query> terms = shared_terms();
    if (terms.empty()) return any;
    return {Query::OP_AND_MAYBE, any, any_of(terms)};
  }

  // Terms of this kind have no weight of their own in Xapian.
  static Query constant(double weight, const std::string& term) {
    auto* const source = new Xapian::FixedWeightPostingSource(weight);
    return {Query::OP_FILTER, Query(source->release()), Query(term)};
  }

  std::vector<Query> shared_terms() const {
    const double documents = all_.get_doccount();
    std::vector<Query> terms;
    for (const auto& [facet, ids] : entry_.terms) {
      for (const std::string& id : ids) {
        const std::string term = facet_term(facet, id);
        const double having = all_.get_termfreq(term);
        const double rarity = std::log((documents + 1) / (having + 0.5));
        if (rarity <= 0) continue;
        terms.push_back(constant(term_weight * rarity, term));
      }
    }
    return terms;
  }

  Status ask_for_others(Query& query) const {
    for (const std::string& name : question_.others) {
      const FacetLabels* labels = index_.about().find_facet(name);
      if (labels == nullptr)
        return Diagnostic{.rule = "usage", .message = "there is no facet `" + name + "`"};
      query = Query(Query::OP_FILTER, query,
                    Query(make_term(has_facet_prefix, labels->facet.field)));
      const auto own = entry_.terms.find(labels->facet.field);
      if (own == entry_.terms.end()) continue;
      std::vector<Query> terms;
      for (const std::string& id : own->second)
        terms.emplace_back(facet_term(labels->facet.field, id));
      query = Query(Query::OP_AND_NOT, query, any_of(terms));
    }
    return Done{};
  }

  // The record, its case and all of that case's lessons are left out.
  Query own_records() const {
    std::vector<Query> ids;
    for (const std::string& id : own_ids_) ids.emplace_back(make_term(id_prefix, id));
    return any_of(ids);
  }

  Status find_own() {
    own_ids_ = {entry_.id};
    if (!entry_.case_id.empty()) {
      own_ids_.push_back(entry_.case_id);
      const Result<std::vector<Entry>> lessons = index_.lessons_of(entry_.case_id);
      if (!lessons) return lessons.error();
      for (const Entry& lesson : *lessons) own_ids_.push_back(lesson.id);
    }
    for (const std::string& id : own_ids_) {
      const std::string term = make_term(id_prefix, id);
      own_.insert(all_.postlist_begin(term), all_.postlist_end(term));
    }
    return Done{};
  }

  // ---- hits

  Result<Similar> make_hits(const std::vector<Scored>& page) {
    std::vector<AskedWord> asked;
    for (const Stem& stem : words_)
      asked.push_back({.text = stem.text(), .stems = {stem.stem}, .weight = stem.weight()});
    HitMaker maker(index_, languages_, asked);
    std::size_t rank = question_.offset;
    for (const Scored& one : page) {
      Result<Hit> hit = maker.make(one.number, one.score, ++rank);
      if (!hit) return hit.error();
      SimilarHit& made = similar_.hits.emplace_back();
      made.terms = terms_of_both(hit->entry);
      if (const auto at = beside_.find(hit->entry.id); at != beside_.end())
        made.insights = at->second;
      made.hit = std::move(*hit);
      for (const Stem& stem : words_) {
        auto term = all_.termlist_begin(one.document);
        const std::string wanted = make_term(stem_prefix, stem.stem);
        term.skip_to(wanted);
        if (term != all_.termlist_end(one.document) && *term == wanted)
          made.words.push_back(stem.text());
      }
    }
    return std::move(similar_);
  }

  std::vector<Where> terms_of_both(const Entry& other) const {
    std::vector<Where> both;
    for (const FacetLabels& labels : index_.about().facets) {
      const auto own = entry_.terms.find(labels.facet.field);
      const auto its = other.terms.find(labels.facet.field);
      if (own == entry_.terms.end() || its == other.terms.end()) continue;
      for (const std::string& id : own->second)
        if (std::find(its->second.begin(), its->second.end(), id) != its->second.end())
          both.push_back({labels.facet.field, id});
    }
    return both;
  }

  const Index& index_;
  const SimilarQuestion& question_;
  const Xapian::Database& all_;
  std::vector<std::string> languages_;
  Stemmers stemmers_;
  Entry entry_;
  std::vector<std::string> own_ids_;
  std::set<Xapian::docid> own_;
  std::vector<Stem> words_;
  std::map<std::string, std::vector<std::string>> beside_;  // titles of insights by lesson
  Similar similar_;
};

}  // namespace

Result<Similar> find_similar(const Index& index, const SimilarQuestion& question) {
  using Answer = Result<Similar>;
  const Result<Answer> answer =
      ask_xapian<Answer>([&] { return Answer(SimilarFinder(index, question).find()); });
  return answer ? *answer : Answer(answer.error());
}

}  // namespace baraza::index
