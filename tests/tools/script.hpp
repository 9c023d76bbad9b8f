// A golden script: a whole command, all that it prints, and the files it works on, in one text.
//
//   # Why this script is here.
//   $ baraza check --format concise
//   a line of standard output
//   2> a line of standard error
//   exit 1
//
//   -- cases/wells.md --
//   the file's text
//   -- cases/bad.md (base64) --
//   the file's bytes
//   -- cases/link.md -> wells.md --
//   -- * from banks/wells --
//
// The last form copies a folder of tests/data. A command is one line for sh; its exit code is 0
// where no `exit` is written. A line of output that could be taken for one of these forms, or
// that is empty, is written after `| `. The idea is txtar's,
// https://pkg.go.dev/golang.org/x/tools/txtar
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace baraza::test {

struct ScriptFile {
  std::string path = {};
  std::string bytes = {};
  std::string link_to = {};  // of a symbolic link; else empty
  std::string copy_of = {};  // a folder of tests/data; else empty
};

struct ScriptCommand {
  std::string line = {};
  std::string expected = {};  // as render_answer() writes it
};

struct Script {
  std::string comment = {};  // with its `#`s
  std::vector<ScriptCommand> commands = {};
  std::vector<ScriptFile> files = {};
  std::string files_text = {};  // everything from the first `--` on, as it was written
};

struct Answer {
  std::string out = {};
  std::string err = {};
  int exit_code = 0;  // 128 + the signal that ended it
};

Script parse_script(std::string_view text);
std::string write_script(const Script& script);
std::string render_answer(const Answer& answer);
std::string decode_base64(std::string_view text);

// Writes the script's files into `folder`, which exists.
void place_files(const Script& script, const std::string& folder);
// Runs one line by sh in `folder`, in a bare environment, with `program_folder` first in PATH.
Answer run_command(const std::string& line, const std::string& folder,
                   const std::string& program_folder);

}  // namespace baraza::test
