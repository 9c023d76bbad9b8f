#include "index/plan.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

#include "base/text.hpp"
#include "index/databases.hpp"
#include "index/filters.hpp"
#include "index/spelling.hpp"
#include "index/terms.hpp"
#include "language/stop_words.hpp"
#include "language/words.hpp"

namespace baraza::index {
namespace {

using Xapian::Query;

// Measured on eight public test collections; beside the stems' own weight of 1.
constexpr double title_scale = 0.15;
constexpr double exact_scale = 0.2;
constexpr std::size_t most_expanded = 256;
constexpr std::ptrdiff_t most_words_with_phrases = 32;

// One word with several spellings weighs as one. Xapian estimates how frequent three or more
// synonyms are together in an order that each shard chooses, and so weighs them by shard; in
// pairs of pairs there is nothing to choose.
Query synonym_of(std::string_view prefix, const std::string* words, std::size_t count) {
  if (count == 1) return Query(make_term(prefix, *words));
  const std::size_t half = count / 2;
  return {Query::OP_SYNONYM, synonym_of(prefix, words, half),
          synonym_of(prefix, words + half, count - half)};
}

Query synonym_of(std::string_view prefix, const std::vector<std::string>& words) {
  return words.empty() ? Query::MatchNothing : synonym_of(prefix, words.data(), words.size());
}

class Planner {
 public:
  Planner(const Index& index, const Question& question)
      : index_(index), question_(question), all_(index.databases().all) {}

  Result<Plan> plan() {
    Result<ParsedQuery> parsed = parse_query(question_.text, field_names());
    if (!parsed) return parsed.error();
    plan_.notes = std::move(parsed->notes);
    plan_.nothing_asked = parsed->clauses.empty() && !trim(question_.text).empty();
    loosen(parsed->clauses);
    drop_stop_words_ = has_other_than_stop_words(parsed->clauses);

    for (const Clause& clause : parsed->clauses) ask(clause);
    plan_.required = require(parsed->clauses, true);
    plan_.excluded = exclude(parsed->clauses);
    plan_.ranking = rank();
    if (error_) return *error_;
    return std::move(plan_);
  }

 private:
  std::vector<std::string> field_names() const {
    std::vector<std::string> names = {"kind", "language", "title", "year"};
    for (const FacetLabels& labels : index_.about().facets)
      for (const std::string* name :
           {&labels.facet.field, &labels.facet.flag, &labels.facet.plural})
        if (std::find(names.begin(), names.end(), *name) == names.end()) names.push_back(*name);
    return names;
  }

  bool is_stop(const std::string& word) const {
    const std::vector<std::string>& languages = index_.about().languages;
    return std::any_of(languages.begin(), languages.end(), [&](const std::string& language) {
      return language::is_stop_word(word, language);
    });
  }

  bool has_other_than_stop_words(const std::vector<Clause>& clauses) const {
    for (const Clause& clause : clauses) {
      if (clause.kind == Clause::Kind::field || clause.need == Need::must_not) continue;
      if (clause.kind == Clause::Kind::group && has_other_than_stop_words(clause.children))
        return true;
      for (const language::Word& word : language::words_of(clause.text))
        if (!is_stop(word.text)) return true;
    }
    return false;
  }

  // In a whole paragraph, quotes are the paragraph's own.
  void loosen(std::vector<Clause>& clauses) {
    const auto plain = std::count_if(clauses.begin(), clauses.end(), [](const Clause& clause) {
      return clause.kind == Clause::Kind::words && clause.need == Need::may;
    });
    if (plain <= most_words_with_phrases) return;
    for (Clause& clause : clauses) {
      if (clause.kind != Clause::Kind::phrase || clause.need != Need::must) continue;
      clause.kind = Clause::Kind::words;
      clause.need = Need::may;
      const std::string note = "in so long a query, quoted words are not required as a phrase";
      if (plan_.notes.empty() || plan_.notes.back() != note) plan_.notes.push_back(note);
    }
  }

  // ---- what ranks

  void ask(const Clause& clause) {
    if (clause.need == Need::must_not) return;
    for (const Clause& child : clause.children) ask(child);
    if (clause.kind == Clause::Kind::group || clause.kind == Clause::Kind::field) return;
    if (clause.kind == Clause::Kind::prefix) {
      ask_prefix(clause);
      return;
    }
    for (const language::Word& word : language::words_of(clause.text)) {
      if (clause.kind == Clause::Kind::exact) {
        ask({.text = word.text, .form = AskedWord::Form::exact});
        continue;
      }
      // What must match ranks too, so that nothing that is required is filtered out by the
      // rest.
      const bool optional = clause.kind == Clause::Kind::words && clause.need == Need::may;
      if (optional && drop_stop_words_ && is_stop(word.text)) continue;
      ask(make_asked(corrected(word, clause)));
    }
  }

  void ask(AskedWord word) {
    const std::string term = word.stems.empty() ? make_term({}, word.text)
                                                : make_term(stem_prefix, word.stems.front());
    const double documents = static_cast<double>(all_.get_doccount()) + 1;
    word.weight = std::log(documents / (static_cast<double>(all_.get_termfreq(term)) + 0.5));
    word.weight = std::max(word.weight, 0.1);
    plan_.asked.push_back(std::move(word));
  }

  void ask_prefix(const Clause& clause) {
    AskedWord word = make_prefix(clause);
    if (!word.expanded.empty()) plan_.asked.push_back(std::move(word));
  }

  AskedWord make_asked(const language::Word& word) {
    AskedWord asked{.text = word.text};
    for (const std::string& language : index_.about().languages) {
      std::string stem = stemmers_.in(language).stem(word);
      if (std::find(asked.stems.begin(), asked.stems.end(), stem) == asked.stems.end())
        asked.stems.push_back(std::move(stem));
    }
    return asked;
  }

  // Xapian weighs a wildcard by shard, so it is expanded here.
  AskedWord make_prefix(const Clause& clause) {
    AskedWord asked{.text = language::words_of(clause.text).front().text,
                    .form = AskedWord::Form::prefix};
    for (auto term = all_.allterms_begin(asked.text); term != all_.allterms_end(asked.text);
         ++term) {
      if (asked.expanded.size() == most_expanded) {
        plan_.notes.push_back("`" + asked.text + "*` stands for the first " +
                              std::to_string(most_expanded) + " words that begin so");
        break;
      }
      asked.expanded.push_back(*term);
    }
    return asked;
  }

  bool is_known(const AskedWord& asked) const {
    if (all_.term_exists(make_term({}, asked.text))) return true;
    return std::any_of(asked.stems.begin(), asked.stems.end(), [&](const std::string& stem) {
      return all_.term_exists(make_term(stem_prefix, stem));
    });
  }

  language::Word corrected(const language::Word& word, const Clause& clause) {
    if (!question_.correct || excluding_ > 0 || word.joined ||
        clause.kind != Clause::Kind::words || language::is_number(word.text) ||
        is_known(make_asked(word)))
      return word;
    if (const auto before = corrections_.find(word.text); before != corrections_.end())
      return before->second;
    if (!known_) {
      Result<std::vector<Index::KnownWord>> words = index_.words();
      if (!words) {
        error_ = words.error();
        return word;
      }
      known_ = std::move(*words);
    }
    language::Word result = word;
    if (std::string near = nearest_word(*known_, word.text); !near.empty()) {
      plan_.replaced.push_back({word.text, near});
      result.text = std::move(near);
      result.accented.clear();
    }
    corrections_.emplace(word.text, result);
    return result;
  }

  Query rank() const {
    std::vector<Query> stems;
    std::vector<Query> titles;
    std::vector<Query> exact;
    for (const AskedWord& asked : plan_.asked) {
      switch (asked.form) {
        case AskedWord::Form::any:
          stems.push_back(synonym_of(stem_prefix, asked.stems));
          titles.push_back(synonym_of(title_stem_prefix, asked.stems));
          exact.emplace_back(make_term({}, asked.text));
          break;
        case AskedWord::Form::exact:
          stems.emplace_back(make_term({}, asked.text));
          titles.emplace_back(make_term(title_prefix, asked.text));
          break;
        case AskedWord::Form::prefix:
          stems.push_back(synonym_of({}, asked.expanded));
          break;
      }
    }
    if (stems.empty()) return {};
    std::vector<Query> parts = {any_of(stems)};
    if (!titles.empty())
      parts.emplace_back(Query::OP_SCALE_WEIGHT, any_of(titles), title_scale);
    if (!exact.empty()) parts.emplace_back(Query::OP_SCALE_WEIGHT, any_of(exact), exact_scale);
    return any_of(parts);
  }

  // ---- what must be so

  // Of a list: all that it requires; where it requires nothing, and is not the whole query, any
  // of its parts. At the top the words that rank are what must match.
  std::optional<Query> require(const std::vector<Clause>& clauses, bool top) {
    std::vector<Query> must;
    std::vector<Query> may;
    bool plain = true;
    for (const Clause& clause : clauses) {
      if (clause.need == Need::must_not) continue;
      plain = plain && clause.kind == Clause::Kind::words;
      (clause.need == Need::must ? must : may).push_back(match(clause));
    }
    if (!must.empty()) return all_of(must);
    if (may.empty() || (top && plain)) return std::nullopt;
    return any_of(may);
  }

  // What must not match; the same at every depth.
  std::optional<Query> exclude(const std::vector<Clause>& clauses) {
    std::vector<Query> not_wanted;
    ++excluding_;
    for (const Clause& clause : clauses)
      if (clause.need == Need::must_not) not_wanted.push_back(match(clause));
    --excluding_;
    if (not_wanted.empty()) return std::nullopt;
    return any_of(not_wanted);
  }

  Query match(const Clause& clause) {
    switch (clause.kind) {
      case Clause::Kind::words:
        return match_words(clause);
      case Clause::Kind::phrase:
        return match_phrase(clause);
      case Clause::Kind::exact: {
        std::vector<Query> terms;
        for (const language::Word& word : language::words_of(clause.text))
          if (!word.joined) terms.emplace_back(make_term({}, word.text));
        return all_of(terms);
      }
      case Clause::Kind::prefix: {
        const AskedWord asked = make_prefix(clause);
        return synonym_of({}, asked.expanded);
      }
      case Clause::Kind::field:
        return match_field(clause);
      case Clause::Kind::group: {
        const Query inner = require(clause.children, false).value_or(Query::MatchAll);
        const std::optional<Query> out = exclude(clause.children);
        return out ? Query(Query::OP_AND_NOT, inner, *out) : inner;
      }
    }
    return {};
  }

  // All parts, or the joined form of a compound.
  Query match_words(const Clause& clause) {
    std::vector<Query> parts;
    std::vector<Query> joined;
    for (const language::Word& word : language::words_of(clause.text)) {
      const Query query = synonym_of(stem_prefix, make_asked(corrected(word, clause)).stems);
      (word.joined ? joined : parts).push_back(query);
    }
    if (parts.empty()) return Query::MatchNothing;
    joined.push_back(all_of(parts));
    return any_of(joined);
  }

  static Query match_phrase(const Clause& clause) {
    std::vector<Query> terms;
    for (const language::Word& word : language::words_of(clause.text))
      if (!word.joined) terms.emplace_back(make_term({}, word.text));
    if (terms.size() == 1) return terms.front();
    return {Query::OP_PHRASE, terms.begin(), terms.end(),
            static_cast<Xapian::termcount>(terms.size())};
  }

  // ---- fields

  Query match_field(const Clause& clause) {
    if (clause.field == "year") return match_year(clause.text, plan_.notes);
    if (clause.field == "kind") return Query(make_term(kind_prefix, to_lower(clause.text)));
    if (clause.field == "language")
      return Query(make_term(language_prefix, language::primary_language(clause.text)));
    if (clause.field == "title") {
      std::vector<Query> terms;
      for (const language::Word& word : language::words_of(clause.text))
        if (!word.joined)
          terms.push_back(synonym_of(title_stem_prefix, make_asked(word).stems));
      return terms.empty() ? Query::MatchNothing : all_of(terms);
    }
    const FacetLabels* labels = index_.about().find_facet(clause.field);
    if (labels == nullptr) return Query::MatchNothing;
    std::string reason;
    const std::string term = find_term(*labels, clause.text, reason);
    if (term.empty()) {
      plan_.notes.push_back(std::move(reason));
      return Query::MatchNothing;
    }
    return Query(facet_term(labels->facet.field, term));
  }

  const Index& index_;
  const Question& question_;
  const Xapian::Database& all_;
  Stemmers stemmers_;
  Plan plan_;
  bool drop_stop_words_ = true;
  int excluding_ = 0;  // above 0: inside what must not match
  std::optional<std::vector<Index::KnownWord>> known_;
  std::map<std::string, language::Word> corrections_;
  std::optional<Diagnostic> error_;
};

}  // namespace

Result<Plan> make_plan(const Index& index, const Question& question) {
  return Planner(index, question).plan();
}

}  // namespace baraza::index
