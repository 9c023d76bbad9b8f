#include "index/flags.hpp"

#include <array>
#include <utility>

#include "base/result.hpp"
#include "index/damaged.hpp"
#include "index/generation.hpp"
#include "index/terms.hpp"

namespace baraza::index {
namespace {

template <class AnyFacet>
auto texts_of(AnyFacet& facet) {
  return std::array{&facet.field, &facet.flag, &facet.plural, &facet.label, &facet.vocabulary};
}

}  // namespace

void put_facet(BinaryWriter& out, const content::Facet& facet) {
  for (const std::string* text : texts_of(facet)) out.text(*text);
}

content::Facet take_facet(BinaryReader& in) {
  content::Facet facet;
  for (std::string* text : texts_of(facet)) *text = in.text();
  return facet;
}

std::string encode_flags(const std::vector<content::Facet>& facets, std::string_view schema) {
  BinaryWriter out;
  out.number(format_version);
  out.text(schema);
  out.number(facets.size());
  for (const content::Facet& facet : facets) put_facet(out, facet);
  return out.take();
}

std::optional<std::vector<content::Facet>> read_flags(const std::string& index_folder,
                                                      std::string_view schema) {
  const Result<std::string> current = read_current(index_folder);
  if (!current || current->empty()) return std::nullopt;
  const Result<std::string> bytes =
      read_hashed(join_path(join_path(index_folder, *current), "flags"));
  if (!bytes) return std::nullopt;
  BinaryReader in(*bytes);
  if (in.number() != format_version || in.view() != schema) return std::nullopt;
  std::vector<content::Facet> facets;
  for (std::size_t left = in.count(); left > 0 && in.ok(); --left)
    facets.push_back(take_facet(in));
  if (!in.ok() || !in.at_end()) return std::nullopt;
  return facets;
}

}  // namespace baraza::index
