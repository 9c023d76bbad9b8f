#include "language/personal.hpp"

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

namespace baraza::language {
namespace {

std::string found_in(std::string_view text) {
  std::string all;
  for (const Personal& one : find_personal(text)) {
    if (!all.empty()) all += " | ";
    all += text.substr(one.begin, one.end - one.begin);
  }
  return all;
}

struct Row {
  std::string_view text, found;
};

void check_all(const std::vector<Row>& rows, PersonalKind kind) {
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(found_in(row.text) == row.found);
    for (const Personal& one : find_personal(row.text)) CHECK(one.kind == kind);
  }
}

void check_silent(const std::vector<std::string_view>& texts) {
  for (const std::string_view text : texts) {
    CAPTURE(text);
    CHECK(found_in(text) == "");
  }
}

TEST_CASE("a number of a telephone is found, and where it begins and ends") {
  check_all(
      {
          {"Call +254 712 345 678 today.", "+254 712 345 678"},
          {"+254712345678", "+254712345678"},
          {"(+254) 712 345 678", "(+254) 712 345 678"},
          {"+254 (0)20 271 2345,", "+254 (0)20 271 2345"},
          {"+1 (212) 555-0100", "+1 (212) 555-0100"},
          {"+62-812-3456-7890", "+62-812-3456-7890"},
          {"+45 12 34 56 78", "+45 12 34 56 78"},
          {"+254\u00A0712\u00A0345\u00A0678", "+254\u00A0712\u00A0345\u00A0678"},
          {"00254 712 345 678", "00254 712 345 678"},
          {"0712 345 678", "0712 345 678"},
          {"0712-345-678", "0712-345-678"},
          {"0712345678", "0712345678"},
          {"(0712) 345678", "(0712) 345678"},
          {"0712.345.678.", "0712.345.678"},
          {"(0712 345 678)", "0712 345 678"},
          {"0712 345678", "0712 345678"},
          {"020 271 2345", "020 271 2345"},
          {"0812-3456-7890", "0812-3456-7890"},
          {"082 123 4567 or 024 412 3456", "082 123 4567 | 024 412 3456"},
          {"0712345678, 0722345678", "0712345678 | 0722345678"},
          {"98765 43210", "98765 43210"},
          {"91 98765-43210", "91 98765-43210"},
          {"(11) 98765-4321", "(11) 98765-4321"},
          {"(212) 555-0134", "(212) 555-0134"},
          {"212-555-0134", "212-555-0134"},
          {"65432-71234", "65432-71234"},
          {"0800 123400", "0800 123400"},
          {"001-212-555-0100", "001-212-555-0100"},
          {"+7 912 345 67 89", "+7 912 345 67 89"},
          {"Tel: 712 345 678", "712 345 678"},
          {"Tel.:0712345678", "0712345678"},
          {"phone number 254712345678", "254712345678"},
          {"WhatsApp no. 255754123456", "255754123456"},
          {"simu 0754 123 456", "0754 123 456"},
          {"फोन: 9876543210", "9876543210"},
      },
      PersonalKind::phone_number);
}

TEST_CASE("other numbers are none of a telephone") {
  check_silent({
      "2016",
      "2016-2017",
      "2016–2017",
      "from 2010 to 2012 2013",
      "2016-05-31",
      "31/05/2016",
      "01-02-2016",
      "1,200,000",
      "KES 12 000 000",
      "KES 120 000 000",
      "Rp 98765 43210",
      "US$1,500,000,000",
      "+20 000 000",
      "+10 000 000 000",
      "+41 percentage points",
      "12.5 %",
      "0712345678%",
      "0.123456789",
      "+1.2345678901",
      "ISBN 978-0-19-852663-6",
      "978-0-19-852663-6",
      "ISBN 0712345678",
      "0-19-852663-6",
      "ISSN 0305-750X",
      "doi:10.1016/0305-750X(95)00149-1",
      "10.1093/0195123456.001",
      "https://example.org/0712345678",
      "https://example.org/?t=+254712345678",
      "www.example.org/0712345678",
      "ORCID 0000-0002-1825-0097",
      "0009-0002-1825-0097",
      "Law No. 12 of 2016",
      "Act 0123456789",
      "Report No. 0123456789",
      "0123/2016",
      "P153083",
      "AEARCTR-0003157",
      "ID 0712345678",
      "id number 0712 345 678",
      "pp. 1234-1250",
      "World Development 45 (12) 1234-1250",
      "45(12), 1234–1250",
      "arXiv:0704.12345",
      "1234 5678 9012 3456",
      "192.168.100.100",
      "0800 1700",
      "between 65000 75000",
      "P.O. Box 30197-00100",
      "P.O. Box 74315-00200",
      "Sanduku la Posta 62000-00201",
      "65400-71200 households",
      "+1 234 567 890 shillings",
      "permit 001-2016-00123",
      "ISBN-10: 0198296580",
      "ISBN (paperback) 0198296580",
      "Nairobi 00100 30197",
      "+254",
      "+254 7xx xxx xxx",
      "0712 xxx xxx",
      "712 345 678 shillings",
      "the mobile 712 345 678 subscribers",
      "254 712 345 678 people",
      "0712345678x",
      "a_0712345678",
      "0712345678-KE",
      "0712345678/2016",
      "12:0712345678",
      "+0712345678",
      "112",
      "SMS 20880",
      "call 1190",
  });
}

TEST_CASE("an e-mail address is found, and where it begins and ends") {
  check_all(
      {
          {"Write to amina@kitui.go.ke.", "amina@kitui.go.ke"},
          {"<amina.o@example.org>,", "amina.o@example.org"},
          {"Email:amina_o+x@a-b.org", "amina_o+x@a-b.org"},
          {"mailto:amina@example.org", "amina@example.org"},
          {"(a@b.org; c@d.org)", "a@b.org | c@d.org"},
          {"..amina@example.org", "amina@example.org"},
          {"A1@X9.Co.Ke", "A1@X9.Co.Ke"},
      },
      PersonalKind::email_address);
}

TEST_CASE("other signs @ make no e-mail address") {
  check_silent({"@baraza",
                "wells@kitui",
                "user@localhost",
                "a @ b.org",
                "a@ b.org",
                "pump@2x.png",
                "photo@large.jpg",
                "https://medium.com/@amina.o/x",
                "https://amina@example.org/x",
                "git@github.com:org/repo.git",
                "@amina@mastodon.social",
                "npm pkg@1.2.3",
                "amina [at] example.org",
                "amina(at)example.org",
                "a@b@c.org",
                "<user>@example.org",
                "@",
                "a@.org",
                "a@b..org",
                "/path/x@example.org",
                "5 kg @ 3.50",
                "x@example.c"});
}

TEST_CASE("coordinates are found, and where they begin and end") {
  check_all(
      {
          {"at -1.2921, 36.8219.", "-1.2921, 36.8219"},
          {"(-1.2921,36.8219)", "-1.2921,36.8219"},
          {"−1.2921; 36.8219", "−1.2921; 36.8219"},
          {"-1.2921 36.8219", "-1.2921 36.8219"},
          {"36.8219, -1.2921", "36.8219, -1.2921"},
          {"-1.292, 36.822", "-1.292, 36.822"},
          {"6.5244, 3.3792", "6.5244, 3.3792"},
          {"GPS: 5.603, 0.187", "5.603, 0.187"},
          {"1.2921° S, 36.8219° E", "1.2921° S, 36.8219° E"},
          {"1.292 S, 36.821 E", "1.292 S, 36.821 E"},
          {"S 1.2921, E 36.8219", "S 1.2921, E 36.8219"},
          {"Latitude: -1.2921, Longitude: 36.8219", "-1.2921, Longitude: 36.8219"},
          {"1°17'31\"S 36°49'19\"E", "1°17'31\"S 36°49'19\"E"},
          {"1° 17′ 31″ S, 36° 49′ 19″ E", "1° 17′ 31″ S, 36° 49′ 19″ E"},
          {"1° 17.525' S, 36° 49.31' E", "1° 17.525' S, 36° 49.31' E"},
          {"1°17'31.5\" S", "1°17'31.5\" S"},
      },
      PersonalKind::coordinates);
}

TEST_CASE("other numbers with decimals are no coordinates") {
  check_silent({
      "36.8, -1.3",
      "-1.29, 36.82",
      "0.123, 0.456",
      "0.0123, 0.0456",
      "(95% CI 12.345, 67.890)",
      "CI -12.345, 15.678",
      "12.345, 67.890",
      "12.500, 36.000",
      "1.234, 2.345",
      "1.2345, 2.3456, 3.4567",
      "effect of -12.345, 15.678",
      "p = 0.0012, 12.3456",
      "coefficients 1.2345, 2.3456",
      "2016, 2017",
      "27.5°C",
      "45° 30'",
      "30° 15'",
      "5° N and 12° S",
      "1° 17' S, 36° 49' E",
      "6' 2\"",
      "-91.2921, 136.8219",
      "36.8219, 190.1234",
      "https://maps.example.org/?q=-1.2921,36.8219",
      "versions 1.2.3, 1.2.4",
      "rates of 3.1234, 4.5678",
      "Exchange rates were 85.1234, 86.4321",
      "KES 1.200, 36.500",
      "$1.2345, 36.8219",
      "12.3456%, 36.8219%",
      "1.2921",
  });
}

TEST_CASE("a large text is read in the time its length asks for") {
  for (const std::string_view part :
       {"0712 345 678 ", "1 ", "(1", "a@", "@a.b ", "-1.2921, ", "1.2345      ", "1°1'", "+",
        "http://", "S ", "No. ", "((", "1.", "+1"}) {
    CAPTURE(part);
    std::string text;
    while (text.size() < (1U << 20U)) text += part;
    const auto begin = std::chrono::steady_clock::now();
    find_personal(text);
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
    CHECK(took.count() < 5);
  }
}

}  // namespace
}  // namespace baraza::language
