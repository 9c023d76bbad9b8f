// Findings as a person or a program reads them: text with the line and a caret, concise, JSON.
#pragma once

#include <iosfwd>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"

namespace baraza::tools {

enum class FindingsFormat { text, concise, json };

// The lines of the files that findings are in, read when first asked for.
class Excerpts {
 public:
  explicit Excerpts(std::string root) : root_(std::move(root)) {}

  // Text that stands in for a file, such as one of the program's own.
  void put(const std::string& path, std::string_view text);
  // Line `number`, from 1, without its end; none where there is no such file or line.
  std::optional<std::string> line(const std::string& path, int number);

 private:
  std::string root_;
  std::map<std::string, std::vector<std::string>> files_;
};

struct Summary {
  std::size_t files = 0;       // how many records were checked
  std::size_t files_with = 0;  // how many files have findings, schemas and the like too
  std::size_t errors = 0;
  std::size_t warnings = 0;
  std::size_t hints = 0;
};

// One finding after rustc's manner, with a blank line behind it.
void write_text(const Diagnostic& finding, Excerpts& excerpts, bool colour, std::ostream& out);
// `cases/wells.md:2:11: E203 unknown sector `watr`; did you mean `water`?`
void write_concise(const Diagnostic& finding, std::ostream& out);
// All findings as one document; its form is schemas/output/findings.schema.yaml.
void write_json(const std::vector<Diagnostic>& findings, const Summary& summary,
                std::ostream& out);

// `2 errors, 1 warning in 2 files`, or `no findings in 6 files`
std::string to_text(const Summary& summary);

}  // namespace baraza::tools
