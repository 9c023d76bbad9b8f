// Finds what the references of a schema name: documents, resources, anchors, pointers. For
// check's own files alone.
//
// Source: JSON Schema 2020-12, Core, sections 8.2 and 9.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <unordered_map>

#include "base/diagnostic.hpp"
#include "check/json_schema.hpp"
#include "check/schema_model.hpp"
#include "content/tree.hpp"

namespace baraza::check {

// Where a reference leads; no node if nowhere.
struct Target {
  const content::Node* node = nullptr;
  Resource* resource = nullptr;
  std::string dynamic_anchor = {};  // the name, if the place is a `$dynamicAnchor`
};

class Registry {
 public:
  Registry(CompiledSchema& schema, const Loader& loader, const SchemaOptions& options,
           Diagnostics& found)
      : schema_(schema), loader_(loader), options_(options), found_(found) {}

  // Takes a copy of the document and gives it the address `uri`.
  Resource* add_document(content::Node tree, const std::string& uri, const std::string& path);
  Target find(const Resource& base, std::string_view reference);
  // The resource that a schema belongs to; `outer` if it was not met before, and then it and
  // all in it are taken up.
  Resource* resource_of(const content::Node& node, Resource& outer);

 private:
  void index(const content::Node& node, Resource* resource, bool is_root);
  Resource* open_resource(const content::Node& node, const Resource& outer);
  void index_anchors(const content::Node& node, Resource& resource);
  void index_children(const content::Node& node, Resource* resource);
  Resource* find_resource(const std::string& uri);
  std::optional<content::Node> load(const std::string& uri);
  void read_dialect(const content::Node& node, Resource& resource);
  Target find_pointer(Resource& resource, std::string_view pointer);

  CompiledSchema& schema_;
  const Loader& loader_;
  const SchemaOptions& options_;
  Diagnostics& found_;
  std::map<std::string, Resource*, std::less<>> by_uri_;
  std::unordered_map<const content::Node*, Resource*> resources_;
};

// Tells a fault of a schema at `span` of the file `path`.
void add_schema_fault(Diagnostics& found, std::string rule, const std::string& path, Span span,
                      std::string message, std::string hint = {});

}  // namespace baraza::check
