// What of a bank is shown on its site, and what stands under each of its terms.
//
// Drafts and held records are never in it, and translations have no pages of their own yet. Of
// a `lesson-only` case only the lessons are: its title, its sources, its actors and the fields
// that say where it happened are not.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "content/bank.hpp"

namespace baraza::render {

// A lesson that is shown, and its case.
struct LessonRef {
  const content::Card* card = nullptr;
  const content::Lesson* lesson = nullptr;

  bool operator==(const LessonRef&) const = default;
};

// What stands under one term: indexes into Catalogue's lists, ascending.
struct TermUse {
  std::vector<std::size_t> lessons = {};
  std::vector<std::size_t> cases = {};
  std::vector<std::size_t> digest = {};

  bool has_page() const { return !lessons.empty() || !cases.empty(); }
};

// The terms of one facet that are used, by id.
using UsesByTerm = std::map<std::string, TermUse, std::less<>>;

class Catalogue {
 public:
  // `drafts`: show drafts too. The bank must outlive the catalogue.
  Catalogue(const content::Bank& bank, bool drafts);

  const content::Bank& bank() const { return *bank_; }
  const std::vector<const content::Card*>& cases() const {
    return cases_;
  }  // with a page; by id
  const std::vector<const content::Card*>& lesson_only() const { return lesson_only_; }
  const std::vector<LessonRef>& lessons() const { return lessons_; }  // by case, in its order
  const std::vector<const content::Card*>& insights() const { return insights_; }
  const std::vector<const content::Card*>& digest() const { return digest_; }
  const UsesByTerm& terms(std::size_t facet) const { return terms_[facet]; }

  bool shows(const content::Card& card) const;     // something of it is on the site
  bool has_page(const content::Card& card) const;  // it has a page, or its place in the digest
  bool has_page(std::size_t facet, std::string_view term) const;

  // The terms of one facet that may be shown, in the author's order.
  const std::vector<std::string>& terms_of(const content::Card& card, std::size_t facet) const;
  const std::vector<std::string>& terms_of(const LessonRef& ref, std::size_t facet) const;
  std::string label(std::size_t facet, std::string_view term) const;

  // The lesson of `case#lesson` if it is shown, else nulls.
  LessonRef find_lesson(std::string_view full_id) const;
  // The insights that are shown and rest on the lesson.
  const std::vector<const content::Card*>& insights_on(std::string_view full_id) const;
  // Terms that have a page with `term` of `facet`, by term: the lessons and cases that have
  // both.
  UsesByTerm together(std::size_t facet, const TermUse& use, std::size_t other) const;
  // The facets that pair with `facet`, and whether its terms come first in their pages' paths.
  struct Partner {
    std::size_t facet = 0;
    bool first = false;
  };
  const std::vector<Partner>& partners(std::size_t facet) const { return partners_[facet]; }

 private:
  void add_case(const content::Card& card);
  void add_terms();

  const content::Bank* bank_;
  bool drafts_;
  std::vector<const content::Card*> cases_, lesson_only_, insights_, digest_;
  std::vector<LessonRef> lessons_;
  std::vector<UsesByTerm> terms_;
  std::vector<std::vector<Partner>> partners_;
  std::map<std::string, std::vector<const content::Card*>, std::less<>> insights_on_;
};

// Finds the lessons of other cases that share most terms with one. It remembers its last
// answer, since the lessons of a case mostly have the same terms.
class Neighbours {
 public:
  explicit Neighbours(const Catalogue& catalogue) : catalogue_(&catalogue) {}

  // One lesson a case, at most `most`; those that share as many terms by case and its order.
  std::vector<LessonRef> find(const LessonRef& ref, std::size_t most);

 private:
  using Terms = std::vector<std::vector<std::string>>;  // by facet
  void rank(const Terms& terms, std::size_t most);

  const Catalogue* catalogue_;
  Terms terms_ = {};
  std::size_t most_ = 0;
  std::vector<LessonRef> nearest_ = {};  // for terms_: one more than was asked for
  std::vector<std::uint8_t> shared_ = {};
};

}  // namespace baraza::render
