#include "index/docids.hpp"

namespace baraza::index {
namespace {

class Collector : public Xapian::MatchSpy {
 public:
  explicit Collector(Docids& docids) : docids_(docids) {}

  void operator()(const Xapian::Document& document, double) override {
    docids_.add(document.get_docid());
  }

 private:
  Docids& docids_;
};

Docids match(const Xapian::Database& shard, const Xapian::Query& query, std::size_t bound) {
  Docids found(bound);
  Collector collector(found);
  Xapian::Enquire enquire(shard);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.set_query(query);
  enquire.add_matchspy(&collector);
  enquire.get_mset(0, 0, shard.get_doccount());
  return found;
}

void add_term(const Xapian::Database& shard, const std::string& term, Docids& found) {
  const Xapian::PostingIterator end = shard.postlist_end(term);
  for (Xapian::PostingIterator at = shard.postlist_begin(term); at != end; ++at) found.add(*at);
}

Docids find_words(const Xapian::Database& shard, const std::vector<FindingTerms>& finding,
                  std::size_t bound) {
  Docids all(bound);
  for (const FindingTerms& words : finding) {
    if (words.size() == 1) {
      for (const std::string& term : words.front()) add_term(shard, term, all);
      continue;
    }
    Docids together(bound);
    for (std::size_t i = 0; i < words.size(); ++i) {
      Docids one(bound);
      for (const std::string& term : words[i]) add_term(shard, term, one);
      if (i == 0)
        together.unite(one);
      else
        together.intersect(one);
    }
    all.unite(together);
  }
  return all;
}

Docids all_of_shard(const Marks& marks) {
  Docids all(marks.docids());
  for (std::uint32_t docid = 0; docid < marks.docids(); ++docid)
    if (marks.has(docid)) all.add(docid);
  return all;
}

}  // namespace

void Docids::unite(const Docids& other) {
  for (std::size_t i = 0; i < bits_.size(); ++i) bits_[i] |= other.bits_[i];
}

void Docids::intersect(const Docids& other) {
  for (std::size_t i = 0; i < bits_.size(); ++i) bits_[i] &= other.bits_[i];
}

void Docids::subtract(const Docids& other) {
  for (std::size_t i = 0; i < bits_.size(); ++i) bits_[i] &= ~other.bits_[i];
}

Docids find_in_shard(const Xapian::Database& shard, const Plan& plan, const Marks& marks) {
  const std::size_t bound = marks.docids();
  Docids found =
      plan.ranking.empty() ? all_of_shard(marks) : find_words(shard, plan.finding, bound);
  if (plan.required) found.intersect(match(shard, *plan.required, bound));
  if (plan.excluded) found.subtract(match(shard, *plan.excluded, bound));
  return found;
}

}  // namespace baraza::index
