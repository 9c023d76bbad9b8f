#include "index/query.hpp"

#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include "base/text.hpp"

namespace baraza::index {
namespace {

const std::vector<std::string> fields = {"country", "sectors", "title", "year"};

// Clauses as text: +must -not, "phrase", =exact, prefix*, field:<value>, (group).
std::string shown(const std::vector<Clause>& clauses) {
  std::string text;
  for (const Clause& clause : clauses) {
    if (!text.empty()) text += ' ';
    if (clause.need != Need::may) text += clause.need == Need::must ? '+' : '-';
    switch (clause.kind) {
      case Clause::Kind::words:
        text += clause.text;
        break;
      case Clause::Kind::phrase:
        text += '"' + clause.text + '"';
        break;
      case Clause::Kind::exact:
        text += '=' + clause.text;
        break;
      case Clause::Kind::prefix:
        text += clause.text + '*';
        break;
      case Clause::Kind::field:
        text += clause.field + ":<" + clause.text + ">";
        break;
      case Clause::Kind::group:
        text += '(' + shown(clause.children) + ')';
        break;
    }
  }
  return text;
}

TEST_CASE("parse_query reads what a reader types") {
  struct Row {
    std::string_view text, clauses;
  };
  const Row rows[] = {
      {"", ""},
      {"teachers coaching", "teachers coaching"},
      {"+teachers -radio ++a --b", "+teachers -radio +a -b"},
      {"village-level - x", "village-level x"},
      {"\"early reading\" now", "+\"early reading\" now"},
      {"“early reading” «now»", "+\"early reading\" +\"now\""},
      {"-\"early reading\"", "-\"early reading\""},
      {"\"never closed", "+\"never closed\""},
      {"\"\" \"?!\"", ""},
      {"=teaches", "=teaches"},
      {"teach* t* * \"teach*\"", "teach* t +\"teach*\""},
      {"a OR b OR c", "(a b c)"},
      {"+a OR b", "+(a b)"},
      {"\"a b\" OR c d", "+(\"a b\" c) d"},
      {"OR a OR", "a"},
      {"OR", "OR"},
      {"not OR", "not"},
      {"AND OR NOT", "(AND NOT)"},
      {"AND and NOT", "+and"},
      {"(OR)", "(OR)"},
      {"a AND b", "+a +b"},
      {"a AND b OR c", "+a +(b c)"},
      {"a OR b AND c d", "+(a b) +c d"},
      {"a NOT b", "a -b"},
      {"a AND NOT (b c)", "+a -(b c)"},
      {"NOT NOT a AND", "-a"},
      {"AND a", "+a"},
      {"HIV AND AIDS", "HIV AND AIDS"},
      {"TEACHERS NOT PAID", "TEACHERS NOT PAID"},
      {"NOTHING ANDROID ORDER a", "NOTHING ANDROID ORDER a"},
      {"a OR -b", "a -b"},
      {"ORANGE or", "ORANGE or"},
      {"country:kenya a", "+country:<kenya> a"},
      {"Country:\"south africa\"", "+country:<south africa>"},
      {"-country:kenya", "-country:<kenya>"},
      {"country:(kenya ghana)", "+(country:<kenya> country:<ghana>)"},
      {"country:kenya OR country:ghana", "+(country:<kenya> country:<ghana>)"},
      {"country:(kenya OR ghana)", "+(country:<kenya> country:<ghana>)"},
      {"country:(kenya OR ghana mali)", "+(country:<kenya> country:<ghana> country:<mali>)"},
      {"country:((kenya) (ghana mali))", "+(country:<kenya> country:<ghana> country:<mali>)"},
      {"country:(kenya, ghana,mali ,)", "+(country:<kenya> country:<ghana> country:<mali>)"},
      {"country:kenya, a", "+country:<kenya> a"},
      {"country:, a", "a"},
      {"country:(-kenya)", "+(-country:<kenya>)"},
      {"country:(NOT kenya)", "+(-country:<kenya>)"},
      {"country:(kenya -ghana)", "+(country:<kenya> -country:<ghana>)"},
      {"country:(kenya AND ghana)", "+(+country:<kenya> +country:<ghana>)"},
      {"country:(\"south africa\" +ghana)", "+(country:<south africa> +country:<ghana>)"},
      {"country:(kenya (ghana -mali))", "+(country:<kenya> (country:<ghana> -country:<mali>))"},
      {"-country:(kenya OR ghana)", "-(country:<kenya> country:<ghana>)"},
      {"country:(kenya) b \"c\"", "+(country:<kenya>) b +\"c\""},
      {"country:(ken* =ghana year:2010)", "+(country:<ken*> country:<=ghana> year:<2010>)"},
      {"country:(note:kenya)", "+(country:<note:kenya>)"},
      {"a (-b -c)", "a +(-b -c)"},
      {"a -(-b)", "a -(-b)"},
      {"year:2010..2015", "+year:<2010..2015>"},
      {"country: kenya", "country: kenya"},
      {"http://example.org 10:30 note:this", "example.org 10:30 note:this"},
      {"(a b) +(c -d)", "(a b) +(c -d)"},
      {"((a", "((a))"},
      {"a) b )", "a b"},
      {"() ( ) +() -", ""},
      {"f(x)", "f (x)"},
      {"* - + \" = ( )", ""},
      {"\xFF\xFE a\xC3", "a\xC3"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    const ParsedQuery parsed = parse_query(row.text, fields);
    CHECK(shown(parsed.clauses) == row.clauses);
    CHECK(parsed.notes.empty());
  }
}

TEST_CASE("parse_query tells the names that are no fields, and takes them for words") {
  struct Row {
    std::string_view text, clauses, unknown;
  };
  const Row rows[] = {
      {"contry:kenya", "contry:kenya", "contry"},
      {"a (Sector:water)", "a (Sector:water)", "sector"},
      {"author:\"Ama Owusu\"", "+\"Ama Owusu\"", "author"},
      {"+author:otieno -who:me", "+author:otieno -who:me", "author who"},
      {"país:brasil", "país:brasil", "país"},
      {"author:otieno author:wairimu", "author:otieno author:wairimu", "author"},
      {"author:(a b)", "(a b)", "author"},
      {"a:b 10:30 x1:y 4è:f : :a a: author: b", "a:b 10:30 x1:y 4è:f :a a: author: b", ""},
      {"\"author:otieno\" =author:otieno", "+\"author:otieno\" =author:otieno", ""},
      {"title:author:otieno", "+title:<author:otieno>", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    const ParsedQuery parsed = parse_query(row.text, fields);
    CHECK(shown(parsed.clauses) == row.clauses);
    CHECK(join(parsed.unknown_fields, " ") == row.unknown);
    CHECK(parsed.notes.empty());
  }
}

TEST_CASE("parse_query takes the words of an address as they are") {
  struct Row {
    std::string_view text, clauses;
  };
  const Row addresses[] = {
      {"https://docslib.org/x", "docslib.org/x"},
      {"HTTP://WWW.Example.org/a-b?c=d#e", "Example.org/a-b?c=d#e"},
      {"www.example.org", "example.org"},
      {"docslib.org/x", "docslib.org/x"},
      {"-https://a.org/year:2015", "-a.org/year:2015"},
      {"year://2015", "2015"},
  };
  for (const Row& row : addresses) {
    CAPTURE(row.text);
    const ParsedQuery parsed = parse_query(row.text, fields);
    REQUIRE(parsed.clauses.size() == 1);
    CHECK(parsed.clauses[0].fixed == parsed.clauses[0].text.size());
    CHECK(shown(parsed.clauses) == row.clauses);
    CHECK(parsed.unknown_fields.empty());
  }
  for (const std::string_view words :
       {"and/or", "3.5/10", "e.g./i.e.", "wells.", "://a", "./b"}) {
    CAPTURE(words);
    const ParsedQuery parsed = parse_query(words, fields);
    REQUIRE(parsed.clauses.size() == 1);
    CHECK(parsed.clauses[0].fixed == 0);
  }
  CHECK(parse_query("https:// http://www.", fields).clauses.empty());
}

TEST_CASE("parse_query drops what is beyond its limits and says so") {
  std::string many;
  for (int i = 0; i < 1000; ++i) many += "-a ";
  std::string chain = "a";
  for (int i = 0; i < 1000; ++i) chain += "-a";
  const std::string deep(1000, '(');
  struct Row {
    std::string text;
    std::string_view note;
  };
  const Row rows[] = {
      {std::string(8'000'000, 'x'), "only the first 4096 bytes of the query were read"},
      {many, "only the first 256 words of the query were read"},
      {std::string(1000, '-') + chain, "only the first 256 words of the query were read"},
      {"\"" + chain + "\" b", "only the first 256 words of the query were read"},
      {deep + "a", "brackets more than 32 deep were left out"},
      {std::string(max_query_bytes - 1, ' ') + "éa",
       "only the first 4096 bytes of the query were read"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.note);
    const ParsedQuery parsed = parse_query(row.text, fields);
    REQUIRE(parsed.notes.size() == 1);
    CHECK(parsed.notes[0] == row.note);
    CHECK(parsed.clauses.size() <= max_query_words);
  }
}

}  // namespace
}  // namespace baraza::index
