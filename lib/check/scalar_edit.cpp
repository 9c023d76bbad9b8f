#include "check/scalar_edit.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "check/formats.hpp"

namespace baraza::check {

using content::Node;

namespace {

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

bool is_one_line(const Span& span) { return span.line > 0 && span.line == span.end_line; }

std::string quoted(std::string_view text) {
  std::string result = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') result += '\\';
    result += c;
  }
  return result + "\"";
}

}  // namespace

std::string as_yaml(std::string_view text) {
  constexpr std::string_view inside = "0123456789-_./+ ";
  const std::string lower = to_lower(text);
  const bool is_word = lower != "true" && lower != "false" && lower != "null" &&
                       lower != "yes" && lower != "no" && lower != "on" && lower != "off";
  const bool is_plain = !text.empty() && is_letter(text.front()) && text.back() != ' ' &&
                        std::all_of(text.begin(), text.end(), [&](char c) {
                          return is_letter(c) || inside.find(c) != std::string_view::npos;
                        });
  return is_word && is_plain ? std::string(text) : quoted(text);
}

std::string as_flow(const content::Node& node) {
  if (!node.is_map() && !node.is_list())
    return node.is_text() && !is_edtf_date(node.text) ? as_yaml(node.text) : node.scalar();
  std::vector<std::string> parts;
  for (std::size_t i = 0; i < node.children.size(); ++i)
    parts.push_back((node.is_map() ? node.keys[i].name + ": " : std::string()) +
                    as_flow(node.children[i]));
  return (node.is_map() ? "{" : "[") + join(parts, ", ") + (node.is_map() ? "}" : "]");
}

std::vector<Edit> replace_by(const Node& scalar, std::string yaml) {
  if (!is_one_line(scalar.span)) return {};
  return {{.span = scalar.span, .text = std::move(yaml)}};
}

std::vector<Edit> replace_scalar(const Node& scalar, std::string_view text) {
  return replace_by(scalar, scalar.plain ? as_yaml(text) : quoted(text));
}

std::vector<Edit> replace_at(const Span& span, std::string_view text) {
  if (!is_one_line(span)) return {};
  return {{.span = span, .text = as_yaml(text)}};
}

Span span_inside(const Node& scalar, std::size_t from, std::size_t count) {
  const Span& span = scalar.span;
  if (!is_one_line(span)) return span;
  const auto width = static_cast<std::size_t>(span.end_column - span.column);
  const std::size_t quotes = scalar.plain ? 0 : 1;
  if (count_characters(scalar.text) + 2 * quotes != width) return span;
  const int begin = span.column + static_cast<int>(from + quotes);
  return {span.line, begin, span.line, begin + static_cast<int>(count)};
}

}  // namespace baraza::check
