// The folder of an index: which generation is in use, by whom, and changing it in one step.
#pragma once

#include <optional>
#include <string>

#include "base/descriptor.hpp"
#include "base/result.hpp"

namespace baraza::index {

// The name of the generation in use; empty where there is none. Fails where it cannot be told.
Result<std::string> read_current(const std::string& index_folder);

// Makes `generation`, which is on the disk itself, the one in use, and removes all others but
// the one before and those that somebody still reads. What cannot be removed stays, until one
// of the next runs can.
Status switch_to(const std::string& index_folder, const std::string& generation);

// Removes the generation `name`, for who holds the lock of the index. False where it stays: it
// is read, or the system refuses.
bool remove_unread(const std::string& index_folder, const std::string& name);

// Removes what runs that were killed have left, for who holds the lock of the index.
Status remove_leftovers(const std::string& index_folder);

inline constexpr const char* unfinished = "unfinished";  // the generation being written

// Held while a generation is read: as long as it is, nobody removes the generation. It is let
// go when its holder ends, however that comes.
class Presence {
 public:
  // Nothing where the generation is gone, or is being removed. Fails without a rule where the
  // system does not let it be read.
  static Result<std::optional<Presence>> enter(const std::string& folder);
  // The same for who wants to remove it: nothing also where somebody reads it.
  static Result<std::optional<Presence>> alone(const std::string& folder);

 private:
  explicit Presence(Descriptor file) : file_(std::move(file)) {}
  static Result<std::optional<Presence>> take(const std::string& folder, int how);

  Descriptor file_;
};

}  // namespace baraza::index
