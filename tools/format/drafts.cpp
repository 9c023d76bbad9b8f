#include "tools/format/drafts.hpp"

#include <algorithm>
#include <ostream>

#include "base/text.hpp"

namespace baraza::tools {
namespace {

constexpr std::size_t most_steps = 3;
constexpr std::size_t description_width = 70;

}  // namespace

void write_progress(const std::string& path, const check::Progress& progress,
                    std::ostream& out) {
  out << "draft " << path << ": " << progress.written << " of " << progress.parts
      << " parts are written";
  if (progress.missing.empty()) {
    out << ".\n";
    return;
  }
  out << "; the quickest to add:\n";
  for (std::size_t i = 0; i < std::min(most_steps, progress.missing.size()); ++i) {
    const check::Step& step = progress.missing[i];
    std::string minutes = std::to_string(step.minutes);
    minutes.insert(0, 3 - std::min<std::size_t>(minutes.size(), 3), ' ');
    out << minutes << " min  " << (step.field.empty() ? "the text" : "`" + step.field + "`")
        << (step.must ? ", which must be there" : "")
        << (step.what.empty() ? "" : ": " + shorten(step.what, description_width)) << '\n';
  }
}

}  // namespace baraza::tools
