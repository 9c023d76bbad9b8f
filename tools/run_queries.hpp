// Many queries at once, answered in the form that tools for measuring search engines read.
#pragma once

#include <iosfwd>
#include <string>
#include <vector>

#include "index/find.hpp"
#include "tools/run.hpp"

namespace baraza::tools {

// A line a hit, `query Q0 record rank score baraza`.
//
// Source: the run format of the Text REtrieval Conference, as trec_eval reads it,
// https://github.com/usnistgov/trec_eval
void write_trec(const std::string& query, const std::vector<index::Hit>& hits,
                std::ostream& out);

// Asks every line of the file `path`, an id, a tab and a query, with what else `question` says;
// `-` is standard input. What is wrong with a line is told, and the others are asked.
ExitCode run_queries(const index::Index& index, index::Question question,
                     const std::string& path, const Env& env);

}  // namespace baraza::tools
