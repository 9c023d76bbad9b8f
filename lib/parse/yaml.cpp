#include "parse/yaml.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "base/text.hpp"
#include "parse/yaml_fast.hpp"
#include "parse/yaml_scan.hpp"
#include "parse/yaml_tree.hpp"

namespace baraza::parse {
namespace {

using content::Key;
using content::Node;

// Reads one document or one piece of it; its findings count only if `keep` says so.
TreeResult read_apart(std::size_t begin, std::size_t end, const YamlLimits& limits,
                      const Findings& place, Diagnostics& scratch) {
  Findings fast(place.positions(), place.path(), scratch);
  if (std::optional<Node> node = read_fast(begin, end, limits.max_depth, fast)) {
    return {.node = *std::move(node), .ok = true};
  }
  scratch = {};
  Findings findings(place.positions(), place.path(), scratch);
  return read_tree(begin, end, limits.max_depth, findings);
}

void add_all(const Diagnostics& scratch, Findings& found) {
  for (const Diagnostic& one : scratch.all()) found.add(one);
}

void report_syntax(const Piece& piece, const TreeResult& result, Findings& found) {
  const std::size_t at = std::max(result.error_at, piece.begin);
  const std::string what = piece.key.empty() ? "this part" : "`" + shorten(piece.key, 60) + "`";
  found.add("E130", at, at + 1, what + " cannot be read from here on",
            "compare it with the lines around it: the same indentation, `key: value`, quotes "
            "around a text with signs in it (the reader says: " +
                result.error + ")");
}

Node broken_node(const Span& span) {
  Node node{.kind = Node::Kind::broken};
  node.span = span;
  return node;
}

// Takes the entries of one piece's tree, or a broken entry in their place.
void append_piece(const Piece& piece, bool list, const YamlLimits& limits, Node& root,
                  Findings& found) {
  const Positions& positions = found.positions();
  if (!piece.broken) {
    Diagnostics scratch;
    TreeResult result = read_apart(piece.begin, piece.end, limits, found, scratch);
    const bool fits = result.ok && result.node.kind == root.kind;
    if (!result.ok && !result.placed) report_syntax(piece, result, found);
    add_all(scratch, found);
    if (fits) {
      for (Key& key : result.node.keys) root.keys.push_back(std::move(key));
      for (Node& child : result.node.children) root.children.push_back(std::move(child));
      return;
    }
    if (result.ok && result.node.kind != Node::Kind::null) {
      found.add("E156", piece.begin, piece.begin + 1,
                "this is neither a key with its value nor a list item", "write `key: value`");
    }
  }
  const std::string_view text = positions.text().substr(piece.begin, piece.end - piece.begin);
  const std::size_t end = piece.begin + text.size() - (text.ends_with('\n') ? 1 : 0);
  if (list) {
    root.children.push_back(broken_node(positions.span_of(piece.begin, end)));
  } else if (!piece.key.empty()) {
    root.keys.push_back({piece.key, positions.span_of(piece.key_begin, piece.key_end)});
    root.children.push_back(broken_node(positions.span_of(piece.key_end, end)));
  }
}

// Is nothing left to check, as where one bracket around all of it is wrong?
bool is_lost(const YamlScan& scan) {
  return !scan.list &&
         std::all_of(scan.pieces.begin(), scan.pieces.end(),
                     [](const Piece& one) { return one.broken && one.key.empty(); });
}

Node read_pieces(const YamlScan& scan, const YamlLimits& limits, Findings& found) {
  if (is_lost(scan)) return broken_node({});
  Node root{.kind = scan.list ? Node::Kind::list : Node::Kind::map};
  for (const Piece& piece : scan.pieces) append_piece(piece, scan.list, limits, root, found);
  if (!scan.list) drop_duplicates(root, found);
  const std::string_view text = found.positions().text();
  const std::size_t last = text.find_last_not_of(" \n");
  root.span = found.positions().span_of(scan.pieces.front().begin,
                                        last == std::string_view::npos ? 0 : last + 1);
  return root;
}

Node read_scanned(const YamlScan& scan, const YamlLimits& limits, Findings& found) {
  const std::string_view text = found.positions().text();
  if (scan.clean) {
    Diagnostics scratch;
    TreeResult result = read_apart(0, text.size(), limits, found, scratch);
    if (result.ok) {
      add_all(scratch, found);
      if (result.node.kind == Node::Kind::null && scan.pieces.empty()) {
        result.node.kind = Node::Kind::map;
      }
      return std::move(result.node);
    }
    if (scan.pieces.empty()) {  // marks of documents, and nothing in them to be blamed alone
      if (!result.placed) report_syntax({}, result, found);
      add_all(scratch, found);
    }
  }
  return read_pieces(scan, limits, found);
}

}  // namespace

content::Node parse_yaml(std::string_view text, const std::string& path, int first_line,
                         const YamlLimits& limits, Diagnostics& found) {
  if (text.size() > limits.max_bytes) {
    found.add({.rule = "E155",
               .where = {path, {first_line, 1, first_line, 1}},
               .message = "this part has " + std::to_string(text.size()) + " bytes; " +
                          std::to_string(limits.max_bytes) + " are allowed",
               .hint = "move long texts below the second `---`"});
    return broken_node({first_line, 1, first_line, 1});
  }
  std::string lf = with_lf(text);
  const Positions positions(lf, first_line);
  Findings findings(positions, path, found);
  const YamlScan scan = scan_yaml(lf, limits.max_depth, findings);
  for (const std::size_t at : scan.tabs) lf[at] = ' ';  // the library takes no tab there
  Node root = read_scanned(scan, limits, findings);
  findings.flush();
  return root;
}

}  // namespace baraza::parse
