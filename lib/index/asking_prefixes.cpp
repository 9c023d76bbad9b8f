// The words that `word*` stands for.
#include <algorithm>

#include "index/asking.hpp"

namespace baraza::index {
namespace {

constexpr std::size_t most_expanded = 256;  // words that begin alike
constexpr std::size_t most_expanded_together = 1024;

}  // namespace

AskedWord Asker::make_prefix(const Clause& clause) {
  AskedWord asked{.text = language::words_of(clause.text).front().text,
                  .form = AskedWord::Form::prefix};
  asked.expanded = words_with(asked.text);
  if (asked.expanded.size() <= share_) return asked;
  asked.expanded.resize(share_);
  const std::string first =
      std::to_string(share_) + (share_ == 1 ? " word that begins so" : " words that begin so");
  note(share_ == most_expanded
           ? "`" + asked.text + "*` stands for the first " + first
           : "of so many words with `*`, each stands for the first " + first);
  return asked;
}

// By their bytes; one more than are looked for, if there are so many.
const std::vector<std::string>& Asker::words_with(const std::string& begin) {
  const auto [at, is_new] = begin_alike_.try_emplace(begin);
  if (!is_new) return at->second;
  const Xapian::TermIterator end = all_.allterms_end(begin);
  for (Xapian::TermIterator term = all_.allterms_begin(begin);
       term != end && at->second.size() <= most_expanded; ++term)
    at->second.push_back(*term);
  return at->second;
}

// So many that all of them together are not too many: those that stand for few give the others
// room.
void Asker::share_prefixes(const std::vector<Clause>& clauses) {
  std::vector<std::size_t> sizes;
  count_prefixes(clauses, sizes);
  const auto all = [&] {
    std::size_t sum = 0;
    for (const std::size_t size : sizes) sum += std::min(size, share_);
    return sum;
  };
  share_ = most_expanded;
  while (share_ > 1 && all() > most_expanded_together) --share_;
}

void Asker::count_prefixes(const std::vector<Clause>& clauses,
                           std::vector<std::size_t>& sizes) {
  for (const Clause& clause : clauses) {
    count_prefixes(clause.children, sizes);
    if (clause.kind == Clause::Kind::prefix)
      sizes.push_back(words_with(language::words_of(clause.text).front().text).size());
  }
}

}  // namespace baraza::index
