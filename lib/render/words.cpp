#include "render/words.hpp"

#include <functional>

#include "base/text.hpp"

namespace baraza::render {
namespace {

using Flat = std::map<std::string, std::string, std::less<>>;

// {a: {b: x}} is `a.b`; the items of a list count from 1.
void flatten(const content::Node& node, const std::string& key, Flat& flat) {
  if (!node.is_map() && !node.is_list()) {
    if (!key.empty()) flat[key] = node.scalar();
    return;
  }
  const std::string before = key.empty() ? "" : key + ".";
  for (std::size_t i = 0; i < node.children.size(); ++i) {
    const std::string name = node.is_map() ? node.keys[i].name : std::to_string(i + 1);
    flatten(node.children[i], before + name, flat);
  }
}

View view_of(const content::Node& node) {
  if (node.is_map()) {
    View map = View::map();
    for (std::size_t i = 0; i < node.children.size(); ++i) {
      if (node.keys[i].name.find('.') != std::string::npos)
        continue;  // no template can name it
      map.set(node.keys[i].name, view_of(node.children[i]));
    }
    return map;
  }
  if (node.is_list()) return View::list_of(node.children, view_of);
  return {node.scalar()};
}

}  // namespace

Words::Words(const content::Node& texts) : view_(std::make_shared<View>(view_of(texts))) {
  flatten(texts, "", texts_);
}

const std::string* Words::find(std::string_view key) const {
  const auto found = texts_.find(key);
  return found == texts_.end() ? nullptr : &found->second;
}

std::string Words::text(std::string_view key) const {
  if (const std::string* found = find(key)) return *found;
  if (missing_.empty()) missing_ = key;
  return std::string(key);
}

std::string Words::text_or(std::string_view key, std::string_view otherwise) const {
  const std::string* found = find(key);
  return found != nullptr ? *found : std::string(otherwise);
}

std::string Words::fill(std::string_view key, std::initializer_list<Fill> values) const {
  const std::string pattern = text(key);
  std::string out;
  std::size_t at = 0;
  while (at < pattern.size()) {
    const std::size_t open = pattern.find('{', at);
    const std::size_t close = open == std::string::npos ? open : pattern.find('}', open);
    if (close == std::string::npos) break;
    out.append(pattern, at, open - at);
    const std::string_view name = std::string_view(pattern).substr(open + 1, close - open - 1);
    for (const Fill& value : values) {
      if (value.first == name) out += value.second;
    }
    at = close + 1;
  }
  return out.append(pattern, at, std::string::npos);
}

std::string Words::count(std::string_view key, std::size_t number_) const {
  std::string form = std::string(key) + (number_ == 1 ? ".one" : ".other");
  if (number_ == 0 && find(std::string(key) + ".zero") != nullptr) {
    form = std::string(key) + ".zero";
  }
  return fill(form, {{"n", number(std::to_string(number_))}});
}

std::string Words::number(std::string_view digits) const {
  const std::size_t whole = digits.find_first_not_of("0123456789");
  const std::size_t end = whole == std::string_view::npos ? digits.size() : whole;
  if (end < digits.size() && digits[end] != '.') return std::string(digits);  // -1, 1e3

  const std::string group = text("number.group");
  std::string out;
  for (std::size_t i = 0; i < end; ++i) {
    if (i > 0 && end > 4 && (end - i) % 3 == 0) out += group;
    out += digits[i];
  }
  if (end < digits.size()) out += text("number.point") + std::string(digits.substr(end + 1));
  return out;
}

std::string Words::list(const std::vector<std::string>& items) const {
  if (items.empty()) return {};
  std::string out = items.front();
  for (std::size_t i = 1; i < items.size(); ++i) {
    out += i + 1 == items.size() ? text("list.last") : text("list.comma");
    out += items[i];
  }
  return out;
}

std::string Words::date(const content::Date& date) const {
  if (!date.known()) return {};
  const std::string year = std::to_string(date.year);
  std::string said = year;
  if (date.month != 0) {
    const std::string month = text("date.months." + std::to_string(date.month));
    said = date.day == 0
               ? fill("date.month", {{"month", month}, {"year", year}})
               : fill("date.day",
                      {{"day", std::to_string(date.day)}, {"month", month}, {"year", year}});
  }
  return date.about ? fill("date.about", {{"date", said}}) : said;
}

std::string Words::date(const std::string& text) const {
  const content::Date parsed = content::parse_date(text);
  return parsed.known() ? date(parsed) : text;
}

std::string Words::period(const content::Date& start, const content::Date& end,
                          bool ongoing) const {
  std::string from = date(start);
  const std::string to = date(end);
  if (from.empty()) return to.empty() ? "" : fill("date.until", {{"date", to}});
  if (ongoing) return fill("date.since", {{"date", from}});
  if (to.empty() || to == from) return from;
  return fill("date.from_to", {{"start", from}, {"end", to}});
}

}  // namespace baraza::render
