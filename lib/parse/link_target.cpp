#include "parse/link_target.hpp"

#include "base/text.hpp"

namespace baraza::parse {

std::string_view scheme_of(std::string_view target) {
  const std::size_t colon = target.find(':');
  if (colon == std::string_view::npos || colon == 0) return {};
  for (std::size_t i = 0; i < colon; ++i) {
    const char c = target[i];
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    const bool other = (c >= '0' && c <= '9') || c == '+' || c == '.' || c == '-';
    if (!letter && (i == 0 || !other)) return {};
  }
  return target.substr(0, colon);
}

TargetKind kind_of_target(std::string_view target) {
  for (const char c : target) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x20 || byte == 0x7F) return TargetKind::refused;
  }
  target = trim(target);
  const auto is_slash = [](char c) { return c == '/' || c == '\\'; };
  if (target.size() >= 2 && is_slash(target[0]) && is_slash(target[1]))
    return TargetKind::refused;
  const std::string scheme = to_lower(scheme_of(target));
  if (scheme.empty()) return TargetKind::relative;
  if (scheme == "http" || scheme == "https") return TargetKind::web;
  if (scheme == "mailto") return TargetKind::mail;
  if (scheme == "tel") return TargetKind::phone;
  return TargetKind::refused;
}

}  // namespace baraza::parse
