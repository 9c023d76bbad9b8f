#include "check/uri.hpp"

#include <charconv>

namespace baraza::check {
namespace {

bool is_scheme(std::string_view text) {
  if (text.empty()) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    const bool other = (c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.';
    if (!letter && (i == 0 || !other)) return false;
  }
  return true;
}

// RFC 3986, 5.2.4.
std::string without_dots(std::string_view path) {
  std::string result;
  while (!path.empty()) {
    if (path.substr(0, 3) == "../") {
      path.remove_prefix(3);
    } else if (path.substr(0, 2) == "./" || path.substr(0, 3) == "/./") {
      path.remove_prefix(2);
    } else if (path == "/.") {
      path = "/";
    } else if (path.substr(0, 4) == "/../" || path == "/..") {
      path = path.size() > 3 ? path.substr(3) : "/";
      result.resize(result.rfind('/') == std::string::npos ? 0 : result.rfind('/'));
    } else if (path == "." || path == "..") {
      path = {};
    } else {
      const std::size_t end = path.find('/', 1);
      result += path.substr(0, end);
      path = end == std::string_view::npos ? std::string_view() : path.substr(end);
    }
  }
  return result;
}

// RFC 3986, 5.2.3.
std::string merged(const Uri& base, const std::string& path) {
  if (base.has_authority && base.path.empty()) return "/" + path;
  const std::size_t slash = base.path.rfind('/');
  return slash == std::string::npos ? path : base.path.substr(0, slash + 1) + path;
}

}  // namespace

std::string Uri::text() const {
  std::string text;
  if (!scheme.empty()) text += scheme + ":";
  if (has_authority) text += "//" + authority;
  text += path;
  if (has_query) text += "?" + query;
  if (has_fragment) text += "#" + fragment;
  return text;
}

Uri split_uri(std::string_view text) {
  Uri uri;
  const std::size_t hash = text.find('#');
  if (hash != std::string_view::npos) {
    uri.has_fragment = true;
    uri.fragment = text.substr(hash + 1);
    text = text.substr(0, hash);
  }
  const std::size_t question = text.find('?');
  if (question != std::string_view::npos) {
    uri.has_query = true;
    uri.query = text.substr(question + 1);
    text = text.substr(0, question);
  }
  const std::size_t colon = text.find(':');
  if (colon != std::string_view::npos && is_scheme(text.substr(0, colon))) {
    uri.scheme = text.substr(0, colon);
    text.remove_prefix(colon + 1);
  }
  if (text.substr(0, 2) == "//") {
    uri.has_authority = true;
    text.remove_prefix(2);
    const std::size_t slash = text.find('/');
    uri.authority = text.substr(0, slash);
    text = slash == std::string_view::npos ? std::string_view() : text.substr(slash);
  }
  uri.path = text;
  return uri;
}

std::string resolve_uri(std::string_view base_text, std::string_view reference_text) {
  const Uri base = split_uri(base_text);
  Uri uri = split_uri(reference_text);
  if (!uri.scheme.empty()) {
    uri.path = uri.path.substr(0, 1) == "/" ? without_dots(uri.path) : uri.path;
    return uri.text();
  }
  uri.scheme = base.scheme;
  if (uri.has_authority) {
    uri.path = without_dots(uri.path);
    return uri.text();
  }
  uri.has_authority = base.has_authority;
  uri.authority = base.authority;
  if (uri.path.empty()) {
    uri.path = base.path;
    if (!uri.has_query) {
      uri.has_query = base.has_query;
      uri.query = base.query;
    }
  } else {
    uri.path = without_dots(uri.path.front() == '/' ? uri.path : merged(base, uri.path));
  }
  return uri.text();
}

std::string percent_decode(std::string_view text) {
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    unsigned byte = 0;
    if (text[i] == '%' && i + 2 < text.size()) {
      const char* from = text.data() + i + 1;
      if (std::from_chars(from, from + 2, byte, 16).ptr == from + 2) {
        result += static_cast<char>(byte);
        i += 2;
        continue;
      }
    }
    result += text[i];
  }
  return result;
}

}  // namespace baraza::check
