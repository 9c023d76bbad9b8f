#include "parse/citations.hpp"

#include <optional>
#include <utility>
#include <vector>

#include "base/text.hpp"
#include "content/citations.hpp"
#include "parse/findings.hpp"
#include "parse/positions.hpp"

namespace baraza::parse {
namespace {

using content::Node;

std::string title_of(const Node& front, const std::string& id) {
  for (const Node& source : front.items_of("sources"))
    if (source.text_of("id") == id) return source.text_of("title");
  return {};
}

Diagnostic unknown_citation(const std::string& id, const content::SourceIds& sources,
                            const Node& front, Place where) {
  const std::vector<std::string> near = nearest(sources.ids, id);
  const std::string shown = "`" + shorten(id, 60) + "`";
  const std::string hint =
      near.empty()
          ? "write the id of a source that is listed, add " + shown +
                " to `sources`, or take it out here with its brackets"
          : "the nearest id is `" + near.front() + "` (" +
                shorten(title_of(front, near.front()), 60) +
                "): write it only if that source says what stands here; else write another id "
                "of the list, or take " +
                shown + " out with its brackets";
  const std::string path = where.path;
  return {.severity = Severity::warning,
          .rule = "E318",  // unknown-citation
          .where = std::move(where),
          .message = "the list of sources has no " + shown,
          .hint = hint,
          .notes = {{{path, front.find_key("sources")->span}, "the sources are listed here"}},
          .edits = {}};
}

}  // namespace

void check_citations(const Node& front, std::string_view text, const std::string& path,
                     Diagnostics& found) {
  const content::SourceIds sources = content::source_ids(front);
  std::optional<Positions> positions;
  std::optional<Findings> findings;
  for (const content::Citation& citation : content::citations_in(text, sources)) {
    if (sources.contains(citation.id)) continue;
    if (!positions) {
      positions.emplace(text);
      findings.emplace(*positions, path, found);
    }
    findings->add(unknown_citation(citation.id, sources, front,
                                   findings->place(citation.begin, citation.end)));
  }
  if (findings) findings->flush();
}

}  // namespace baraza::parse
