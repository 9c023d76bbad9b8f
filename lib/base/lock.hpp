// A lock between two runs of baraza: it is let go when its holder ends, however that comes.
//
// The lock is a record lock of POSIX on a file, which stays. Such a lock belongs to one
// process: a worker that outlives its parent does not keep it.
#pragma once

#include <string>
#include <string_view>

#include "base/descriptor.hpp"
#include "base/result.hpp"

namespace baraza {

class Lock {
 public:
  // Takes the lock of the file `path`, which is made if need be, in a folder that exists.
  // `shown` is where the work goes on, for messages. If another process holds it, tries again
  // for `seconds`, and then fails with its process id.
  static Result<Lock> take(const std::string& path, std::string_view shown, int seconds = 0);

 private:
  explicit Lock(Descriptor file) : file_(std::move(file)) {}

  Descriptor file_;
};

}  // namespace baraza
