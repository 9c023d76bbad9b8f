#include "base/text.hpp"
#include "tools/format/citation.hpp"
#include "tools/format/terminal.hpp"

namespace baraza::tools {
namespace {

std::string padded(int number) { return (number < 10 ? "0" : "") + std::to_string(number); }

// `2016/05/31/`, or without a day `2016/05//`.
std::string ris_date(const content::Date& date) {
  if (!date.known() || date.month == 0) return {};
  return std::to_string(date.year) + "/" + padded(date.month) + "/" +
         (date.day == 0 ? "" : padded(date.day)) + "/";
}

// A name with a comma is one with a family; in any other a comma would part it.
std::string ris_name(const Name& name) {
  if (name.family.empty()) {
    std::string text = name.literal;
    std::erase(text, ',');
    return text;
  }
  return name.family + "," + (name.given.empty() ? "" : " " + name.given);
}

}  // namespace

std::string to_ris(const Citation& citation) {
  const CitationType& type = find_type(citation.type);
  std::string text;
  const auto line = [&](std::string_view tag, const std::string& value) {
    if (!value.empty()) text += std::string(tag) + "  - " + visible(value) + "\n";
  };
  line("TY", std::string(type.ris));
  line("ID", citation.id);
  for (const Name& name : citation.authors) line("AU", ris_name(name));
  line("TI", citation.title);
  line(type.bibtex == "article" ? "JO" : "T2", citation.container);
  line("VL", citation.volume);
  line("IS", citation.issue);
  line("PB", citation.publisher);
  if (citation.date.known()) line("PY", std::to_string(citation.date.year));
  line("DA", ris_date(citation.date));
  line("DO", citation.doi);
  line("UR", citation.url);
  line("LA", citation.language);
  line("N1", citation.note);
  line("AB", citation.abstract);
  return text + "ER  - \n";
}

}  // namespace baraza::tools
