#include "index/node_io.hpp"

namespace baraza::index {
namespace {

using content::Node;

constexpr int deepest_tree = 100;  // what parse lets through is less deep

Node take(BinaryReader& in, int depth) {
  Node node;
  const std::uint64_t kind = in.number();
  if (kind > static_cast<std::uint64_t>(Node::Kind::broken) || depth > deepest_tree) in.fail();
  node.kind = static_cast<Node::Kind>(kind % 7);
  node.boolean = in.flag();
  node.text = in.text();
  for (std::size_t left = in.count(); left > 0 && in.ok(); --left) {
    if (node.is_map()) node.keys.push_back({.name = in.text()});
    node.children.push_back(take(in, depth + 1));
  }
  return node;
}

}  // namespace

void put_node(BinaryWriter& out, const content::Node& node) {
  out.number(static_cast<std::uint64_t>(node.kind));
  out.flag(node.boolean);
  out.text(node.text);
  out.number(node.children.size());
  for (std::size_t i = 0; i < node.children.size(); ++i) {
    if (node.is_map()) out.text(node.keys[i].name);
    put_node(out, node.children[i]);
  }
}

content::Node take_node(BinaryReader& in) { return take(in, 0); }

}  // namespace baraza::index
