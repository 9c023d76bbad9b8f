// The command line: argv in, exit code out.
#pragma once

#include <cstddef>
#include <iosfwd>
#include <string>

#include "base/diagnostic.hpp"
#include "tools/format/terminal.hpp"

namespace baraza::tools {

enum class ExitCode : int {
  ok = 0,
  content = 1,  // findings in what the bank says; nothing found; --force left something out
  usage = 2,    // the command line is wrong
  failed = 3,   // could not read, write or open
  interrupted = 130  // Ctrl-C
};

// What a command may touch of the world besides the bank's files.
struct Env {
  std::ostream& out;
  std::ostream& err;
  bool colour_out = false;
  bool colour_err = false;
  std::string start = ".";  // where the search for the bank begins
  bool quiet = false;       // no progress and no summaries; never hides errors
  std::size_t workers = 1;
  std::size_t width = text_width;      // of the lines of text written to err, in columns
  std::size_t width_out = text_width;  // of those written to out
  std::size_t columns_out = 0;         // of a line of out; 0: any number
  int today = 0;                       // as yyyymmdd, in UTC
};

// `baraza: MESSAGE`, and what would help where that is known. Whatever the command line holds,
// it is shown in one line that no terminal obeys, and a long message is cut.
void write_error(std::ostream& err, const std::string& message, const std::string& hint);

// Says why a command could not do its work, and answers ExitCode::failed, or interrupted where
// that is the reason.
ExitCode fail(const Env& env, const Diagnostic& reason);

// `out_is_terminal` and `err_is_terminal` decide on colour where the user does not.
int run(int argc, char** argv, std::ostream& out, std::ostream& err, bool out_is_terminal,
        bool err_is_terminal);

}  // namespace baraza::tools
