#include "parse/yaml_tree.hpp"

#include <algorithm>
#include <istream>
#include <numeric>
#include <streambuf>
#include <utility>

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/yaml.h>

#include "base/text.hpp"
#include "parse/scalar.hpp"

namespace baraza::parse {
namespace {

using content::Key;
using content::Node;

// Reads a view without a copy.
class ViewBuffer : public std::streambuf {
 public:
  explicit ViewBuffer(std::string_view view) {
    char* begin = const_cast<char*>(view.data());  // NOLINT: only ever read
    setg(begin, begin, begin + view.size());
  }
};

// The library ends a text in brackets at any `?`, as of an address or a question, and cannot go
// on. It reads another sign in its place, and never the keys `? ` that YAML knows, which the
// scan refuses. No file holds the other sign: it is a control character.
constexpr char question_sign = '\x01';

std::string with_question_signs(std::string_view text) {
  std::string copy(text);
  std::replace(copy.begin(), copy.end(), '?', question_sign);
  return copy;
}

std::string with_question_marks(std::string text) {
  std::replace(text.begin(), text.end(), question_sign, '?');
  return text;
}

// Stops the library in the middle of a document; a finding has been made.
struct Refused {};

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n'; }

// Matches a scalar's value against its source, where runs of white space are folded, and
// answers where it ends.
std::size_t end_of_folded(std::string_view text, std::size_t at, std::string_view value) {
  std::size_t end = at;
  for (const char c : value) {
    if (is_blank(c)) continue;
    while (at < text.size() && is_blank(text[at])) ++at;
    if (at >= text.size() || text[at] != c) return end;
    end = ++at;
  }
  return end;
}

std::size_t end_of_quoted(std::string_view text, std::size_t at) {
  const char quote = text[at++];
  while (at < text.size()) {
    if (text[at] == '\\' && quote == '"') {
      ++at;
    } else if (text[at] == quote) {
      if (quote == '"' || at + 1 >= text.size() || text[at + 1] != '\'') return at + 1;
      ++at;
    }
    ++at;
  }
  return text.size();
}

std::size_t end_of_block(std::string_view text, std::size_t at, std::string_view value) {
  const std::size_t line = std::min(text.find('\n', at), text.size());
  const std::size_t hash = text.find('#', at);
  const std::string_view header = trim(text.substr(at, std::min(line, hash) - at));
  return std::max(end_of_folded(text, line, value), at + header.size());
}

// The library loses one of the line ends that a folded block keeps with `>+`. `end` is where
// the block's last words end.
std::string with_kept_line_ends(std::string_view text, std::size_t begin, std::size_t end,
                                std::string value) {
  const std::string_view header = text.substr(begin, text.find('\n', begin) - begin);
  if (header[0] != '>' || header.substr(0, 3).find('+') == std::string_view::npos) return value;
  const std::size_t last = value.find_last_not_of('\n');
  const std::size_t visible = value.find_last_not_of(" \t\n");
  if (visible == std::string::npos || value.find('\n', visible) < last) return value;
  value.resize(last + 1);
  for (std::size_t line = text.find('\n', end); line < text.size();
       line = text.find_first_not_of(' ', line + 1)) {
    if (text[line] != '\n') break;
    value += '\n';
  }
  return value;
}

// For each key the index of the first key of its name.
std::vector<std::size_t> first_of_each(const std::vector<Key>& keys) {
  std::vector<std::size_t> order(keys.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&keys](std::size_t a, std::size_t b) {
    return keys[a].name < keys[b].name;
  });
  std::vector<std::size_t> first(keys.size());
  for (std::size_t i = 0; i < order.size(); ++i) {
    const bool repeats = i > 0 && keys[order[i]].name == keys[order[i - 1]].name;
    first[order[i]] = repeats ? first[order[i - 1]] : order[i];
  }
  return first;
}

class TreeBuilder : public YAML::EventHandler {
 public:
  TreeBuilder(std::size_t begin, std::size_t end, int max_depth, Findings& found)
      : positions_(found.positions()),
        text_(positions_.text().substr(0, end)),
        base_(begin),
        last_(begin),
        max_depth_(max_depth),
        found_(found) {}

  Node take() { return std::move(root_); }
  std::size_t last() const { return last_; }

  void OnDocumentStart(const YAML::Mark& /*mark*/) override {}
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override;
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) override;
  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& value) override;
  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value style) override;
  void OnSequenceEnd() override { close(); }
  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value style) override;
  void OnMapEnd() override { close(); }

  std::size_t offset_of(const YAML::Mark& mark) const {
    const std::size_t within = mark.pos > 0 ? static_cast<std::size_t>(mark.pos) : 0;
    return std::min(base_ + within, text_.size());
  }

 private:
  struct Open {
    Node node = {};
    std::size_t begin = 0;
    bool key_next = false;  // of a map: the next scalar is a key
  };

  char at(std::size_t offset) const { return offset < text_.size() ? text_[offset] : '\n'; }
  bool expects_key() const { return !open_.empty() && open_.back().key_next; }
  void open(const YAML::Mark& mark, Node::Kind kind, const std::string& tag,
            YAML::anchor_t anchor, bool properties_may_be_the_keys);
  void close();
  void add(Node node, std::size_t begin, std::size_t end);
  void refuse_properties(std::size_t begin, const std::string& tag, YAML::anchor_t anchor);
  [[noreturn]] void refuse(const char* rule, std::size_t begin, std::size_t end,
                           std::string message, std::string hint);
  bool is_written_null(std::size_t begin) const;
  std::size_t place_of_missing(std::size_t next) const;

  const Positions& positions_;
  std::string_view text_;
  std::size_t base_;
  std::size_t last_;  // where the last key or value ends
  int max_depth_;
  Findings& found_;
  std::vector<Open> open_ = {};
  Node root_ = {};
};

void TreeBuilder::refuse(const char* rule, std::size_t begin, std::size_t end,
                         std::string message, std::string hint) {
  found_.add(rule, begin, end, std::move(message), std::move(hint));
  throw Refused{};
}

void TreeBuilder::refuse_properties(std::size_t begin, const std::string& tag,
                                    YAML::anchor_t anchor) {
  const std::size_t end = std::min(text_.find_first_of(" \n,", begin), text_.size());
  if (anchor != 0) {
    refuse("E146", begin, end, "an anchor (`&name`) is not allowed",
           "write the value out wherever it is needed");
  }
  if ((!tag.empty() && tag != "?" && tag != "!") || at(begin) == '!') {
    refuse("E147", begin, end, "a tag (`!name`) is not allowed", "leave it out");
  }
}

// The library marks a value that is not written at the token after it.
bool TreeBuilder::is_written_null(std::size_t begin) const {
  if (at(begin) == '~') return true;
  const std::string_view word = text_.substr(begin, 4);
  if (word != "null" && word != "Null" && word != "NULL") return false;
  if (expects_key()) return true;
  std::size_t next = begin + 4;
  while (at(next) == ' ' || at(next) == '\t') ++next;
  return at(next) != ':';
}

// After the colon or the dash that has no value.
std::size_t TreeBuilder::place_of_missing(std::size_t next) const {
  for (std::size_t i = last_; i < next; ++i) {
    const char c = at(i);
    if (c == '#' && i > 0 && is_blank(at(i - 1))) {
      i = text_.find('\n', i);
      if (i == std::string_view::npos) return last_;
    } else if (c == ':' || (c == '-' && is_blank(at(i + 1)))) {
      return i + 1;
    }
  }
  return last_;
}

void TreeBuilder::OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) {
  const std::size_t begin = offset_of(mark);
  refuse_properties(begin, "", anchor);
  if (is_written_null(begin))
    return add({.plain = true}, begin, begin + (at(begin) == '~' ? 1 : 4));
  const std::size_t place = place_of_missing(begin);
  add({.plain = true}, place, place);
}

void TreeBuilder::OnAlias(const YAML::Mark& mark, YAML::anchor_t /*anchor*/) {
  const std::size_t begin = offset_of(mark);
  refuse("E145", begin, begin + 1, "an alias (`*name`) is not allowed", "write the value out");
}

void TreeBuilder::OnScalar(const YAML::Mark& mark, const std::string& tag,
                           YAML::anchor_t anchor, const std::string& read) {
  const std::string value = with_question_marks(read);
  const std::size_t begin = offset_of(mark);
  refuse_properties(begin, tag, anchor);
  const char first = at(begin);
  if (tag == "?") {
    const std::size_t end = end_of_folded(text_, begin, value);
    return add(make_plain(value), begin, end);
  }
  const bool block = first == '|' || first == '>';
  const bool quoted = first == '"' || first == '\'';
  const std::size_t end = block    ? end_of_block(text_, begin, value)
                          : quoted ? end_of_quoted(text_, begin)
                                   : end_of_folded(text_, begin, value);
  std::string text = block ? with_kept_line_ends(text_, begin, end, value) : value;
  add({.kind = Node::Kind::text, .text = std::move(text)}, begin, end);
}

void TreeBuilder::OnSequenceStart(const YAML::Mark& mark, const std::string& tag,
                                  YAML::anchor_t anchor, YAML::EmitterStyle::value /*style*/) {
  open(mark, Node::Kind::list, tag, anchor, false);
}

void TreeBuilder::OnMapStart(const YAML::Mark& mark, const std::string& tag,
                             YAML::anchor_t anchor, YAML::EmitterStyle::value style) {
  open(mark, Node::Kind::map, tag, anchor, style == YAML::EmitterStyle::Block);
}

void TreeBuilder::open(const YAML::Mark& mark, Node::Kind kind, const std::string& tag,
                       YAML::anchor_t anchor, bool properties_may_be_the_keys) {
  const std::size_t begin = offset_of(mark);
  if (anchor != 0 || !properties_may_be_the_keys || tag != "?") {
    refuse_properties(begin, tag, anchor);
  }
  if (expects_key()) {
    refuse("E153", begin, begin + 1, "a key cannot be a list or a group of fields",
           "write a key as one word and a colon: `title: ...`");
  }
  if (open_.size() >= static_cast<std::size_t>(max_depth_)) {
    refuse("E154", begin, begin + 1,
           "values are nested more than " + std::to_string(max_depth_) + " deep",
           "write the value in fewer levels");
  }
  open_.push_back(
      {.node = {.kind = kind}, .begin = begin, .key_next = kind == Node::Kind::map});
  last_ = begin;
}

void TreeBuilder::close() {
  Open closed = std::move(open_.back());
  open_.pop_back();
  std::size_t end = std::max(last_, closed.begin);
  const char bracket = at(closed.begin);
  if (bracket == '[' || bracket == '{') {
    const char wanted = bracket == '[' ? ']' : '}';
    if (closed.node.children.empty()) end = closed.begin + 1;
    while (end < text_.size() && text_[end] != wanted) {
      const bool comment = text_[end] == '#' && is_blank(text_[end - 1]);
      end = comment ? std::min(text_.find('\n', end), text_.size()) : end + 1;
    }
    end = std::min(end + 1, text_.size());
  }
  if (closed.node.is_map()) drop_duplicates(closed.node, found_);
  add(std::move(closed.node), closed.begin, end);
}

void TreeBuilder::add(Node node, std::size_t begin, std::size_t end) {
  node.span = positions_.span_of(begin, end);
  last_ = std::max(last_, end);
  if (open_.empty()) {
    root_ = std::move(node);
    return;
  }
  Open& parent = open_.back();
  if (parent.key_next) {
    if (node.kind == Node::Kind::null) {
      refuse("E153", begin, end, "a key cannot be empty",
             "write a key as one word and a colon: `title: ...`");
    }
    const std::string name = node.scalar();
    parent.node.keys.push_back({name, node.span});
    parent.key_next = false;
    return;
  }
  parent.node.children.push_back(std::move(node));
  parent.key_next = parent.node.is_map();
}

}  // namespace

void drop_duplicates(content::Node& map, Findings& found) {
  const std::vector<std::size_t> first = first_of_each(map.keys);
  std::size_t kept = 0;
  std::vector<std::size_t> place_of_kept(first.size());
  for (std::size_t i = 0; i < first.size(); ++i) {
    if (first[i] != i) {
      const Key& other = map.keys[place_of_kept[first[i]]];
      found.add(Diagnostic{.rule = "E142",
                           .where = found.place(map.keys[i].span),
                           .message = "the key `" + shorten(other.name, 60) + "` is here twice",
                           .hint = "keep one of the two; the first one was read",
                           .notes = {{found.place(other.span), "first used here"}}});
      continue;
    }
    place_of_kept[i] = kept;
    if (kept != i) {
      map.keys[kept] = std::move(map.keys[i]);
      map.children[kept] = std::move(map.children[i]);
    }
    ++kept;
  }
  map.keys.resize(kept);
  map.children.resize(kept);
}

TreeResult read_tree(std::size_t begin, std::size_t end, int max_depth, Findings& found) {
  TreeResult result;
  TreeBuilder builder(begin, end, max_depth, found);
  const std::string text =
      with_question_signs(found.positions().text().substr(begin, end - begin));
  ViewBuffer buffer(text);
  std::istream stream(&buffer);
  try {
    YAML::Parser parser(stream);
    result.ok = true;
    if (parser.HandleNextDocument(builder)) {
      result.node = builder.take();
      TreeBuilder rest(begin, end, max_depth, found);
      if (parser.HandleNextDocument(rest)) {
        result.ok = false;
        result.error = "text follows after the end of the document";
        result.error_at = builder.last();
      }
    }
  } catch (const YAML::Exception& exception) {
    result.ok = false;
    result.error = exception.msg;
    result.error_at = builder.offset_of(exception.mark);
  } catch (const Refused&) {
    result.ok = false;
    result.placed = true;
  }
  return result;
}

}  // namespace baraza::parse
