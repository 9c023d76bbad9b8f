#include <cstddef>
#include <string_view>

#include "base/text.hpp"
#include "check/formats.hpp"
#include "check/uri.hpp"

namespace baraza::check {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_hex(char c) { return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }
bool is_ascii(std::string_view text) {
  for (const char c : text)
    if (static_cast<unsigned char>(c) > 0x7F) return false;
  return true;
}

// Letters, digits, `also`, pairs of hexadecimal digits after a `%`, and what is not ASCII.
bool holds_only(std::string_view text, std::string_view also) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '%') {
      if (i + 2 >= text.size() || !is_hex(text[i + 1]) || !is_hex(text[i + 2])) return false;
      i += 2;
    } else if (!is_letter(c) && !is_digit(c) && static_cast<unsigned char>(c) < 0x80 &&
               also.find(c) == std::string_view::npos) {
      return false;
    }
  }
  return true;
}

constexpr std::string_view unreserved_and_delimiters = "-._~!$&'()*+,;=";

bool is_ip_literal(std::string_view text) {
  if (is_ipv6(text)) return true;
  if (text.size() < 4 || (text.front() != 'v' && text.front() != 'V')) return false;
  const std::size_t point = text.find('.');
  if (point == std::string_view::npos || point < 2 || point + 1 == text.size()) return false;
  for (const char c : text.substr(1, point - 1))
    if (!is_hex(c)) return false;
  return text.find('%') == std::string_view::npos &&
         holds_only(text.substr(point + 1), "-._~!$&'()*+,;=:");
}

bool is_authority(std::string_view text) {
  const std::size_t at = text.rfind('@');
  if (at != std::string_view::npos) {
    if (!holds_only(text.substr(0, at), "-._~!$&'()*+,;=:")) return false;
    text.remove_prefix(at + 1);
  }
  std::string_view port;
  if (!text.empty() && text.front() == '[') {
    const std::size_t close = text.find(']');
    if (close == std::string_view::npos || !is_ip_literal(text.substr(1, close - 1)))
      return false;
    port = text.substr(close + 1);
    if (!port.empty() && port.front() != ':') return false;
  } else {
    const std::size_t colon = text.find(':');
    if (colon != std::string_view::npos) port = text.substr(colon);
    if (!holds_only(text.substr(0, colon), unreserved_and_delimiters)) return false;
  }
  for (const char c : port.substr(port.empty() ? 0 : 1))
    if (!is_digit(c)) return false;
  return true;
}

bool is_reference(std::string_view text) {
  const Uri uri = split_uri(text);
  if (uri.scheme.empty() && !uri.has_authority &&
      uri.path.substr(0, uri.path.find('/')).find(':') != std::string::npos)
    return false;  // would be taken for a scheme
  return (!uri.has_authority || is_authority(uri.authority)) &&
         holds_only(uri.path, "-._~!$&'()*+,;=:@/") &&
         holds_only(uri.query, "-._~!$&'()*+,;=:@/?") &&
         holds_only(uri.fragment, "-._~!$&'()*+,;=:@/?");
}

bool is_local_part(std::string_view text) {
  constexpr std::string_view also = "!#$%&'*+-/=?^_`{|}~.";
  if (text.size() >= 2 && text.front() == '"' && text.back() == '"') {
    const std::string_view quoted = text.substr(1, text.size() - 2);
    for (std::size_t i = 0; i < quoted.size(); ++i) {
      if (quoted[i] == '"' || static_cast<unsigned char>(quoted[i]) < 0x20) return false;
      if (quoted[i] == '\\' && ++i == quoted.size()) return false;
    }
    return true;
  }
  if (text.empty() || text.front() == '.' || text.back() == '.' ||
      text.find("..") != std::string_view::npos)
    return false;
  for (const char c : text)
    if (!is_letter(c) && !is_digit(c) && static_cast<unsigned char>(c) < 0x80 &&
        also.find(c) == std::string_view::npos)
      return false;
  return true;
}

bool is_mail_domain(std::string_view text, bool ascii) {
  if (text.size() > 2 && text.front() == '[' && text.back() == ']') {
    const std::string_view literal = text.substr(1, text.size() - 2);
    return literal.substr(0, 5) == "IPv6:" ? is_ipv6(literal.substr(5)) : is_ipv4(literal);
  }
  if (ascii) return is_hostname(text);
  for (const std::string_view label : split(text, '.'))
    if (label.empty() || label.front() == '-' || label.back() == '-' || !holds_only(label, "-"))
      return false;
  return true;
}

bool is_mail(std::string_view text, bool ascii) {
  const std::size_t at = text.rfind('@');
  if (at > 64) return false;  // also where there is none
  if (ascii && !is_ascii(text)) return false;
  return is_local_part(text.substr(0, at)) && is_mail_domain(text.substr(at + 1), ascii);
}

bool is_template_expression(std::string_view text) {
  constexpr std::string_view operators = "+#./;?&";
  if (!text.empty() && operators.find(text.front()) != std::string_view::npos)
    text.remove_prefix(1);
  for (std::string_view variable : split(text, ',')) {
    const std::size_t colon = variable.find(':');
    if (colon != std::string_view::npos) {
      const std::string_view length = variable.substr(colon + 1);
      if (length.empty() || length.size() > 4 || length.front() == '0') return false;
      for (const char c : length)
        if (!is_digit(c)) return false;
      variable = variable.substr(0, colon);
    } else if (!variable.empty() && variable.back() == '*') {
      variable.remove_suffix(1);
    }
    if (variable.empty() || variable.front() == '.' || variable.back() == '.' ||
        variable.find("..") != std::string_view::npos || !holds_only(variable, "_.") ||
        !is_ascii(variable))
      return false;
  }
  return true;
}

}  // namespace

bool is_email(std::string_view text) { return is_mail(text, true); }
bool is_idn_email(std::string_view text) { return is_mail(text, false); }

bool is_hostname(std::string_view text) {
  if (text.empty() || text.size() > 253) return false;
  for (const std::string_view label : split(text, '.')) {
    if (label.empty() || label.size() > 63 || label.front() == '-' || label.back() == '-')
      return false;
    for (const char c : label)
      if (!is_letter(c) && !is_digit(c) && c != '-') return false;
    if (label.size() >= 4 && label.substr(2, 2) == "--" &&
        to_lower(label.substr(0, 4)) != "xn--")
      return false;
  }
  return true;
}

bool is_ipv4(std::string_view text) {
  const auto parts = split(text, '.');
  if (parts.size() != 4) return false;
  for (const std::string_view part : parts) {
    if (part.empty() || part.size() > 3 || (part.size() > 1 && part.front() == '0'))
      return false;
    int value = 0;
    for (const char c : part) {
      if (!is_digit(c)) return false;
      value = value * 10 + (c - '0');
    }
    if (value > 255) return false;
  }
  return true;
}

bool is_ipv6(std::string_view text) {
  const std::size_t gap = text.find("::");
  if (gap != std::string_view::npos && text.find("::", gap + 1) != std::string_view::npos)
    return false;
  std::size_t groups = 0;
  const auto count = [&groups](std::string_view half, bool last) {
    if (half.empty()) return true;
    const auto parts = split(half, ':');
    for (std::size_t i = 0; i < parts.size(); ++i) {
      if (last && i + 1 == parts.size() && parts[i].find('.') != std::string_view::npos) {
        groups += 2;
        return is_ipv4(parts[i]);
      }
      if (parts[i].empty() || parts[i].size() > 4) return false;
      for (const char c : parts[i])
        if (!is_hex(c)) return false;
      ++groups;
    }
    return true;
  };
  if (gap == std::string_view::npos) return count(text, true) && groups == 8;
  return count(text.substr(0, gap), false) && count(text.substr(gap + 2), true) && groups < 8;
}

bool is_uri(std::string_view text) {
  return is_ascii(text) && !split_uri(text).scheme.empty() && is_reference(text);
}
bool is_uri_reference(std::string_view text) { return is_ascii(text) && is_reference(text); }
bool is_iri(std::string_view text) {
  return !split_uri(text).scheme.empty() && is_reference(text);
}
bool is_iri_reference(std::string_view text) { return is_reference(text); }

bool is_uri_template(std::string_view text) {
  constexpr std::string_view never = " \"<>\\^`|}\x7f";
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '{') {
      const std::size_t close = text.find('}', i);
      if (close == std::string_view::npos ||
          !is_template_expression(text.substr(i + 1, close - i - 1)))
        return false;
      i = close;
    } else if (never.find(text[i]) != std::string_view::npos ||
               static_cast<unsigned char>(text[i]) < 0x20) {
      return false;
    }
  }
  return true;
}

}  // namespace baraza::check
