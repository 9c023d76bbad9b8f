// The text of the hook that `baraza hook install` writes, and how it is known again.
#pragma once

#include <string>
#include <string_view>

namespace baraza::tools {

// A script for sh that checks what is staged. `folder` is the bank in its repository: empty, or
// such as `docs/bank/`.
std::string hook_text(std::string_view folder);

enum class HookOwner {
  baraza,   // as it was written, by this or another version
  changed,  // written by baraza, and changed since
  other
};

HookOwner owner_of_hook(std::string_view text);

// A word as sh must be given it.
std::string for_shell(const std::string& word);

}  // namespace baraza::tools
