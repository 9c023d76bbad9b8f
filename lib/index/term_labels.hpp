// What the terms of a list are called. Of the lists of an index few are asked for in a run, and
// each is read when it first is.
#pragma once

#include <cstddef>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "base/binary.hpp"
#include "content/vocabulary.hpp"

namespace baraza::index {

struct TermLabel {
  std::string id = {};
  content::Texts label = {};
  std::vector<std::string> alt = {};  // other words for it
  std::string csl = {};               // of a kind of source: its type for citation software

  bool operator==(const TermLabel&) const = default;
};

// By id.
class TermLabels {
 public:
  TermLabels() = default;
  TermLabels(std::initializer_list<TermLabel> terms) : TermLabels(std::vector(terms)) {}
  // In any order; of two with one id the first is found.
  explicit TermLabels(std::vector<TermLabel> terms);
  // The bytes of encode(), which are read when something is asked for. Of others that are taken
  // which can be read.
  static TermLabels of(std::string bytes);

  const TermLabel* find(std::string_view id) const;  // null where there is none
  // The label in `language`, or the id itself.
  std::string label(std::string_view id, std::string_view language) const;
  // Adds those that are not here yet, without labels.
  void add(const std::vector<std::string>& ids);

  std::size_t size() const { return all().size(); }
  auto begin() const { return all().begin(); }
  auto end() const { return all().end(); }
  bool operator==(const TermLabels& other) const { return all() == other.all(); }

 private:
  const std::vector<TermLabel>& all() const;

  mutable std::string bytes_;  // yet to be read
  mutable std::vector<TermLabel> terms_;
};

std::string encode(const TermLabels& labels);

// Texts by key, such as labels by language.
void put_texts(BinaryWriter& out, const content::Texts& texts);
content::Texts take_texts(BinaryReader& in);

}  // namespace baraza::index
