// An id that a command was given, and what to say where no record has it.
#pragma once

#include <string>

#include "index/index.hpp"
#include "tools/run.hpp"

namespace baraza::tools {

// Says that there is no such record, and which are near; answers ExitCode::content.
ExitCode refuse_id(const std::string& id, const index::Index& index, const Env& env);

}  // namespace baraza::tools
