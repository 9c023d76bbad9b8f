#include "tools/since.hpp"

#include <utility>
#include <vector>

#include "check/check_since.hpp"
#include "parse/case_file.hpp"
#include "tools/git.hpp"

namespace baraza::tools {

Status check_since_revision(const std::string& revision, LoadedBank& loaded) {
  const Result<Git> git = Git::open(loaded.root);
  if (!git) return git.error();
  const auto files = git->before(revision, "cases");
  if (!files) return files.error();
  std::vector<content::Card> before;
  Diagnostics ignored;  // of an older state; what it says of itself is no longer of use
  for (const auto& [path, bytes] : *files)
    if (is_record(path))
      before.push_back(content::make_card(parse::parse_front(bytes, path, ignored),
                                          loaded.definitions.facets, path));
  content::sort_cards(before);
  check::check_since(before, revision, loaded.bank, loaded.found);
  return Done{};
}

}  // namespace baraza::tools
