// The ids of a record: what is defined in it, and what names it. For check's own files alone.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/diagnostic.hpp"
#include "check/schema_evaluator.hpp"
#include "content/record.hpp"

namespace baraza::check {

class IdChecker {
 public:
  // `found` holds what is known of the record already: of a list that has a finding of its own,
  // nothing more is said.
  IdChecker(content::Record& record, Diagnostics& found);

  // A value marked `x-ref`: [unknown-item]. One that names another record, or a lesson of one,
  // is kept in the record's card.
  void check_reference(const Mark& mark);
  // A value marked `x-unique: file`: [id-twice].
  void check_unique(const Mark& mark);

 private:
  // The ids of one kind that the file defines.
  struct Defined {
    std::string list = {};                          // the key of the list
    std::map<std::string, std::string> names = {};  // what each id stands for, in words
    Span span = {};                                 // of that key; line 0: it is not there
    bool certain = true;  // false: some could not be read, so an unknown one may be among them
    std::set<std::string> twice = {};  // ids that two of them share
  };

  Defined read_list(const std::string& list) const;
  static std::vector<std::string> ids_in(std::string_view target, const Defined& defined);
  std::string hint_for(const Defined& defined, const std::vector<std::string>& near,
                       const std::string& target, bool by_letters) const;
  void add_unknown(const Mark& mark, const Defined& defined);
  std::set<std::string> ids_beside(const Mark& mark) const;

  content::Record& record_;
  Diagnostics& found_;
  std::map<std::string, Defined> defined_;                   // by x-ref
  std::set<std::pair<std::string, std::string>> forgotten_;  // by x-ref and id
  // By the list they stand in and the id: where it was met first.
  std::map<std::pair<std::string, std::string>, Span> met_;
};

}  // namespace baraza::check
