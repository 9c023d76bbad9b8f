#include "index/asking.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <utility>

#include "base/text.hpp"
#include "index/databases.hpp"
#include "index/terms.hpp"
#include "language/stop_words.hpp"

namespace baraza::index {
namespace {

using Xapian::Query;

// Measured on eight public test collections; beside the stems' own weight of 1.
constexpr double title_scale = 0.15;
constexpr double exact_scale = 0.2;
// Other names count for less than what was typed, and those of terms, which are often wider or
// narrower, for less again.
constexpr double synonym_scale = 0.5;
constexpr double term_scale = 0.25;

constexpr std::size_t most_expansions = 32;
constexpr std::size_t most_names = 12;

// Xapian estimates how frequent three or more synonyms are together in an order that each shard
// chooses, and so weighs them by shard; in pairs of pairs there is nothing to choose.
Query as_one(const Query* queries, std::size_t count) {
  if (count == 1) return *queries;
  const std::size_t half = count / 2;
  return {Query::OP_SYNONYM, as_one(queries, half), as_one(queries + half, count - half)};
}

Query scaled(const Query& query, double scale) {
  return {Query::OP_SCALE_WEIGHT, query, scale};
}

}  // namespace

std::vector<std::string> make_terms(std::string_view prefix,
                                    const std::vector<std::string>& words) {
  std::vector<std::string> terms;
  terms.reserve(words.size());
  for (const std::string& word : words) terms.push_back(make_term(prefix, word));
  return terms;
}

Query synonym_of(const std::vector<std::string>& terms) {
  if (terms.empty()) return Query::MatchNothing;
  const std::vector<Query> queries(terms.begin(), terms.end());
  return as_one(queries.data(), queries.size());
}

Query synonym_of(std::string_view prefix, const std::vector<std::string>& words) {
  return synonym_of(make_terms(prefix, words));
}

Asker::Asker(const Index& index, const Question& question, Plan& plan)
    : index_(index),
      question_(question),
      all_(index.databases().all),
      plan_(plan),
      synonyms_(index.about().synonyms) {}

void Asker::ask(const std::vector<Clause>& clauses) {
  if (find_invalid_utf8(question_.text) != std::string_view::npos)
    note(
        "the query has bytes that are no UTF-8 text, and they were left out: is the terminal "
        "set to UTF-8?");
  share_prefixes(clauses);
  choose_language(clauses);
  Run run;
  collect_runs(clauses, run);
  end_run(run);
  for (const Run& words : runs_)
    each_meaning(words, [&](const Run& named, const Synonyms::Meaning& meaning) {
      if (!is_in_bank(meaning)) return;
      for (const language::Word& word : named) named_.insert(word.text);
    });
  for (const Clause& clause : clauses) ask_clause(clause);
  for (const Run& words : runs_) expand(words);
  rank();
}

void Asker::note(std::string text) {
  if (std::find(plan_.notes.begin(), plan_.notes.end(), text) == plan_.notes.end())
    plan_.notes.push_back(std::move(text));
}

// ---- words that carry no matter

// The words of the language that has most of them: `na` is one in Swahili, and `son` is none in
// English, whatever it is in French.
void Asker::choose_language(const std::vector<Clause>& clauses) {
  std::vector<std::string> words;
  collect_words(clauses, words);
  plan_.language = language::most_stop_words(words, index_.about().text_languages);
  drop_stop_words_ = std::any_of(words.begin(), words.end(),
                                 [&](const std::string& word) { return !is_stop(word); });
}

void Asker::collect_words(const std::vector<Clause>& clauses,
                          std::vector<std::string>& words) const {
  for (const Clause& clause : clauses) {
    if (clause.kind == Clause::Kind::field || clause.need == Need::must_not) continue;
    collect_words(clause.children, words);
    for (const language::Word& word : language::words_of(clause.text))
      words.push_back(word.text);
  }
}

bool Asker::is_stop(const std::string& word) const {
  return language::is_stop_word(word, plan_.language);
}

// ---- runs of plain words

void Asker::collect_runs(const std::vector<Clause>& clauses, Run& run) {
  for (const Clause& clause : clauses) {
    if (clause.need == Need::must_not) continue;
    if (clause.kind == Clause::Kind::words) {
      for (const language::Word& word : language::words_of(clause.text)) {
        if (word.offset < clause.fixed)
          end_run(run);
        else if (!word.joined)
          run.push_back(word);
      }
      continue;
    }
    end_run(run);
    collect_runs(clause.children, run);
    end_run(run);
  }
}

void Asker::end_run(Run& run) {
  if (!run.empty()) runs_.push_back(std::move(run));
  run.clear();
}

// ---- what ranks

void Asker::ask_clause(const Clause& clause) {
  if (clause.need == Need::must_not || clause.kind == Clause::Kind::field) return;
  for (const Clause& child : clause.children) ask_clause(child);
  if (clause.kind == Clause::Kind::group) return;
  if (clause.kind == Clause::Kind::prefix) {
    AskedWord word = make_prefix(clause);
    if (!word.expanded.empty()) plan_.asked.push_back(std::move(word));
    return;
  }
  for (const language::Word& word : language::words_of(clause.text)) {
    if (clause.kind == Clause::Kind::exact) {
      add({.text = word.text, .form = AskedWord::Form::exact});
      continue;
    }
    // What must match ranks too, so that nothing that is required is filtered out by the rest.
    const bool plain = clause.kind == Clause::Kind::words;
    if (plain && clause.need == Need::may && drop_stop_words_ && is_stop(word.text)) {
      if (std::find(plan_.left_out.begin(), plan_.left_out.end(), word.text) ==
          plan_.left_out.end())
        plan_.left_out.push_back(word.text);
      continue;
    }
    add(make_asked(word, plain && word.offset >= clause.fixed));
  }
}

void Asker::add(AskedWord word) {
  const std::string term = word.stems.empty() ? make_term({}, word.text)
                                              : make_term(stem_prefix, word.stems.front());
  const double documents = static_cast<double>(all_.get_doccount()) + 1;
  word.weight = std::log(documents / (static_cast<double>(all_.get_termfreq(term)) + 0.5));
  word.weight = std::max(word.weight, 0.1);
  plan_.asked.push_back(std::move(word));
}

// Its stems in all languages that the index has; the first, if it has none.
AskedWord Asker::with_stems(const language::Word& word) {
  AskedWord asked{.text = word.text};
  for (const std::string& language : index_.about().word_languages) {
    std::string stem = stemmers_.in(language).stem(word);
    if (std::find(asked.stems.begin(), asked.stems.end(), stem) == asked.stems.end())
      asked.stems.push_back(std::move(stem));
  }
  std::vector<std::string> known;
  std::copy_if(asked.stems.begin(), asked.stems.end(), std::back_inserter(known),
               [&](const std::string& stem) { return has_stem({stem}); });
  if (known.empty()) known.assign(1, asked.stems.front());
  asked.stems = std::move(known);
  return asked;
}

AskedWord Asker::make_asked(const language::Word& word, bool correct) {
  return with_stems(correct ? corrected(word) : word);
}

// ---- other names of the same

template <class Take>
void Asker::each_meaning(const Run& run, const Take& take) {
  for (std::size_t first = 0; first < run.size();) {
    std::size_t length = std::min(most_words_of_name, run.size() - first);
    for (; length > 0; --length) {
      const auto begin = run.begin() + static_cast<std::ptrdiff_t>(first);
      const Run words(begin, begin + static_cast<std::ptrdiff_t>(length));
      const std::vector<Synonyms::Meaning> meanings = meanings_of(words);
      for (const Synonyms::Meaning& meaning : meanings) take(words, meaning);
      if (!meanings.empty()) break;
    }
    first += std::max<std::size_t>(length, 1);
  }
}

std::vector<Synonyms::Meaning> Asker::meanings_of(const Run& words) {
  if (words.size() == 1 && is_stop(words.front().text)) return {};
  std::vector<std::string> keys;
  std::vector<Synonyms::Meaning> meanings;
  for (const std::string& language : index_.about().word_languages) {
    std::string key = synonym_key(words, stemmers_.in(language));
    if (std::find(keys.begin(), keys.end(), key) != keys.end()) continue;
    for (Synonyms::Meaning& meaning : synonyms_.find(key)) {
      const bool known =
          std::any_of(meanings.begin(), meanings.end(), [&](const Synonyms::Meaning& one) {
            return one.source == meaning.source && one.names == meaning.names;
          });
      if (!known) meanings.push_back(std::move(meaning));
    }
    keys.push_back(std::move(key));
  }
  return meanings;
}

void Asker::expand(const Run& run) {
  Run words;
  for (const language::Word& word : run)
    words.push_back(is_stop(word.text) ? word : corrected(word));
  each_meaning(words, [&](const Run& named, const Synonyms::Meaning& meaning) {
    std::string of;
    for (const language::Word& word : named) of += (of.empty() ? "" : " ") + word.text;
    const bool known = std::any_of(
        plan_.expansions.begin(), plan_.expansions.end(),
        [&](const Expansion& one) { return one.of == of && one.source == meaning.source; });
    if (!known && plan_.expansions.size() < most_expansions) add_expansion(of, meaning);
  });
}

// All names of one word weigh as one, and those of several words as one more, as labels in
// several languages stand in every record that has their term. (OP_MAX would do as well, and
// crashes in Xapian 1.4.22.)
void Asker::add_expansion(const std::string& of, const Synonyms::Meaning& meaning) {
  Expansion expansion{.of = of, .source = std::string(meaning.source)};
  std::vector<Query> single;
  std::vector<Query> several;
  std::vector<AskedWord> words;
  for (const std::string_view name : meaning.names) {
    FindingTerms terms = stems_of_name(name, words);
    if (terms.empty() || expansion.names.size() == most_names) continue;
    std::vector<Query> stems;
    for (const std::vector<std::string>& word : terms) stems.push_back(synonym_of(word));
    plan_.finding.push_back(std::move(terms));
    if (stems.size() == 1)
      single.push_back(stems.front());
    else
      several.push_back(scaled(all_of(stems), 1.0 / static_cast<double>(stems.size())));
    expansion.names.emplace_back(name);
  }
  if (expansion.names.empty()) return;
  std::vector<Query> all;
  if (!single.empty()) all.push_back(as_one(single.data(), single.size()));
  if (!several.empty())
    all.push_back(scaled(any_of(several), 1.0 / static_cast<double>(several.size())));
  for (AskedWord& word : words) {
    const bool asked =
        std::any_of(plan_.asked.begin(), plan_.asked.end(),
                    [&](const AskedWord& one) { return one.stems == word.stems; });
    if (asked) continue;
    word.synonym = true;
    add(std::move(word));
    plan_.asked.back().weight *= synonym_scale / static_cast<double>(words.size());
  }
  also_.push_back(
      scaled(any_of(all), meaning.source == "synonyms" ? synonym_scale : term_scale));
  plan_.expansions.push_back(std::move(expansion));
}

// The stems of all words of a name that carry matter, each weighed by itself: Xapian guesses
// how often several stand together, and where it guesses never, weights are no numbers. Empty
// where the index does not have them, or where they were asked for anyway. The words go to
// `words`.
FindingTerms Asker::stems_of_name(std::string_view name, std::vector<AskedWord>& words) {
  std::vector<AskedWord> own;
  for (const language::Word& word : language::words_of(name))
    if (!word.joined) own.push_back(with_stems(word));
  const auto is_empty = [&](const AskedWord& word) {
    return language::is_stop_word_of_any(word.text, index_.about().word_languages);
  };
  if (!std::all_of(own.begin(), own.end(), is_empty)) std::erase_if(own, is_empty);
  FindingTerms stems;
  bool asked = true;
  for (const AskedWord& word : own) {
    if (!has_stem(word.stems)) return {};
    stems.push_back(make_terms(stem_prefix, word.stems));
    asked =
        asked && std::any_of(plan_.asked.begin(), plan_.asked.end(), [&](const AskedWord& one) {
          return !one.synonym && one.stems == word.stems;
        });
  }
  if (stems.empty() || asked) return {};
  words.insert(words.end(), own.begin(), own.end());
  return stems;
}

// ---- the ranking

// A word of a title is one of the text, so titles find nothing more.
void Asker::rank() {
  std::vector<Query> texts;
  std::vector<Query> titles;
  std::vector<Query> exact;
  std::set<std::vector<std::string>> found;
  const auto add_finding = [&](const std::vector<std::string>& terms) {
    if (found.insert(terms).second) plan_.finding.push_back({terms});
  };
  const auto part = [&](RankingPart::Kind kind, std::size_t of, const Query& query) {
    plan_.parts.push_back({kind, of, query});
  };
  for (std::size_t i = 0; i < plan_.asked.size(); ++i) {
    const AskedWord& word = plan_.asked[i];
    if (word.synonym) continue;
    const bool any = word.form == AskedWord::Form::any;
    const std::vector<std::string> terms = word.form == AskedWord::Form::prefix
                                               ? make_terms({}, word.expanded)
                                           : any ? make_terms(stem_prefix, word.stems)
                                                 : make_terms({}, {word.text});
    texts.push_back(synonym_of(terms));
    add_finding(terms);
    part(RankingPart::Kind::text, i, texts.back());
    if (word.form == AskedWord::Form::prefix) continue;
    titles.push_back(any ? synonym_of(title_stem_prefix, word.stems)
                         : Query(make_term(title_prefix, word.text)));
    part(RankingPart::Kind::title, i, scaled(titles.back(), title_scale));
    if (!any) continue;
    exact.emplace_back(make_term({}, word.text));
    add_finding({make_term({}, word.text)});
    part(RankingPart::Kind::exact, i, scaled(exact.back(), exact_scale));
  }
  if (texts.empty()) {
    plan_.finding.clear();
    return;
  }
  std::vector<Query> all = {any_of(texts)};
  if (!titles.empty()) all.push_back(scaled(any_of(titles), title_scale));
  if (!exact.empty()) all.push_back(scaled(any_of(exact), exact_scale));
  for (std::size_t i = 0; i < also_.size(); ++i) {
    all.push_back(also_[i]);
    part(RankingPart::Kind::also, i, also_[i]);
  }
  plan_.ranking = any_of(all);
}

}  // namespace baraza::index
