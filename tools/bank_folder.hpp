// A bank on disk: where it is, which files it holds, and what of the program's own files stand
// in for those that it does not have.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/files.hpp"
#include "base/result.hpp"
#include "content/schema.hpp"

namespace baraza::tools {

// Walks up from `start` to the folder that holds cases/bank.yaml and answers its absolute path.
Result<std::string> find_bank(const std::string& start);

// Bytes that stand in for files of the bank, by path: what is staged for a commit, or what an
// editor holds. Nothing in the place of bytes means that the file is as if it were not there.
using Overlay = std::map<std::string, std::optional<std::string>>;

// What `overlay` has in the place of the file `path`; null where it says nothing of it.
const std::optional<std::string>* find_overlaid(const Overlay& overlay,
                                                const std::string& path);

// The file `path` of the bank, or what stands in for it.
Result<std::string> read_bank_file(const std::string& root, const std::string& path,
                                   std::size_t most, const Overlay& overlay);

// A schema, vocabulary, template or asset: the bank's own, or the one the program brings.
struct SourceFile {
  std::string path = {};  // from the bank's root: `schemas/case.schema.yaml`
  std::string bytes = {};
  bool built_in = false;
};

// Every file below `top` (`schemas` or `templates`), a bank's own in place of the program's, by
// path. What cannot be read is a finding.
std::vector<SourceFile> read_sources(const std::string& root, std::string_view top,
                                     Diagnostics& found, const Overlay& overlay = {});

inline constexpr std::string_view case_schema_path = "schemas/case.schema.yaml";

// What stands in an index for the schema that its facets were read from, whose short_hash() is
// this, and for the program that read it.
std::string facets_mark(const std::string& schema_hash);

// The facets of the bank that holds `start`, for the options of commands; of the program's own
// schema where there is no bank or its schema cannot be read. Those of the index are taken
// where they were read from the same bytes. Never fails: whoever reads the bank later says what
// is wrong with it.
std::vector<content::Facet> facets_of_bank(const std::string& start);

// All files below cases/, by path; what `overlay` has instead of a file has no stamp. Links
// that leave the bank, lead nowhere or to a folder, and what is named like a record and is
// none, are findings.
std::vector<Entry> list_files(const std::string& root, Diagnostics& found,
                              const Overlay& overlay = {});
// Is it the path of a record: `.md`, but for README.md?
bool is_record(std::string_view path);

// The folder of index and caches, `.baraza` in the root.
std::string state_folder(const std::string& root);

}  // namespace baraza::tools
