// The interface texts of one language, and what is said with them: counts, lists, dates.
//
// The texts come from templates/text/<lang>.yaml. A key is the way to a text, `case.sources`.
// In a text, `{name}` stands for what is filled in. A count has the forms `one` and `other`.
#pragma once

#include <cstddef>
#include <initializer_list>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "content/card.hpp"
#include "content/tree.hpp"
#include "render/view.hpp"

namespace baraza::render {

class Words {
 public:
  explicit Words(const content::Node& texts);

  // The text of a key. Where there is none the key itself is answered, and missing() says so.
  std::string text(std::string_view key) const;
  std::string text_or(std::string_view key, std::string_view otherwise) const;
  using Fill = std::pair<std::string_view, std::string_view>;
  std::string fill(std::string_view key, std::initializer_list<Fill> values) const;
  // `3 lessons`: the form `one` or `other` of a key, with `{n}`; for none `zero`, if it has
  // one.
  std::string count(std::string_view key, std::size_t number) const;
  // `81,800,000`
  std::string number(std::string_view digits) const;
  // `a, b and c`
  std::string list(const std::vector<std::string>& items) const;

  // `31 May 2016`, `May 2016`, `about 2016`; a text that is no date is answered as it is.
  std::string date(const content::Date& date) const;
  std::string date(const std::string& text) const;
  // `2011 to 2022`, `since 2011`, `2011`; empty without a date.
  std::string period(const content::Date& start, const content::Date& end, bool ongoing) const;

  // All texts, for templates: {{t.case.sources}}.
  const std::shared_ptr<const View>& view() const { return view_; }
  // The first key that was asked for and is not there, or empty.
  const std::string& missing() const { return missing_; }

 private:
  const std::string* find(std::string_view key) const;

  std::map<std::string, std::string, std::less<>> texts_;
  std::shared_ptr<const View> view_;
  mutable std::string missing_;
};

}  // namespace baraza::render
