// Finds the terms of one record's words. For check's own files alone.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>

#include "content/vocabulary.hpp"

namespace baraza::check {

// Looks through a list for the first few words, and keeps it by id for those with many. The
// vocabularies must outlive it.
class TermLookup {
 public:
  const content::Term* find(const content::Vocabulary& list, std::string_view id);
  const content::Term* find_alias(const content::Vocabulary& list, std::string_view id);

 private:
  struct Index {
    std::size_t asked = 0;
    // Only asked, never gone through; empty until it is worth while.
    std::unordered_map<std::string_view, const content::Term*> ids = {};
    std::unordered_map<std::string_view, const content::Term*> aliases = {};
  };

  // Null while it is not worth while.
  const Index* index_of(const content::Vocabulary& list);

  std::map<const content::Vocabulary*, Index> indexes_;  // only asked
};

}  // namespace baraza::check
