#include "content/citations.hpp"

#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "tests/content/build_tree.hpp"

using baraza::content::Citation;
using baraza::content::citations_in;
using baraza::content::Node;
using baraza::content::source_ids;
using baraza::test::list;
using baraza::test::map;
using baraza::test::text;

namespace {

Node front_with(const std::vector<std::string>& ids) {
  std::vector<Node> sources;
  sources.reserve(ids.size());
  for (const std::string& id : ids) sources.push_back(map({{"id", text(id)}}));
  return map({{"sources", list(sources)}});
}

}  // namespace

TEST_CASE("sources can be told in a text if their ids have one form") {
  CHECK(source_ids(front_with({"s2", "s1", "s10"})).ids ==
        std::vector<std::string>{"s1", "s10", "s2"});
  for (const std::vector<std::string>& ids : {std::vector<std::string>{},
                                              {"s1", "t2"},
                                              {"s1", "report"},
                                              {"1", "2"},
                                              {"long1"},
                                              {"s1", ""}}) {
    CHECK(source_ids(front_with(ids)).ids.empty());
    CHECK(citations_in("(s1)", source_ids(front_with(ids))).empty());
  }
}

TEST_CASE("a word in round brackets with the form of an id cites a source") {
  const auto sources = source_ids(front_with({"s1", "s2"}));
  CHECK(citations_in("a (s1) b (s2, p. 3; s9)", sources) ==
        std::vector<Citation>{{"s1", 3, 5}, {"s2", 10, 12}, {"s9", 20, 22}});
  CHECK(sources.contains("s2"));
  CHECK_FALSE(sources.contains("s9"));
  for (const char* none : {"s1", "[a](s1)", "f(s1)", "`(s1)", "(t1)", "(ss1)", "(s1x)"}) {
    CAPTURE(none);
    CHECK(citations_in(none, sources).empty());
  }
}
