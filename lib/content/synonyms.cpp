#include "content/synonyms.hpp"

#include <utility>

namespace baraza::content {

std::vector<SynonymGroup> make_synonyms(const Node& tree) {
  std::vector<SynonymGroup> groups;
  for (const Node& item : tree.items_of("synonyms")) {
    if (!item.is_list()) continue;
    SynonymGroup group;
    for (const Node& name : item.children)
      if (std::string text = name.scalar(); !text.empty())
        group.names.push_back(std::move(text));
    if (group.names.size() > 1) groups.push_back(std::move(group));
  }
  return groups;
}

}  // namespace baraza::content
