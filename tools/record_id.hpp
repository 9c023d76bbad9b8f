// An id that a command was given, or the path of a record's file in its place, and what to say
// where no record has it.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "index/index.hpp"
#include "tools/run.hpp"

namespace baraza::tools {

struct NamedRecord {
  std::optional<std::size_t> number = {};  // in the index; nothing if there is no such record
  std::string language = {};               // of a path that is a translation's
};

// The record with the id `named`, or whose file, or a translation's of it, is `named`: a path
// from the bank's root or from where the command runs.
Result<NamedRecord> find_record(const std::string& named, const index::Index& index,
                                const Env& env);

// Says that there is no such record, and which are near; answers ExitCode::content.
ExitCode refuse_id(const std::string& id, const index::Index& index, const Env& env);

}  // namespace baraza::tools
