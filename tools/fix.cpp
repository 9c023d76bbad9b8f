#include "tools/fix.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "base/files.hpp"
#include "base/text.hpp"
#include "tools/process.hpp"

namespace baraza::tools {
namespace {

// Where each line of a text begins, and its end at last.
class Lines {
 public:
  explicit Lines(std::string_view text) : text_(text) {
    starts_.push_back(0);
    for (std::size_t at = text.find('\n'); at != std::string_view::npos;
         at = text.find('\n', at + 1))
      starts_.push_back(at + 1);
  }

  // The byte at which a character stands; npos where the text has no such place. A byte order
  // mark stands in line 1, before its column 1.
  std::size_t offset_of(int line, int column) const {
    if (line == 1 && column == 0) return 0;
    if (line < 1 || column < 1 || static_cast<std::size_t>(line) > starts_.size())
      return std::string_view::npos;
    const auto index = static_cast<std::size_t>(line) - 1;
    const std::size_t end = index + 1 < starts_.size() ? starts_[index + 1] - 1 : text_.size();
    std::string_view rest = text_.substr(starts_[index], end - starts_[index]);
    if (index == 0 && rest.starts_with("\xEF\xBB\xBF")) rest.remove_prefix(3);  // not counted
    for (int i = 1; i < column && !rest.empty(); ++i) take_character(rest);
    return end - rest.size();
  }

 private:
  std::string_view text_;
  std::vector<std::size_t> starts_;
};

struct Cut {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::string text = {};
};

// The cuts of one fix; none where an edit has no place in the text.
std::vector<Cut> cuts_of(const Lines& lines, const std::vector<Edit>& fix, bool crlf) {
  std::vector<Cut> cuts;
  for (const Edit& edit : fix) {
    Cut cut{.begin = lines.offset_of(edit.span.line, edit.span.column),
            .end = lines.offset_of(edit.span.end_line, edit.span.end_column)};
    if (cut.begin == std::string_view::npos || cut.end == std::string_view::npos ||
        cut.end < cut.begin)
      return {};
    for (const char c : edit.text) {
      if (c == '\n' && crlf) cut.text += '\r';
      cut.text += c;
    }
    cuts.push_back(std::move(cut));
  }
  return cuts;
}

// Does the cut touch one that was taken, by their places in the text?
bool touches(const std::map<std::size_t, Cut>& taken, const Cut& cut) {
  const auto next = taken.lower_bound(cut.begin);
  if (next != taken.end() && next->second.begin <= cut.end) return true;
  return next != taken.begin() && std::prev(next)->second.end >= cut.begin;
}

}  // namespace

std::string apply_fixes(std::string_view text, const Fixes& fixes, std::size_t& made) {
  const Lines lines(text);
  const bool crlf = text.find("\r\n") != std::string_view::npos;
  std::map<std::size_t, Cut> taken;
  for (const std::vector<Edit>& fix : fixes) {
    std::vector<Cut> cuts = cuts_of(lines, fix, crlf);
    const bool free = std::none_of(cuts.begin(), cuts.end(),
                                   [&](const Cut& cut) { return touches(taken, cut); });
    if (cuts.empty() || !free) continue;
    ++made;
    for (Cut& cut : cuts) taken.emplace(cut.begin, std::move(cut));
  }
  std::string result;
  std::size_t done = 0;
  for (const auto& [begin, cut] : taken) {
    if (begin < done) continue;  // two edits of one fix in one place
    result.append(text.substr(done, begin - done)).append(cut.text);
    done = cut.end;
  }
  return result.append(text.substr(done));
}

std::map<std::string, Fixes> fixes_by_file(const std::vector<Diagnostic>& findings) {
  std::map<std::string, Fixes> fixes;
  for (const Diagnostic& finding : findings)
    if (!finding.edits.empty()) fixes[finding.where.path].push_back(finding.edits);
  return fixes;
}

Result<std::string> unified_diff(const std::string& path, const std::string& file,
                                 const std::string& after) {
  Result<ProcessResult> result =
      run_process({"env", "LC_ALL=C", "diff", "-u", "--label", "a/" + path, "--label",
                   "b/" + path, "--", file, "-"},
                  "/", after);
  if (!result) return result.error();
  if (result->code > 1)
    return Diagnostic{.message =
                          "cannot show what would change: " + std::string(trim(result->err))};
  return std::move(result->out);
}

}  // namespace baraza::tools
