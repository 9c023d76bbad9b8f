// One part of a schema with its local references followed, as drafts and help read it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "content/tree.hpp"

namespace baraza::tools {

// A look at `schema`, a part of the tree `root`; neither may go before it. A keyword beside a
// `$ref` comes before that of what it refers to.
class SchemaView {
 public:
  SchemaView(const content::Node& root, const content::Node& schema);

  const content::Node* find(std::string_view keyword) const;  // null where there is none
  std::string text(std::string_view keyword) const;           // a scalar; else empty
  bool is(std::string_view type) const;                       // is that one of its types?
  SchemaView at(const content::Node& schema) const { return {root_, schema}; }
  // The names of `required`.
  std::vector<std::string> required() const;

 private:
  const content::Node* resolve(const std::string& reference) const;

  const content::Node& root_;
  std::vector<const content::Node*> parts_;
};

}  // namespace baraza::tools
