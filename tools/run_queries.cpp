#include "tools/run_queries.hpp"

#include <array>
#include <charconv>
#include <iostream>
#include <iterator>
#include <ostream>
#include <string_view>

#include "base/files.hpp"
#include "base/interrupt.hpp"
#include "base/text.hpp"
#include "tools/format/terminal.hpp"

namespace baraza::tools {
namespace {

Result<std::string> read_queries(const std::string& path) {
  Result<std::string> text =
      path != "-"
          ? read_file(path, path)
          : Result<std::string>(std::string(std::istreambuf_iterator<char>(std::cin), {}));
  // Some editors put a byte order mark first, which would stand in the first id.
  if (text && text->starts_with("\xEF\xBB\xBF")) text->erase(0, 3);
  return text;
}

}  // namespace

void write_trec(const std::string& query, const std::vector<index::Hit>& hits,
                std::ostream& out) {
  for (const index::Hit& hit : hits) {
    std::array<char, 32> score{};
    const auto end = std::to_chars(score.data(), score.data() + score.size(), hit.score);
    out << visible(query) << " Q0 " << visible(hit.entry.id) << ' ' << hit.rank << ' '
        << std::string_view(score.data(), static_cast<std::size_t>(end.ptr - score.data()))
        << " baraza\n";
  }
}

ExitCode run_queries(const index::Index& index, index::Question question,
                     const std::string& path, const Env& env) {
  const Result<std::string> text = read_queries(path);
  if (!text) return fail(env, text.error());
  ExitCode code = ExitCode::content;
  bool misused = false;
  int number = 0;
  for (const std::string_view line : lines_of(*text)) {
    if (interrupted()) return fail(env, {});
    ++number;
    if (trim(line).empty()) continue;
    const auto remark = [&](const std::string& said) {
      env.err << "baraza: " << visible(path) << ":" << number << ": " << visible(said) << '\n';
    };
    const auto refuse = [&](const std::string& reason) {
      remark(reason);
      misused = true;
    };
    const std::size_t tab = line.find('\t');
    const std::string id(line.substr(0, tab));
    if (tab == std::string_view::npos || id.empty() || id.find(' ') != std::string::npos) {
      refuse("it is not an id without spaces, a tab and a query");
      continue;
    }
    question.text = std::string(line.substr(tab + 1));
    const Result<index::Hits> hits = find(index, question);
    if (!hits && hits.error().rule != "usage") return fail(env, hits.error());
    if (!hits) {
      refuse(hits.error().message + (hits.error().hint.empty() ? "" : "; ") +
             hits.error().hint);
      continue;
    }
    for (const std::string& note : hits->notes) remark(note);
    write_trec(id, hits->hits, env.out);
    if (!hits->hits.empty()) code = ExitCode::ok;
  }
  return misused ? ExitCode::usage : code;
}

}  // namespace baraza::tools
