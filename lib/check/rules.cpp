#include "check/rules.hpp"

#include <algorithm>

#include "check/rule_rows.hpp"

namespace baraza::check {

const std::vector<Rule>& rules() {
  static const std::vector<Rule> all = [] {
    std::vector<Rule> list;
    for (const std::span<const Rule> rows :
         {rules_of_reading(), rules_of_schema(), rules_of_bank(), rules_of_data()})
      list.insert(list.end(), rows.begin(), rows.end());
    // By number: the letter is only the severity.
    std::sort(list.begin(), list.end(),
              [](const Rule& a, const Rule& b) { return a.code.substr(1) < b.code.substr(1); });
    return list;
  }();
  return all;
}

const Rule* find_rule(std::string_view code) {
  for (const Rule& rule : rules())
    if (rule.code == code) return &rule;
  return nullptr;
}

}  // namespace baraza::check
