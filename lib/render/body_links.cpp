#include "render/body_links.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "base/text.hpp"
#include "render/address.hpp"

namespace baraza::render {
namespace {

int hex_value(char digit) {
  if (digit >= '0' && digit <= '9') return digit - '0';
  const char lower = static_cast<char>(digit | 0x20);
  return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

std::string unescaped(std::string_view address) {
  std::string out;
  for (std::size_t i = 0; i < address.size(); ++i) {
    const int high =
        i + 2 < address.size() && address[i] == '%' ? hex_value(address[i + 1]) : -1;
    const int low = high < 0 ? -1 : hex_value(address[i + 2]);
    if (low < 0) {
      out += address[i];
      continue;
    }
    out += static_cast<char>(high * 16 + low);
    i += 2;
  }
  return out;
}

std::string_view folder_of(std::string_view path) {
  const std::size_t stroke = path.rfind('/');
  return stroke == std::string_view::npos ? "" : path.substr(0, stroke + 1);
}

std::string_view top_of(std::string_view path) { return path.substr(0, path.find('/')); }

}  // namespace

std::string path_in_bank(std::string_view from, std::string_view target) {
  const std::string_view path = target.substr(0, target.find_first_of("?#"));
  if (path.empty() || path.front() == '/' || path.find(':') != std::string_view::npos)
    return {};
  const std::string whole = std::string(folder_of(from)) + unescaped(path);
  std::vector<std::string> parts;
  for (const std::string_view part : split(whole, '/')) {
    if (part.empty() || part == ".") continue;
    if (part == "..") {
      if (parts.empty()) return {};
      parts.pop_back();
      continue;
    }
    if (part.front() == '.') return {};  // hidden
    parts.emplace_back(part);
  }
  const std::string inside = join(parts, "/");
  const bool clean = std::all_of(inside.begin(), inside.end(), [](char one) {
    return static_cast<unsigned char>(one) >= 0x20 && one != '\\';
  });
  return clean && find_invalid_utf8(inside) == std::string_view::npos ? inside : "";
}

bool is_copied(std::string_view path) {
  constexpr std::array<std::string_view, 14> endings = {
      ".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".svg",
      ".pdf", ".csv", ".tsv",  ".txt", ".ods",  ".odt",  ".epub"};
  const std::string lower = to_lower(path);
  return std::any_of(endings.begin(), endings.end(), [&](std::string_view ending) {
    return std::string_view(lower).ends_with(ending);
  });
}

BodyLinks::BodyLinks(Maker& maker, const content::Card& card, std::string folder)
    : maker_(&maker), card_(&card), folder_(std::move(folder)) {}

ResolveLink BodyLinks::on(std::string here) {
  return
      [this, here = std::move(here)](const content::Link& link) { return resolve(here, link); };
}

Result<std::optional<std::string>> BodyLinks::resolve(const std::string& here,
                                                      const content::Link& link) {
  const std::string& target = link.target;
  if (is_web_address(target)) {
    if (link.image) return std::optional<std::string>();  // no page loads from elsewhere
    return std::optional<std::string>(target);
  }
  if (target.starts_with('#')) return std::optional<std::string>(target);

  const std::string path = path_in_bank(card_->path, target);
  if (path.empty() || top_of(path) != top_of(card_->path)) return std::optional<std::string>();
  if (path.ends_with(".md")) {
    const std::string page = maker_->page_of_file(path);
    if (page.empty()) return std::optional<std::string>();
    const std::size_t hash =
        page.find('#') == std::string::npos ? target.find('#') : target.npos;
    const std::string anchor = hash == std::string::npos ? "" : target.substr(hash);
    return std::optional<std::string>(link_between(here, page + anchor));
  }
  return copied(here, path);
}

Result<std::optional<std::string>> BodyLinks::copied(const std::string& here,
                                                     const std::string& path) {
  if (!is_copied(path) || !maker_->options.read_asset) return std::optional<std::string>();
  if (const auto known = copied_.find(path); known != copied_.end()) {
    return std::optional<std::string>(link_between(here, known->second));
  }
  const std::string_view beside = folder_of(card_->path);
  const bool below = std::string_view(path).starts_with(beside);
  const std::string to = folder_ + (below ? path.substr(beside.size()) : "files/" + path);
  Result<std::string> bytes = maker_->options.read_asset(path);
  if (!bytes) return bytes.error();
  const Status written = maker_->write_file(to, std::move(*bytes));
  if (!written) return written.error();
  copied_[path] = to;
  return std::optional<std::string>(link_between(here, to));
}

}  // namespace baraza::render
