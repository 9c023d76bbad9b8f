#include "content/text_marks.hpp"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <utility>

#include "base/binary.hpp"
#include "base/hash.hpp"
#include "content/record.hpp"

namespace baraza::content {
namespace {

// A list whose items have texts of their own.
struct ItemTexts {
  std::string_view field;
  std::string_view id;  // the key that names an item
  std::initializer_list<std::string_view> texts;
};

const std::initializer_list<ItemTexts> item_texts = {
    {"lessons", "id", {"claim", "because", "limits", "detail", "question"}},
    {"outcomes", "id", {"claim", "limits"}},
    {"harms", "id", {"what"}},
    {"actors", "id", {"name"}},
    {"relations", "id", {"words"}},
    {"events", "id", {"what"}},
    {"funding", "id", {"terms"}},
    {"voices", "id", {"quote", "who", "role"}},
    {"lenses", "term", {"because"}},
    {"rests_on", "lesson", {"why"}},
};

constexpr std::array<std::string_view, 3> transfer_lists = {"needs", "breaks_if",
                                                            "not_tested_in"};

// Scalars of the model that are no texts.
constexpr std::array<std::string_view, 20> no_texts = {
    "schema",  "id",    "kind",      "language", "licence",        "sensitivity", "embargo",
    "updated", "owner", "published", "draft",    "translation_of", "publisher",   "state",
    "level",   "url",   "date",      "archived", "author",         "seen"};

constexpr std::string_view hashes_key = "source_hashes";
constexpr std::size_t hash_size = 16;

// Sorts marks or texts by path. Of two with one path the first counts, as everywhere.
template <class T>
void sort_by_path(std::vector<T>& list) {
  std::stable_sort(list.begin(), list.end(),
                   [](const T& a, const T& b) { return a.path < b.path; });
  const auto end = std::unique(list.begin(), list.end(),
                               [](const T& a, const T& b) { return a.path == b.path; });
  list.erase(end, list.end());
}

class MarkReader {
 public:
  // With `texts` these are kept, and no hash is made.
  explicit MarkReader(std::vector<RecordText>* texts = nullptr) : texts_(texts) {}

  std::vector<TextMark> read(const Record& record) {
    const Node& front = record.front;
    if (!front.is_map()) return {};
    for (std::size_t i = 0; i < front.keys.size(); ++i)
      read_field(front.keys[i].name, front.children[i]);
    read_body(record.body);
    sort_by_path(marks_);
    return std::move(marks_);
  }

 private:
  void read_field(const std::string& name, const Node& value) {
    for (const ItemTexts& list : item_texts)
      if (list.field == name) return read_items(list, value);
    if (name == "transfer") return read_transfer(value);
    const bool other = std::find(no_texts.begin(), no_texts.end(), name) != no_texts.end();
    if (value.is_broken()) add_unread(name);
    if (value.is_text() && !other) add(name, value);
  }

  void read_items(const ItemTexts& list, const Node& value) {
    const std::string field(list.field);
    if (!value.is_list()) return add_unread(field);
    for (const Node& item : value.children) {
      const Node* id = item.find(list.id);
      if (id == nullptr || id->scalar().empty()) continue;
      const std::string path = field + "/" + id->scalar();
      marks_.push_back({.path = path, .span = id->span});
      for (const std::string_view text : list.texts)
        if (const Node* found = item.find(text); found != nullptr)
          add(path + "/" + std::string(text), *found);
    }
  }

  void read_transfer(const Node& value) {
    if (!value.is_map()) return add_unread("transfer");
    for (const std::string_view name : transfer_lists) {
      int number = 0;
      for (const Node& item : value.items_of(name))
        add("transfer/" + std::string(name) + "/" + std::to_string(++number), item);
    }
  }

  void read_body(const Body& body) {
    if (body.passages.empty()) return;
    std::string text;
    for (const Passage& passage : body.passages) text += passage.text + "\n";
    const int line = body.passages.front().line;
    add("body", text, {line, 1, line, 1});
  }

  void add(std::string path, const Node& value) {
    add(std::move(path), value.scalar(), value.span);
  }
  void add(std::string path, const std::string& value, const Span& span) {
    if (value.empty()) return;
    if (texts_ != nullptr)
      texts_->push_back({std::move(path), value, span});
    else
      marks_.push_back({std::move(path), hash_of_text(value), span});
  }

  void add_unread(std::string field) { marks_.push_back({.path = std::move(field)}); }

  std::vector<TextMark> marks_;
  std::vector<RecordText>* texts_;
};

// An item that is a text itself, or has one, and no id.
bool is_unnamed(const ItemTexts& list, const Node& item) {
  if (item.is_text()) return true;
  if (!item.is_map() || !item.text_of(list.id).empty()) return false;
  return std::any_of(list.texts.begin(), list.texts.end(),
                     [&](std::string_view text) { return !item.text_of(text).empty(); });
}

int digit_of(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

// The number that 16 hexadecimal digits write; 0 for any other text.
std::uint64_t number_of(std::string_view digits) {
  if (digits.size() != hash_size) return 0;
  std::uint64_t number = 0;
  for (const char c : digits) {
    const int digit = digit_of(c);
    if (digit < 0) return 0;
    number = number << 4U | static_cast<std::uint64_t>(digit);
  }
  return number;
}

Span before(int line, int column) { return {line, column, line, column}; }

// A map in lines begins with its first key, one in braces before it.
bool is_in_lines(const Node& map) {
  if (map.keys.empty()) return false;
  const Span& first = map.keys.front().span;
  return first.line == map.span.line && first.column == map.span.column;
}

}  // namespace

std::vector<TextMark> text_marks(const Record& record) { return MarkReader().read(record); }

std::vector<RecordText> texts_of(const Record& record) {
  std::vector<RecordText> texts;
  MarkReader(&texts).read(record);
  sort_by_path(texts);
  return texts;
}

bool is_name(std::string_view path) {
  return path.starts_with("actors/") && path.ends_with("/name");
}

std::vector<UnnamedItem> unnamed_items(const Node& front) {
  std::vector<UnnamedItem> items;
  for (const ItemTexts& list : item_texts)
    for (const Node& item : front.items_of(list.field))
      if (is_unnamed(list, item)) items.push_back({std::string(list.field), item.span});
  return items;
}

std::vector<TextMark> hashes_written(const Node& front) {
  std::vector<TextMark> hashes;
  const Node* written = front.find(hashes_key);
  if (written == nullptr || !written->is_map()) return hashes;
  for (std::size_t i = 0; i < written->keys.size(); ++i) {
    const Node& value = written->children[i];
    Span span = written->keys[i].span;
    span.end_line = value.span.end_line;
    span.end_column = value.span.end_column;
    hashes.push_back(
        {.path = written->keys[i].name, .hash = number_of(value.scalar()), .span = span});
  }
  std::sort(hashes.begin(), hashes.end(),
            [](const TextMark& a, const TextMark& b) { return a.path < b.path; });
  return hashes;
}

HashPlace find_hash_place(const Node& front) {
  using Style = HashPlace::Style;
  constexpr int usual_indent = 2;
  if (!front.is_map() || !is_in_lines(front) || front.span.column != 1) return {};
  for (const Node& child : front.children)
    if (child.is_broken()) return {};
  const Node* written = front.find(hashes_key);
  if (written == nullptr)
    return {Style::new_key, before(front.span.end_line + 1, 1), usual_indent};
  if (written->kind == Node::Kind::null)
    return {Style::lines, before(written->span.line + 1, 1), usual_indent};
  if (!written->is_map()) return {};
  const Span& span = written->span;
  if (is_in_lines(*written))
    return {Style::lines, before(span.end_line + 1, 1), span.column - 1};
  if (written->keys.empty())
    return {Style::empty_braces, before(span.end_line, span.end_column - 1), 0};
  const Span& last = written->children.back().span;
  return {Style::braces, before(last.end_line, last.end_column), 0};
}

std::string hash_lines(const HashPlace& place, const std::vector<TextMark>& marks) {
  using Style = HashPlace::Style;
  const bool in_lines = place.style == Style::new_key || place.style == Style::lines;
  std::string text;
  if (place.style == Style::new_key) text = std::string(hashes_key) + ":\n";
  for (std::size_t i = 0; i < marks.size(); ++i) {
    if (in_lines) text.append(static_cast<std::size_t>(place.indent), ' ');
    if (!in_lines && (i > 0 || place.style == Style::braces)) text += ", ";
    // In quotes, since digits alone would be a number.
    text += marks[i].path + ": \"" + hash_digits(marks[i].hash) + "\"";
    if (in_lines) text += "\n";
  }
  return text;
}

std::uint64_t hash_of_text(std::string_view value) {
  const std::uint64_t hash = number_of(hash_of(value).substr(0, hash_size));
  return hash == 0 ? 1 : hash;
}

std::string hash_digits(std::uint64_t hash) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string text(hash_size, '0');
  for (std::size_t i = hash_size; i > 0 && hash != 0; --i, hash >>= 4U)
    text[i - 1] = digits[hash & 0xFU];
  return text;
}

std::string pack(const std::vector<TextMark>& marks) {
  BinaryWriter out;
  std::string_view last;
  for (const TextMark& mark : marks) {
    const std::string_view path = mark.path;
    const auto split = std::mismatch(path.begin(), path.end(), last.begin(), last.end());
    const auto shared = static_cast<std::size_t>(split.first - path.begin());
    out.number(shared);
    out.text(path.substr(shared));
    out.number(mark.hash);
    for (const int value :
         {mark.span.line, mark.span.column, mark.span.end_line, mark.span.end_column})
      out.number(static_cast<std::uint32_t>(value));
    last = path;
  }
  return out.take();
}

std::vector<TextMark> unpack(std::string_view bytes) {
  std::vector<TextMark> marks;
  BinaryReader in(bytes);
  std::string path;
  while (!in.at_end()) {
    const std::uint64_t shared = in.number();
    path.resize(static_cast<std::size_t>(std::min<std::uint64_t>(shared, path.size())));
    path += in.view();
    TextMark mark{.path = path, .hash = in.number()};
    for (int* value :
         {&mark.span.line, &mark.span.column, &mark.span.end_line, &mark.span.end_column})
      *value = static_cast<int>(static_cast<std::uint32_t>(in.number()));
    if (!in.ok()) break;
    marks.push_back(std::move(mark));
  }
  return marks;
}

}  // namespace baraza::content
