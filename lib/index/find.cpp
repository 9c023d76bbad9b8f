#include "index/find.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include <xapian.h>

#include "base/text.hpp"
#include "index/contents.hpp"
#include "index/databases.hpp"
#include "index/explain.hpp"
#include "index/facets.hpp"
#include "index/marks.hpp"
#include "index/plan.hpp"
#include "index/ranking.hpp"

namespace baraza::index {
namespace {

class Finder {
 public:
  Finder(const Index& index, const Question& question)
      : index_(index),
        question_(question),
        all_(index.databases().all),
        languages_(question.languages.empty() ? index.about().languages : question.languages) {}

  Result<Hits> find() {
    if (Status known = check_group(); !known) return known.error();
    Result<Plan> plan = make_plan(index_, question_);
    if (!plan) return plan.error();
    plan_ = std::move(*plan);
    hits_.notes = plan_.notes;
    hits_.replaced = plan_.replaced;
    if (plan_.nothing_asked) {
      hits_.notes.emplace_back(
          "there is no word to look for; write one, or nothing to list all");
      return std::move(hits_);
    }

    if (Status counted = count(); !counted) return counted.error();
    HitMaker maker(index_, languages_, plan_.asked, question_.excerpts);
    const Status found = question_.group.empty() ? find_page(maker) : find_groups(maker);
    if (!found) return found.error();
    if (Status explained = explain_all(); !explained) return explained.error();
    return std::move(hits_);
  }

 private:
  Status check_group() const {
    const std::string& group = question_.group;
    if (group.empty() || group == group_by_case || index_.about().find_facet(group) != nullptr)
      return Done{};
    std::vector<std::string> known = {std::string(group_by_case)};
    for (const FacetLabels& one : index_.about().facets) known.push_back(one.facet.flag);
    return Diagnostic{.rule = "usage",
                      .message = "nothing can be put together by `" + group + "`",
                      .hint = "the ways are " + join(known, ", ")};
  }

  // Ranking looks only at what may come first, so all that is found is counted apart.
  Status count() {
    if (!question_.count && !question_.facets) return Done{};
    Result<Counted> counted = count_found(index_, plan_, languages_.front(), question_.facets);
    if (!counted) return counted.error();
    hits_.total = counted->total;
    hits_.facets = std::move(counted->facets);
    return Done{};
  }

  Status find_page(HitMaker& maker) {
    Result<std::vector<Scored>> found =
        ranks() ? Result<std::vector<Scored>>(rank_page()) : list_all();
    if (!found) return found.error();
    const std::vector<Scored> page =
        ranks() ? std::move(*found) : cut(*found, question_.offset, question_.limit);
    std::size_t rank = question_.offset;
    for (const Scored& one : page) {
      Result<Hit> hit = maker.make(one.number, one.score, ++rank);
      if (!hit) return hit.error();
      hits_.hits.push_back(std::move(*hit));
    }
    return Done{};
  }

  Status explain_all() {
    if (question_.explain) {
      hits_.explanation = explain(index_, plan_);
      explain_hits(index_, plan_, hits_.hits);
    }
    if (hits_.total > 0 || index_.size() == 0) return Done{};
    Result<NothingFound> help = explain_nothing(index_, plan_);
    if (!help) return help.error();
    hits_.nothing_found = std::move(*help);
    return Done{};
  }

  bool ranks() const { return !plan_.ranking.empty() && question_.order == Order::relevance; }

  std::vector<Scored> rank_page() {
    Ranked ranked = rank(index_, plan_.whole_query(), question_.offset, question_.limit, false);
    if (!question_.count) {
      hits_.total = ranked.total;
      hits_.exact = ranked.exact;
    }
    return std::move(ranked.page);
  }

  // All that is found, in the order that is asked for; newest first where nothing ranks.
  Result<std::vector<Scored>> list_all() {
    const Result<std::vector<const Marks*>> marks = index_.marks();
    if (!marks) return marks.error();
    Xapian::Enquire enquire(all_);
    if (plan_.ranking.empty())
      enquire.set_weighting_scheme(Xapian::BoolWeight());
    else
      enquire.set_weighting_scheme(Xapian::IneB2Weight(1.0));
    enquire.set_query(plan_.whole_query());
    const Xapian::MSet found = enquire.get_mset(0, all_.get_doccount());
    std::vector<Scored> listed;
    for (auto at = found.begin(); at != found.end(); ++at) {
      Scored& scored = listed.emplace_back(scored_at(index_, at));
      scored.day = marks->at(shard_of_docid(*at, marks->size()))
                       ->days(docid_in_shard(*at, marks->size()))
                       .newest;
    }
    std::sort(listed.begin(), listed.end(),
              ranks()                        ? is_better
              : question_.order == Order::id ? has_lower_id
                                             : is_newer);
    hits_.total = listed.size();
    return listed;
  }

  // ---- groups

  struct Grouped {
    Group group;
    std::vector<std::pair<Scored, std::size_t>> hits;  // with their ranks
  };

  Status find_groups(HitMaker& maker) {
    const Result<std::vector<Scored>> found = list_all();
    if (!found) return found.error();
    Result<std::vector<Grouped>> all = make_groups(*found);
    if (!all) return all.error();
    hits_.all_groups = all->size();
    const std::size_t begin = std::min(question_.offset, all->size());
    const std::size_t end = begin + std::min(question_.limit, all->size() - begin);
    std::map<std::size_t, std::size_t> made;  // by number
    for (std::size_t i = begin; i < end; ++i) {
      Grouped& grouped = (*all)[i];
      for (const auto& [scored, rank] : grouped.hits) {
        const auto known = made.emplace(scored.number, hits_.hits.size());
        grouped.group.hits.push_back(known.first->second);
        if (!known.second) continue;
        Result<Hit> hit = maker.make(scored.number, scored.score, rank);
        if (!hit) return hit.error();
        hits_.hits.push_back(std::move(*hit));
      }
      if (Status labelled = label(grouped.group); !labelled) return labelled.error();
      hits_.groups.push_back(std::move(grouped.group));
    }
    return Done{};
  }

  // In the order of their first hits.
  Result<std::vector<Grouped>> make_groups(const std::vector<Scored>& found) const {
    std::vector<Grouped> groups;
    std::map<std::string, std::size_t> by_key;
    for (std::size_t i = 0; i < found.size(); ++i) {
      const Result<std::vector<std::string>> keys = keys_of(found[i]);
      if (!keys) return keys.error();
      for (const std::string& key : *keys) {
        const auto at = by_key.emplace(key, groups.size());
        if (at.second) groups.push_back({.group = {.key = key}, .hits = {}});
        Grouped& grouped = groups[at.first->second];
        if (grouped.group.total++ < question_.group_limit)
          grouped.hits.emplace_back(found[i], i + 1);
      }
    }
    return groups;
  }

  // The groups that a hit belongs to; an empty one where it has no case or no such term.
  Result<std::vector<std::string>> keys_of(const Scored& scored) const {
    if (question_.group == group_by_case) {
      const Result<Entry> entry = index_.entry(scored.number);
      if (!entry) return entry.error();
      return std::vector<std::string>{entry->case_id};
    }
    const Result<std::vector<const Marks*>> all = index_.marks();
    if (!all) return all.error();
    const Marks& marks = *all->at(shard_of_docid(scored.document, all->size()));
    const std::string& field = index_.about().find_facet(question_.group)->facet.field;
    std::vector<std::string> keys;
    marks.each(docid_in_shard(scored.document, all->size()), [&](std::uint32_t i) {
      if (marks.all()[i].field == field) keys.push_back(marks.all()[i].term);
    });
    if (keys.empty()) keys.emplace_back();
    return keys;
  }

  Status label(Group& group) const {
    if (question_.group != group_by_case) {
      const FacetLabels* labels = index_.about().find_facet(question_.group);
      if (!group.key.empty()) group.label = labels->terms.label(group.key, languages_.front());
      return Done{};
    }
    const Result<std::optional<Entry>> entry = index_.find_entry(group.key);
    if (!entry) return entry.error();
    if (*entry) group.label = (*entry)->title_in(languages_).title;
    return Done{};
  }

  const Index& index_;
  const Question& question_;
  const Xapian::Database& all_;
  std::vector<std::string> languages_;
  Plan plan_;
  Hits hits_;
};

}  // namespace

Result<Hits> find(const Index& index, const Question& question) {
  using Answer = Result<Hits>;
  const Result<Answer> answer =
      ask_xapian<Answer>([&] { return Answer(Finder(index, question).find()); });
  return answer ? *answer : Answer(answer.error());
}

}  // namespace baraza::index
