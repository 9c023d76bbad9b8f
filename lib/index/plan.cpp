#include "index/plan.hpp"

#include <algorithm>
#include <utility>

#include "base/text.hpp"
#include "index/asking.hpp"
#include "index/databases.hpp"
#include "index/terms.hpp"
#include "language/words.hpp"

namespace baraza::index {
namespace {

using Xapian::Query;

constexpr std::ptrdiff_t most_words_with_phrases = 32;
constexpr std::size_t most_words_of_phrase = 32;

// As people read it: `+teachers`, `"early reading"`, `(a OR b)`.
std::string shown(const Clause& clause) {
  switch (clause.kind) {
    case Clause::Kind::words:
      return clause.text;
    case Clause::Kind::phrase:
      return "\"" + clause.text + "\"";
    case Clause::Kind::exact:
      return "=" + clause.text;
    case Clause::Kind::prefix:
      return clause.text + "*";
    case Clause::Kind::field:
      return clause.field + ":" + clause.text;
    case Clause::Kind::group:
      break;
  }
  std::string text;
  for (const Clause& child : clause.children) {
    if (!text.empty()) text += " ";
    if (child.need == Need::must) text += "+";
    if (child.need == Need::must_not) text += "-";
    text += shown(child);
  }
  return "(" + text + ")";
}

class Planner {
 public:
  Planner(const Index& index, const Question& question)
      : index_(index), question_(question), asker_(index, question, plan_) {}

  Result<Plan> plan() {
    if (Status known = add_filters(index_, question_, plan_.filters); !known)
      return known.error();
    ParsedQuery parsed = parse_query(question_.text, field_names(index_.about()));
    plan_.notes = std::move(parsed.notes);
    for (const std::string& name : parsed.unknown_fields)
      note(unknown_field(index_.about(), name));
    std::vector<Clause>& clauses = parsed.clauses;
    plan_.nothing_asked = clauses.empty() && !trim(question_.text).empty();
    loosen(clauses);
    part(clauses);
    take_filters(clauses);
    asker_.ask(clauses);
    plan_.required = require(clauses, true);
    plan_.excluded = exclude(clauses);
    for (const Clause& clause : clauses) {
      if (clause.need == Need::must) plan_.required_shown.push_back(shown(clause));
      if (clause.need == Need::must_not) plan_.excluded_shown.push_back(shown(clause));
    }
    if (no_such_term_) plan_.required = Query::MatchNothing;
    if (asker_.error()) return *asker_.error();
    return std::move(plan_);
  }

 private:
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
      note("in so long a query, quoted words are not required as a phrase");
    }
  }

  void note(std::string text) { asker_.note(std::move(text)); }

  // ---- filters

  // `country:(kenya -ghana)` is `country:kenya -country:ghana`.
  static void part(std::vector<Clause>& clauses) {
    std::vector<Clause> all;
    for (Clause& clause : clauses) {
      std::vector<Clause> excluded;
      if (clause.need == Need::must && is_of_fields(clause))
        std::erase_if(clause.children, [&](Clause& child) {
          const bool out = child.need == Need::must_not;
          if (out) excluded.push_back(std::move(child));
          return out;
        });
      if (excluded.empty() || !clause.children.empty()) all.push_back(std::move(clause));
      for (Clause& one : excluded) all.push_back(std::move(one));
    }
    clauses = std::move(all);
  }

  static bool is_of_fields(const Clause& group) {
    return !group.children.empty() &&
           std::all_of(group.children.begin(), group.children.end(),
                       [](const Clause& child) { return child.kind == Clause::Kind::field; });
  }

  // `country:kenya` in the query is the same as --country kenya beside it.
  void take_filters(std::vector<Clause>& clauses) {
    std::erase_if(clauses, [&](const Clause& clause) {
      const std::string* field = filter_field(clause);
      if (field == nullptr) return false;
      bool some = false;
      if (clause.kind == Clause::Kind::field)
        some = take_filter(*field, clause.text, plan_.filters);
      for (const Clause& child : clause.children)
        some = take_filter(*field, child.text, plan_.filters) || some;
      no_such_term_ = no_such_term_ || !some;
      return true;
    });
  }

  // The field of a clause that filters: one that must hold, or several of one field, any of
  // which must.
  static const std::string* filter_field(const Clause& clause) {
    if (clause.need != Need::must) return nullptr;
    const Clause* first = &clause;
    if (clause.kind == Clause::Kind::group) {
      first = &clause.children.front();
      for (const Clause& child : clause.children)
        if (child.kind != Clause::Kind::field || child.field != first->field ||
            child.need == Need::must_not || child.insisted)
          return nullptr;
    }
    if (first->kind != Clause::Kind::field || first->field == title_field || clause.insisted)
      return nullptr;
    return &first->field;
  }

  bool take_filter(const std::string& field, const std::string& value, Filters& filters) {
    const Status added = add_filter(index_.about(), field, value, filters);
    if (added) return true;
    const Diagnostic& why = added.error();
    note(why.hint.empty() ? why.message : why.message + "; " + why.hint);
    return false;
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
      case Clause::Kind::exact:
        return match_exact(clause);
      case Clause::Kind::prefix:
        return synonym_of({}, asker_.make_prefix(clause).expanded);
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

  // All parts, or the joined form of a compound. The name of a field that there is not is none
  // of them, unless it is all there is.
  Query match_words(const Clause& clause) {
    std::vector<Query> parts;
    std::vector<Query> joined;
    const std::vector<language::Word> words = language::words_of(clause.text);
    const bool all = words.empty() || words.back().offset < clause.fixed;
    for (const language::Word& word : words) {
      const bool fixed = word.offset < clause.fixed;
      if (fixed && !all) continue;
      const Query query =
          synonym_of(stem_prefix, asker_.make_asked(word, excluding_ == 0 && !fixed).stems);
      (word.joined ? joined : parts).push_back(query);
    }
    if (parts.empty()) return Query::MatchNothing;
    joined.push_back(all_of(parts));
    return any_of(joined);
  }

  static Query match_exact(const Clause& clause) {
    std::vector<Query> terms;
    for (const language::Word& word : language::words_of(clause.text))
      if (!word.joined) terms.emplace_back(make_term({}, word.text));
    return all_of(terms);
  }

  Query match_phrase(const Clause& clause) {
    std::vector<Query> terms;
    for (const language::Word& word : language::words_of(clause.text))
      if (!word.joined) terms.emplace_back(make_term({}, word.text));
    if (terms.size() > most_words_of_phrase) {
      terms.resize(most_words_of_phrase);
      note("of a phrase only the first " + std::to_string(most_words_of_phrase) +
           " words are required in their order");
    }
    if (terms.size() == 1) return terms.front();
    return {Query::OP_PHRASE, terms.begin(), terms.end(),
            static_cast<Xapian::termcount>(terms.size())};
  }

  Query match_field(const Clause& clause) {
    if (clause.field == title_field) return match_title(clause.text);
    Filters filters;
    if (!take_filter(clause.field, clause.text, filters)) return Query::MatchNothing;
    return any_of(filters.begin()->second.any);
  }

  Query match_title(const std::string& text) {
    std::vector<Query> terms;
    for (const language::Word& word : language::words_of(text)) {
      if (word.joined) continue;
      AskedWord asked = asker_.make_asked(word, excluding_ == 0);
      terms.push_back(synonym_of(title_stem_prefix, asked.stems));
      if (excluding_ == 0) plan_.titled.push_back(std::move(asked));
    }
    return terms.empty() ? Query::MatchNothing : all_of(terms);
  }

  const Index& index_;
  const Question& question_;
  Plan plan_;
  Asker asker_;
  bool no_such_term_ = false;  // a filter has none that there is
  int excluding_ = 0;          // above 0: inside what must not match
};

}  // namespace

// Exclusions are outermost: an AND_NOT below a filter costs Xapian its optimisations.
Query Plan::whole_query() const {
  Query query = ranking.empty() ? Query::MatchAll : ranking;
  if (required) query = Query(Query::OP_FILTER, query, *required);
  query = with_filters(query, filters);
  if (excluded) query = Query(Query::OP_AND_NOT, query, *excluded);
  return query;
}

Result<Plan> make_plan(const Index& index, const Question& question) {
  return Planner(index, question).plan();
}

}  // namespace baraza::index
