// What a template is filled with: texts, numbers, safe HTML, lists and maps under names.
//
// A page's view is built once, moved into place and then only read. A text is escaped where a
// template prints it; only what was made with View::html() is printed as it is. What all pages
// have in common is built once and shared:
//
//   View page;
//   page.set("title", study.title).set("count", 3).set("body", View::html(body));
//   page.set("lessons", View::list_of(lessons, [](const Lesson& one) {
//     return View().set("claim", one.claim);
//   }));
//   page.set("site", View::share(site));  // a std::shared_ptr<const View>
#pragma once

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace baraza::render {

// Finds names fast: a template knows the hashes of its names before it meets a view. FNV-1a,
// http://www.isthe.com/chongo/tech/comp/fnv/
constexpr std::uint32_t hash_name(std::string_view name) {
  std::uint32_t hash = 2166136261U;
  for (const char one : name) {
    hash = (hash ^ static_cast<unsigned char>(one)) * 16777619U;
  }
  return hash;
}

class View {
 public:
  enum class Kind : std::uint8_t { nothing, boolean, number, text, html, list, map };
  struct Entry;  // of a map: a name and its value

  View();  // nothing; set() makes it a map, add() a list
  View(const View&);
  View(View&&) noexcept;
  View& operator=(const View&);
  View& operator=(View&&) noexcept;
  ~View();

  View(bool yes);                 // NOLINT: values read as values
  View(double number);            // NOLINT
  View(std::string text);         // NOLINT
  View(std::string_view text);    // NOLINT
  View(const char* text);         // NOLINT
  View(std::vector<View> items);  // NOLINT
  template <std::integral Number>
  View(Number number);  // NOLINT

  static View html(std::string safe);  // is printed as it is, by {{{name}}} and {{&name}} only
  static View map();                   // a map without names; unlike nothing it is true
  static View list();                  // an empty list
  // Stands for `whole` without a copy; a null pointer is nothing.
  static View share(std::shared_ptr<const View> whole);
  // A list of what `make` answers for each of `items`, in their order.
  template <class Items, class Make>
  static View list_of(const Items& items, Make make) {
    View made = list();
    for (const auto& item : items) made.add(make(item));
    return made;
  }

  // Puts `value` under `name` in place of what was there. On nothing or on a map only; a name
  // with a dot in it is out of a template's reach.
  View& set(std::string_view name, View value) &;
  View&& set(std::string_view name, View value) &&;
  // Appends to a list; on nothing or on a list only.
  View& add(View item) &;
  View&& add(View item) &&;

  Kind kind() const;
  // Nothing, false, 0, an empty text and an empty list are not true; all else is, an empty map
  // too. As mustache.js has it, https://github.com/janl/mustache.js#sections
  bool is_true() const;
  // The value under `name`, or null where this is no map or has no such name.
  const View* find(std::string_view name) const { return find(name, hash_name(name)); }
  const View* find(std::string_view name, std::uint32_t hash) const;
  const std::vector<View>& items() const;     // of a list; of all else none
  const std::vector<Entry>& entries() const;  // of a map, in the order of set(); else none
  // What is printed of a text, of HTML, of a number or of a boolean, not escaped; of all else
  // nothing.
  void append_to(std::string& out) const;
  std::string_view text() const;  // of a text or of HTML; else empty

 private:
  struct Html {
    std::string text;
  };
  using Map = std::vector<Entry>;
  using Shared = std::shared_ptr<const View>;

  const View& seen() const;  // through what is shared

  std::variant<std::monostate, bool, std::int64_t, double, std::string, Html, std::vector<View>,
               Map, Shared>
      held_;
};

struct View::Entry {
  std::uint32_t hash = 0;
  std::string name = {};
  View value = {};
};

// All of this needs to know what an entry is.
inline View::View() = default;
inline View::View(const View&) = default;
inline View::View(View&&) noexcept = default;
inline View& View::operator=(const View&) = default;
inline View& View::operator=(View&&) noexcept = default;
inline View::~View() = default;
inline View::View(bool yes) : held_(yes) {}
inline View::View(double number) : held_(number) {}
inline View::View(std::string text) : held_(std::move(text)) {}
inline View::View(std::string_view text) : held_(std::string(text)) {}
inline View::View(const char* text) : held_(std::string(text)) {}
inline View::View(std::vector<View> items) : held_(std::move(items)) {}
template <std::integral Number>
View::View(Number number) : held_(static_cast<std::int64_t>(number)) {}

// What a writer of templates calls the kind: `a text`, `HTML`, `a list`, ...
std::string_view name_of(View::Kind kind);

}  // namespace baraza::render
