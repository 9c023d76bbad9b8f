#include "render/template_place.hpp"

#include <string_view>

#include <doctest/doctest.h>

namespace baraza::render {
namespace {

using Spot = HtmlPlace::Spot;

TEST_CASE("the place after a stretch of HTML is known") {
  struct Row {
    std::string_view html;
    Spot spot;
    bool takes_text, takes_html;
  };
  const Row rows[] = {
      {"", Spot::text, true, true},
      {"<p>a ", Spot::text, true, true},
      {"1 < 2", Spot::text, true, true},
      {"it's \"quoted\"", Spot::text, true, true},
      {"<!DOCTYPE html>", Spot::text, true, true},
      {"<?xml version=\"1.0\"?>", Spot::text, true, true},
      {"<br/>", Spot::text, true, true},
      {"<a href='x>y'>", Spot::text, true, true},
      {"</p>", Spot::text, true, true},
      {"<!-- a > b -->", Spot::text, true, true},
      {"<script src=\"a.js\"></script>", Spot::text, true, true},
      {"<style>a</STYLE>", Spot::text, true, true},
      {"<script>'</scr' + '</script>", Spot::text, true, true},
      {"<a href=\"", Spot::double_quoted, true, false},
      {"<a href = '", Spot::single_quoted, true, false},
      {"<p class=\"a\" title=\"", Spot::double_quoted, true, false},
      {"<p onclick title=\"", Spot::double_quoted, true, false},
      {"<input\n  checked value=\"a ", Spot::double_quoted, true, false},
      {"<a onclick=\"", Spot::double_quoted, false, false},
      {"<a ONCLICK = '", Spot::single_quoted, false, false},
      {"<p style=\"color: ", Spot::double_quoted, false, false},
      {"<iframe srcdoc='", Spot::single_quoted, false, false},
      {"<", Spot::tag_name, false, false},
      {"<h", Spot::tag_name, false, false},
      {"</", Spot::tag_name, false, false},
      {"<p ", Spot::tag, false, false},
      {"<p class=\"a\"", Spot::tag, false, false},
      {"<p hid", Spot::tag, false, false},
      {"<p class=", Spot::before_value, false, false},
      {"<p class= ", Spot::before_value, false, false},
      {"<p class=a", Spot::unquoted, false, false},
      {"<p class=a ", Spot::tag, false, false},
      {"<!-- a", Spot::comment, false, false},
      {"<!-- a -", Spot::comment, false, false},
      {"<script>", Spot::raw, false, false},
      {"<Script defer>a < b", Spot::raw, false, false},
      {"<style>p {}</p>", Spot::raw, false, false},
  };
  for (const Row& row : rows) {
    CAPTURE(row.html);
    HtmlPlace place;
    place.read(row.html);
    CHECK(place.spot() == row.spot);
    CHECK(place.refusal(false).empty() == row.takes_text);
    CHECK(place.refusal(true).empty() == row.takes_html);

    HtmlPlace piecemeal;  // templates cut HTML anywhere
    for (std::size_t i = 0; i < row.html.size(); ++i) piecemeal.read(row.html.substr(i, 1));
    CHECK(piecemeal.spot() == row.spot);
  }
}

TEST_CASE("a section may end where it begins, and only there") {
  struct Row {
    std::string_view before, section;
    bool same;
  };
  const Row rows[] = {
      {"<p>", "<b>x</b>", true},     {"<li", " aria-current=\"page\"", true},
      {"<li ", "hidden", true},      {"<p class=\"a", " b", true},
      {"<p>", "<b", false},          {"<p>", "<script>", false},
      {"<p class=\"a", "\"", false}, {"<p class=\"a", "\" onclick=\"", false},
      {"<p class=", "\"a\"", false}, {"<a", "><b ", false},
      {"<!-- ", "-->", false},       {"<", "b", false},
  };
  for (const Row& row : rows) {
    CAPTURE(row.before);
    CAPTURE(row.section);
    HtmlPlace begin;
    begin.read(row.before);
    HtmlPlace end = begin;
    end.read(row.section);
    CHECK(end.same_as(begin) == row.same);
  }
}

}  // namespace
}  // namespace baraza::render
