// How a question was understood, why a hit was found and what may help where nothing was, for
// people and for programs.
#pragma once

#include <iosfwd>
#include <string>
#include <vector>

#include "base/json.hpp"
#include "index/explanation.hpp"
#include "tools/format/facts.hpp"

namespace baraza::tools {

// A line for each thing that was understood, and an empty one.
void write_explanation_text(const index::Explanation& told, const Look& look,
                            std::ostream& out);
// `teachers 4.21 (title 0.52, very word 0.31), coaching 2.02`
std::string gave_text(const std::vector<index::Gave>& gave);
// What would have been found, which words are near: a sentence a line.
void write_help_text(const index::NothingFound& help, std::ostream& out);

// The members `explain` and `help` of an answer.
void write_explanation_json(JsonWriter& json, const index::Explanation& told);
void write_gave_json(JsonWriter& json, const std::vector<index::Gave>& gave);
void write_help_json(JsonWriter& json, const index::NothingFound& help);

}  // namespace baraza::tools
