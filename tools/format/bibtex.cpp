#include <array>

#include "base/text.hpp"
#include "tools/format/citation.hpp"
#include "tools/format/terminal.hpp"

namespace baraza::tools {
namespace {

constexpr std::array<std::string_view, 12> months = {"jan", "feb", "mar", "apr", "may", "jun",
                                                     "jul", "aug", "sep", "oct", "nov", "dec"};

std::string escaped(std::string_view text) {
  std::string result;
  for (const char c : visible(text)) {
    switch (c) {
      case '\\':
        result += "\\textbackslash{}";
        break;
      case '~':
        result += "\\textasciitilde{}";
        break;
      case '^':
        result += "\\textasciicircum{}";
        break;
      case '{':
      case '}':
      case '$':
      case '&':
      case '#':
      case '%':
      case '_':
        result += '\\';
        [[fallthrough]];
      default:
        result += c;
    }
  }
  return result;
}

// Addresses are read letter by letter, but for what would end the field.
std::string escaped_url(std::string_view url) {
  std::string result;
  for (const char c : visible(url)) {
    if (c == '{')
      result += "%7B";
    else if (c == '}')
      result += "%7D";
    else if (c == '\\')
      result += "%5C";
    else if (c == ' ')
      result += "%20";
    else
      result += c;
  }
  return result;
}

// A key holds none of the signs that BibTeX or TeX give a meaning.
std::string key_of(const std::string& id) {
  std::string key;
  for (const char c : id) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                       (c >= '0' && c <= '9') || c == '-' || c == '.';
    key += c == '#' ? ':' : plain ? c : '_';
  }
  return key;
}

std::string names_of(const std::vector<Name>& names) {
  std::vector<std::string> texts;
  for (const Name& name : names) {
    if (name.literal == others)
      texts.emplace_back(others);
    else if (name.family.empty())
      texts.push_back("{" + escaped(name.literal) + "}");
    else if (name.given.empty())
      texts.push_back("{" + escaped(name.family) + "}");
    else
      texts.push_back(escaped(name.family) + ", " + escaped(name.given));
  }
  return join(texts, " and ");
}

// What a type calls the work that it is part of.
std::string_view container_field(std::string_view type) {
  if (type == "article") return "journal";
  if (type == "incollection" || type == "inproceedings") return "booktitle";
  return "howpublished";
}

// The one field of a @misc for both.
std::string how_published(const Citation& citation) {
  const bool both = !citation.container.empty() && !citation.publisher.empty();
  return citation.container + (both ? ", " : "") + citation.publisher;
}

std::string_view publisher_field(std::string_view type) {
  if (type == "techreport") return "institution";
  if (type == "phdthesis") return "school";
  if (type == "inproceedings") return "organization";
  return "publisher";
}

}  // namespace

std::string to_bibtex(const Citation& citation) {
  const std::string_view type = find_type(citation.type).bibtex;
  std::string text = "@" + std::string(type) + "{" + key_of(citation.id) + ",\n";
  const auto raw = [&](std::string_view name, const std::string& value) {
    if (!value.empty()) text += "  " + std::string(name) + " = " + value + ",\n";
  };
  const auto field = [&](std::string_view name, const std::string& value) {
    if (!value.empty()) raw(name, "{" + value + "}");
  };
  field("author", names_of(citation.authors));
  // Twice, so that no style takes capitals for small letters.
  if (!citation.title.empty()) field("title", "{" + escaped(citation.title) + "}");
  field(container_field(type),
        escaped(type == "misc" ? how_published(citation) : citation.container));
  field("volume", escaped(citation.volume));
  field("number", escaped(citation.issue));
  if (type != "misc") field(publisher_field(type), escaped(citation.publisher));
  if (citation.date.known()) field("year", std::to_string(citation.date.year));
  if (citation.date.month != 0)
    raw("month", std::string(months[static_cast<std::size_t>(citation.date.month) - 1]));
  field("doi", escaped_url(citation.doi));
  field("url", escaped_url(citation.url));
  field("language", escaped(citation.language));
  field("note", escaped(citation.note));
  field("abstract", escaped(citation.abstract));
  return text + "}\n";
}

}  // namespace baraza::tools
