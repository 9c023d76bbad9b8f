// What Xapian 1.4.22 does that the index works around. Each of these fails once a newer one has
// been mended, and the workaround it names can then go.
#include <cmath>
#include <exception>
#include <map>
#include <string>
#include <type_traits>
#include <vector>

#include <doctest/doctest.h>
#include <xapian.h>

namespace baraza::index {
namespace {

using Xapian::Query;

// Documents of three words each, every fourth with the phrase `a b`, spread over `shards`.
std::vector<Xapian::WritableDatabase> fill(std::size_t shards) {
  std::vector<Xapian::WritableDatabase> databases;
  for (std::size_t i = 0; i < shards; ++i)
    databases.emplace_back("", Xapian::DB_BACKEND_INMEMORY);
  for (unsigned i = 0; i < 80; ++i) {
    Xapian::Document document;
    document.add_posting(i % 4 == 0 ? "a" : "b", 1);
    document.add_posting(i % 4 == 0 ? "b" : "a", 2);
    document.add_posting("c" + std::to_string(i % 7), 3, 1 + i % 3);
    if (i % 3 == 0) document.add_posting("d", 4);
    document.add_boolean_term("XF" + std::to_string(i % 2));
    document.set_data(std::to_string(i));
    databases[(i * 7 + i / 5) % shards].add_document(document);
  }
  return databases;
}

std::map<std::string, double> scores_of(const std::vector<Xapian::WritableDatabase>& databases,
                                        const Query& query) {
  Xapian::Database all;
  for (const Xapian::WritableDatabase& one : databases) all.add_database(one);
  Xapian::Enquire enquire(all);
  enquire.set_weighting_scheme(Xapian::IneB2Weight(1.0));
  enquire.set_query(query);
  std::map<std::string, double> scores;
  const Xapian::MSet found = enquire.get_mset(0, 1000);
  for (auto at = found.begin(); at != found.end(); ++at)
    scores[at.get_document().get_data()] = at.get_weight();
  return scores;
}

bool nearly_equal(const std::map<std::string, double>& a,
                  const std::map<std::string, double>& b) {
  if (a.size() != b.size()) return false;
  for (const auto& [data, score] : a) {
    const auto other = b.find(data);
    if (other == b.end() || std::abs(other->second - score) > 1e-9) return false;
  }
  return true;
}

TEST_CASE("Xapian's errors are no std::exception, so the index catches them itself") {
  CHECK_FALSE(std::is_base_of_v<std::exception, Xapian::Error>);
}

TEST_CASE("Xapian weighs wildcards and lists of synonyms by shard, so the index nests pairs") {
  const Query wildcard(Query::OP_WILDCARD, "c", 0, Query::WILDCARD_LIMIT_ERROR,
                       Query::OP_SYNONYM);
  std::vector<Query> words;
  words.reserve(7);
  for (int i = 0; i < 7; ++i) words.emplace_back("c" + std::to_string(i));
  const Query list(Query::OP_SYNONYM, words.begin(), words.end());
  Query pairs = words.front();
  for (const Query& word : words)
    if (&word != &words.front()) pairs = Query(Query::OP_SYNONYM, pairs, word);

  const auto one = fill(1);
  const auto eight = fill(8);
  CHECK_FALSE(nearly_equal(scores_of(one, wildcard), scores_of(eight, wildcard)));
  CHECK_FALSE(nearly_equal(scores_of(one, list), scores_of(eight, list)));
  CHECK(nearly_equal(scores_of(one, pairs), scores_of(eight, pairs)));
}

TEST_CASE("Xapian's weights under a filter are those without where phrases do not rank") {
  const std::vector<Query> words = {Query("a"), Query("b")};
  const Query phrase(Query::OP_PHRASE, words.begin(), words.end(), 2);
  const Query ranked(Query::OP_OR, Query("d"), Query("c1"));
  const auto databases = fill(3);
  const auto scores = scores_of(databases, Query(Query::OP_FILTER, ranked, phrase));
  const auto filtered =
      scores_of(databases,
                Query(Query::OP_FILTER, Query(Query::OP_FILTER, ranked, phrase), Query("XF0")));
  CHECK_FALSE(filtered.empty());
  for (const auto& [data, score] : filtered) CHECK(scores.at(data) == doctest::Approx(score));
}

}  // namespace
}  // namespace baraza::index
