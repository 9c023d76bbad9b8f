// The files that every bank starts with, compiled into the program: schemas, vocabularies,
// frameworks and templates. A bank overrides one by having a file of that path.
#pragma once

#include <span>
#include <string_view>

namespace baraza::tools {

struct DefaultFile {
  std::string_view path;  // as in a bank: `schemas/case.schema.yaml`
  std::string_view bytes;
};

// Sorted by path.
std::span<const DefaultFile> default_files();

}  // namespace baraza::tools
