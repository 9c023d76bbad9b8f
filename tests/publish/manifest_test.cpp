#include "publish/manifest.hpp"

#include <string>
#include <string_view>

#include <doctest/doctest.h>

using namespace baraza::publish;

TEST_CASE("the list of what baraza wrote reads back the same") {
  const std::string hash(32, 'a');
  const Manifest manifest = {{"a b/é.html", {hash, 12}}, {"z", {hash, 0}}};
  CHECK(parse_manifest(render_manifest(manifest)) == manifest);
  CHECK(parse_manifest(render_manifest({})) == Manifest());
}

TEST_CASE("a list that is damaged is not believed") {
  const std::string whole = render_manifest({{"index.html", {std::string(32, 'a'), 7}}});
  const std::string first = whole.substr(0, whole.find('\n') + 1);
  for (const std::string& text :
       {std::string(), whole.substr(1), whole.substr(0, whole.size() - 1), first + "x\n",
        first + std::string(32, 'a') + " 7x index.html\n",
        first + std::string(32, 'a') + " 7 \n",
        first + std::string(31, 'a') + " 7 index.html\n", std::string(200, '\0')}) {
    CAPTURE(text);
    CHECK(!parse_manifest(text).has_value());
  }
}
