// How an unfinished command line may go on: what the shells show at TAB.
//
// The words of the line are read as the parser would read them, from the same definitions, with
// the bank's own facets, terms and records. A line that ends with a value of an option, or with
// an argument, is completed by what that option or argument completes_as() (help.hpp):
//
//   ids        records of the bank             TERM     terms of the facet of that flag
//   pairs      FACET=TERM                      columns  of list and search
//   orders     columns, and `newest`           groups   what hits are put together by
//   languages  of the bank                     codes    of findings
//   schemas    names of schemas and lists
//   FILE, DIR  left to the shell
#pragma once

#include <string>
#include <vector>

#include <CLI/CLI.hpp>

#include "tools/run.hpp"

namespace baraza::tools {

struct Candidate {
  std::string word = {};   // the whole word in place of the last one
  std::string about = {};  // what it is, in a line; may be empty
};

struct Candidates {
  std::vector<Candidate> words = {};  // in an order of sense
  std::string left_to_shell = {};     // `files` or `folders`: the shell knows them
};

// `words` are those behind the program's name; the last is the one to complete, and may be
// empty. Never fails: where the bank or its index cannot be read, less is known.
Candidates find_candidates(CLI::App& app, const std::vector<std::string>& words,
                           const Env& env);

}  // namespace baraza::tools
