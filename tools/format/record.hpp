// One record, whole, as a person or a program reads it.
#pragma once

#include <iosfwd>
#include <string>
#include <vector>

#include "index/hit.hpp"
#include "index/sheet.hpp"
#include "render/words.hpp"
#include "tools/format/facts.hpp"

namespace baraza::tools {

struct ShownRecord {
  index::Hit hit = {};      // without an excerpt; its insights counted
  index::Sheet sheet = {};  // in the reader's language
  // Of a lesson, what its case says, empty where that is not to be shown; else the same.
  content::Node case_fields = {};
  std::vector<index::Hit> lessons = {};         // of a case
  std::vector<index::Stand> stands = {};        // of an insight
  std::vector<content::Passage> passages = {};  // its text in the reader's language
};

// Why an insight rests on a lesson, in the reader's language.
std::string why_of(const ShownRecord& insight, const content::Support& support);

// With the words of the site.
void write_record_text(const ShownRecord& record, const Look& look, const render::Words& words,
                       std::ostream& out);

// Its form is schemas/output/record.schema.yaml.
void write_record_json(const ShownRecord& record, const Look& look, std::ostream& out);

}  // namespace baraza::tools
