#include "render/address.hpp"

#include <doctest/doctest.h>

using namespace baraza;
using namespace baraza::render;

TEST_CASE("pages link to each other by relative addresses that name their files") {
  struct Row {
    std::string_view from, to, link;
  };
  const Row rows[] = {
      {"index.html", "cases/a/index.html", "cases/a/index.html"},
      {"cases/a/index.html", "index.html", "../../index.html"},
      {"cases/a/index.html", "cases/b/index.html", "../b/index.html"},
      {"cases/a/index.html", "cases/index.html", "../index.html"},
      {"cases/index.html", "cases/a/index.html", "a/index.html"},
      {"cases/a/index.html", "cases/ab/index.html", "../ab/index.html"},
      {"cases/a/index.html", "cases/a/index.html", "index.html"},
      {"cases/a/index.html", "cases/a/index.html#x", "#x"},
      {"lessons/a/b/index.html", "cases/a/index.html#x", "../../../cases/a/index.html#x"},
      {"cases/a/index.html", "cases/a/two words.png", "two%20words.png"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.from);
    CAPTURE(row.to);
    CHECK(link_between(row.from, row.to) == row.link);
  }
}

TEST_CASE("a page's folder and number give its path") {
  CHECK(page_in("cases/") == "cases/index.html");
  CHECK(page_in("cases/", 3) == "cases/page/3/index.html");
  CHECK(page_in(lesson_folder("wells", "ask-first")) == "lessons/wells/ask-first/index.html");
  const content::Facet facet{.field = "countries", .plural = "land"};
  CHECK(pair_folder(facet, "kenya", "health") == "land/kenya/health/");
  CHECK(full_address("https://x.org/b", "cases/a/index.html") == "https://x.org/b/cases/a/");
  CHECK(full_address("https://x.org", "index.html") == "https://x.org/");
}

TEST_CASE("only what may be a folder names a page") {
  for (const char* good : {"kenya", "south-africa", "2016"}) CHECK(is_folder_name(good));
  for (const char* bad : {"", "page", "..", "a/b", "A", "a b", "é"}) {
    CAPTURE(bad);
    CHECK_FALSE(is_folder_name(bad));
  }
}

TEST_CASE("only web, mail and phone addresses may be linked as they are") {
  for (const char* good : {"https://a.org", "HTTP://a.org", "mailto:a@b.org", "tel:+254"}) {
    CAPTURE(good);
    CHECK(is_web_address(good));
  }
  for (const char* bad : {"javascript:alert(1)", "data:text/html,x", "a.md", "https://", ""}) {
    CAPTURE(bad);
    CHECK_FALSE(is_web_address(bad));
  }
}
