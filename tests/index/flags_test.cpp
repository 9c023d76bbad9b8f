#include "index/flags.hpp"

#include <string>
#include <vector>

#include "base/files.hpp"
#include "small_bank.hpp"

namespace baraza::index {
namespace {

TEST_CASE("the facets of an index are known by the schema that they were read from") {
  const Folder folder;
  CHECK_FALSE(read_flags(folder.path(), "a hash").has_value());
  const SmallBank small = make_small_bank();
  const Index index = open_index(small, folder, {.shards = 1, .schema = "a hash"});
  const auto facets = read_flags(folder.path(), "a hash");
  REQUIRE(facets.has_value());
  REQUIRE(facets->size() == small.bank.facets.size());
  for (std::size_t i = 0; i < facets->size(); ++i) {
    content::Facet facet = small.bank.facets[i];
    facet.span = {};
    CHECK(facets->at(i) == facet);
  }
  CHECK_FALSE(read_flags(folder.path(), "another").has_value());
  CHECK_FALSE(read_flags(folder.path(), "").has_value());

  const std::string path = folder.path() + "/" + index.generation() + "/flags";
  std::string bytes = *read_file(path, path);
  bytes.back() = static_cast<char>(bytes.back() ^ 1);
  REQUIRE(write_whole(path, bytes).has_value());
  CHECK_FALSE(read_flags(folder.path(), "a hash").has_value());
}

}  // namespace
}  // namespace baraza::index
