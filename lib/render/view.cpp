#include "render/view.hpp"

#include <array>
#include <cassert>
#include <charconv>
#include <system_error>

namespace baraza::render {
namespace {

template <class Number>
void append_number(std::string& out, Number number) {
  std::array<char, 32> digits{};  // the longest double has 24 characters
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number);
  if (end.ec == std::errc()) out.append(digits.data(), end.ptr);
}

}  // namespace

View View::html(std::string safe) {
  View made;
  made.held_ = Html{std::move(safe)};
  return made;
}

View View::map() {
  View made;
  made.held_ = Map();
  return made;
}

View View::list() { return {std::vector<View>()}; }

View View::share(std::shared_ptr<const View> whole) {
  View made;
  if (whole != nullptr) made.held_ = std::move(whole);
  return made;
}

const View& View::seen() const {
  const View* view = this;
  while (const auto* shared = std::get_if<Shared>(&view->held_)) view = shared->get();
  return *view;
}

View& View::set(std::string_view name, View value) & {
  if (std::holds_alternative<std::monostate>(held_)) held_ = Map();
  auto* map = std::get_if<Map>(&held_);
  assert(map != nullptr);

  const std::uint32_t hash = hash_name(name);
  for (Entry& entry : *map) {
    if (entry.hash != hash || entry.name != name) continue;
    entry.value = std::move(value);
    return *this;
  }
  map->push_back({hash, std::string(name), std::move(value)});
  return *this;
}

View&& View::set(std::string_view name, View value) && {
  set(name, std::move(value));
  return std::move(*this);
}

View& View::add(View item) & {
  if (std::holds_alternative<std::monostate>(held_)) held_ = std::vector<View>();
  auto* list = std::get_if<std::vector<View>>(&held_);
  assert(list != nullptr);
  list->push_back(std::move(item));
  return *this;
}

View&& View::add(View item) && {
  add(std::move(item));
  return std::move(*this);
}

View::Kind View::kind() const {
  // In the order of held_; what seen() answers is never shared.
  constexpr std::array<Kind, 8> kinds = {Kind::nothing, Kind::boolean, Kind::number,
                                         Kind::number,  Kind::text,    Kind::html,
                                         Kind::list,    Kind::map};
  return kinds.at(seen().held_.index());
}

bool View::is_true() const {
  const View& view = seen();
  switch (view.kind()) {
    case Kind::nothing:
      return false;
    case Kind::boolean:
      return *std::get_if<bool>(&view.held_);
    case Kind::number:
      if (const auto* whole = std::get_if<std::int64_t>(&view.held_)) return *whole != 0;
      return *std::get_if<double>(&view.held_) != 0;
    case Kind::text:
    case Kind::html:
      return !view.text().empty();
    case Kind::list:
      return !view.items().empty();
    case Kind::map:
      return true;
  }
  return false;
}

const View* View::find(std::string_view name, std::uint32_t hash) const {
  for (const Entry& entry : entries()) {
    if (entry.hash == hash && entry.name == name) return &entry.value;
  }
  return nullptr;
}

const std::vector<View>& View::items() const {
  static const std::vector<View> none;
  const auto* list = std::get_if<std::vector<View>>(&seen().held_);
  return list != nullptr ? *list : none;
}

const std::vector<View::Entry>& View::entries() const {
  static const std::vector<Entry> none;
  const auto* map = std::get_if<Map>(&seen().held_);
  return map != nullptr ? *map : none;
}

std::string_view View::text() const {
  const View& view = seen();
  if (const auto* text = std::get_if<std::string>(&view.held_)) return *text;
  if (const auto* html = std::get_if<Html>(&view.held_)) return html->text;
  return {};
}

void View::append_to(std::string& out) const {
  const View& view = seen();
  if (const auto* yes = std::get_if<bool>(&view.held_)) {
    out += *yes ? "true" : "false";
  } else if (const auto* whole = std::get_if<std::int64_t>(&view.held_)) {
    append_number(out, *whole);
  } else if (const auto* real = std::get_if<double>(&view.held_)) {
    append_number(out, *real);
  } else {
    out += view.text();
  }
}

std::string_view name_of(View::Kind kind) {
  switch (kind) {
    case View::Kind::nothing:
      return "nothing";
    case View::Kind::boolean:
      return "yes or no";
    case View::Kind::number:
      return "a number";
    case View::Kind::text:
      return "a text";
    case View::Kind::html:
      return "HTML";
    case View::Kind::list:
      return "a list";
    case View::Kind::map:
      return "a map";
  }
  return {};
}

}  // namespace baraza::render
