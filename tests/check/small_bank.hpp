// Small banks for the tests of what is checked between records.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "check/check_bank.hpp"
#include "tests/check/words.hpp"

namespace baraza::check {

using content::Card;
using content::RecordKind;
using Lines = std::vector<std::string>;

inline Card card(const std::string& id, const std::string& folder = "kenya") {
  Card made;
  made.id = id;
  made.path = "cases/" + folder + "/" + id + ".md";
  made.lessons = {{.id = "start-small", .aliases = {"begin-small"}}};
  made.anchors = {"the-problem"};
  return made;
}

inline Lines check(const std::vector<Card>& cards, std::vector<std::string> files = {}) {
  content::Bank bank;
  bank.files = std::move(files);
  Diagnostics found;
  check_bank(bank, outlines_of(cards), 0, found);
  Lines lines;
  for (const Diagnostic& finding : found.all())
    lines.push_back(finding.where.path + " " + line_of(finding));
  return lines;
}

inline Card with_reference(const std::string& kind, const std::string& target) {
  Card made = card("wells");
  made.references = {{kind, target, {5, 3, 5, 9}}};
  return made;
}

inline Card with_link(const std::string& target) {
  Card made = card("wells");
  made.links = {{.target = target, .span = {9, 1, 9, 7}}};
  return made;
}

inline Card with_picture(const std::string& target) {
  Card made = with_link(target);
  made.links[0].image = true;
  return made;
}

}  // namespace baraza::check
