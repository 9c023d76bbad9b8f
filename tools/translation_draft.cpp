#include "tools/translation_draft.hpp"

#include <algorithm>
#include <array>
#include <set>

#include "base/text.hpp"
#include "parse/bytes.hpp"
#include "parse/front_matter.hpp"
#include "tools/schema_view.hpp"
#include "tools/skeleton.hpp"

namespace baraza::tools {
namespace {

using content::Node;

constexpr std::size_t line_width = 110;   // of folded text, in characters
constexpr std::size_t longest_line = 70;  // of a text that stays in the line of its key

// Fields of a translation that are no texts of its original.
constexpr std::array<std::string_view, 7> own_fields = {
    "schema", "translation_of", "language", "source_hashes", "translators", "draft", "kind"};

bool is_own(std::string_view name) {
  return std::find(own_fields.begin(), own_fields.end(), name) != own_fields.end();
}

std::string spaces(std::size_t count) { return std::string(count, ' '); }

// May the text be folded, so that it reads back as it is? Its words stand one space apart.
bool can_fold(std::string_view text) {
  const bool spaced = text.find("  ") == std::string_view::npos && !text.ends_with(' ');
  return spaced && std::none_of(text.begin(), text.end(), [](char c) {
           return static_cast<unsigned char>(c) < ' ' || c == 0x7F;
         });
}

// The same of a text of several lines, kept line by line.
bool can_keep_lines(std::string_view text) {
  return !text.ends_with("\n\n") && std::none_of(text.begin(), text.end(), [](char c) {
    return (static_cast<unsigned char>(c) < ' ' && c != '\n') || c == 0x7F;
  });
}

std::string folded(std::string_view text, std::size_t indent) {
  std::string lines;
  std::size_t column = 0;
  for (const std::string_view word : split(text, ' ')) {
    const std::size_t width = count_characters(word);
    if (column > 0 && indent + column + 1 + width <= line_width) {
      lines.append(" ").append(word);
      column += 1 + width;
      continue;
    }
    lines.append("\n").append(spaces(indent)).append(word);
    column = width;
  }
  return lines + "\n";
}

std::string kept_lines(std::string_view text, std::size_t indent) {
  std::string lines = "\n";
  for (const std::string_view line : lines_of(text))
    lines += line.empty() ? "\n" : spaces(indent) + std::string(line) + "\n";
  return lines;
}

// What continues a line that ends in `key:` or `-`; the text's own lines stand at `indent`.
std::string yaml_text(const std::string& text, std::size_t indent) {
  if (text.find('\n') != std::string::npos && can_keep_lines(text))
    return std::string(text.ends_with('\n') ? " |" : " |-") + kept_lines(text, indent);
  if (count_characters(text) > longest_line && can_fold(text))
    return " >-" + folded(text, indent);
  return " " + yaml_scalar(text) + "\n";
}

class Draft {
 public:
  Draft(const Node& schema, const content::Record& original)
      : view_(schema, schema), original_(original) {}

  std::string write_fields(const std::string& language) {
    const Node* properties = view_.find("properties");
    text_ =
        "---\n"
        "# Replace each text that begins with `TO WRITE:` by its translation. Ids stay as they "
        "are.\n"
        "schema: translation/1\n"
        "translation_of: " +
        original_.card.id + "\nlanguage: " + yaml_scalar(language) +
        "\ndraft: true  # take this line out to publish\n";
    if (properties == nullptr || !properties->is_map()) return text_;
    if (properties->find("translators") != nullptr)
      text_ += "translators: [\"TO WRITE: your name\"]\n";
    const Node& front = original_.front;
    for (std::size_t i = 0; i < front.keys.size(); ++i) {
      const std::string& name = front.keys[i].name;
      if (const Node* schema = properties->find(name); schema != nullptr && !is_own(name))
        write_field(name, view_.at(*schema), front.children[i]);
    }
    return text_;
  }

  bool has(const std::string& path) const { return paths_.contains(path); }

 private:
  void write_field(const std::string& name, const SchemaView& schema, const Node& value) {
    if (schema.is("array")) return write_items(name, schema, value);
    if (schema.is("object")) return write_lists(name, schema, value);
    write_text(name + ":", 0, name, schema, value);
  }

  // A list of records, each named by the first field that it must have.
  void write_items(const std::string& name, const SchemaView& schema, const Node& value) {
    const Node* item = schema.find("items");
    if (item == nullptr || !value.is_list()) return;
    const SchemaView item_schema = schema.at(*item);
    const std::vector<std::string> required = item_schema.required();
    const Node* properties = item_schema.find("properties");
    if (required.empty() || properties == nullptr) return;
    std::string before;
    before.swap(text_);
    for (const Node& one : value.children)
      write_item(name, required.front(), item_schema, *properties, one);
    std::string items;
    items.swap(text_);
    text_ = std::move(before);
    if (items.empty()) return;
    if (!content::is_name(name + "/id/name")) {
      text_ += name + ":\n" + items;
      return;
    }
    text_ +=
        "# Names that are others in this language; take each `# ` away that you need:\n# " +
        name + ":\n";
    for (const std::string_view line : lines_of(items))
      text_ += "# " + std::string(line) + "\n";
  }

  void write_item(const std::string& name, const std::string& key, const SchemaView& schema,
                  const Node& properties, const Node& item) {
    const std::string id = item.text_of(key);
    if (id.empty()) return;
    std::string before;
    before.swap(text_);
    for (std::size_t i = 0; i < properties.keys.size(); ++i) {
      const std::string& field = properties.keys[i].name;
      const Node* value = item.find(field);
      if (field == key || value == nullptr) continue;
      std::string path = name;
      path.append("/").append(id).append("/").append(field);
      write_text(spaces(4) + field + ":", 4, path, schema.at(properties.children[i]), *value);
    }
    std::string texts;
    texts.swap(text_);
    text_ = std::move(before);
    if (!texts.empty()) text_ += "  - " + key + ": " + yaml_scalar(id) + "\n" + texts;
  }

  // A group of plain lists, whose items are told apart by their order.
  void write_lists(const std::string& name, const SchemaView& schema, const Node& value) {
    const Node* properties = schema.find("properties");
    if (properties == nullptr || !value.is_map()) return;
    bool first = true;
    for (std::size_t i = 0; i < properties->keys.size(); ++i) {
      const std::string& field = properties->keys[i].name;
      const std::vector<Node>& items = value.items_of(field);
      if (items.empty()) continue;
      if (first) text_ += name + ":\n";
      first = false;
      text_ += "  " + field + ":\n";
      const SchemaView list = schema.at(properties->children[i]);
      const Node* item = list.find("items");
      for (std::size_t number = 0; number < items.size(); ++number)
        write_text("    -", 4, join({name, field, std::to_string(number + 1)}, "/"),
                   item == nullptr ? list : list.at(*item), items[number]);
    }
  }

  void write_text(const std::string& lead, std::size_t indent, const std::string& path,
                  const SchemaView& schema, const Node& value) {
    if (!value.is_text() || value.text.empty()) return;
    std::string text = value.text;
    if (!content::is_name(path)) {
      paths_.insert(path);
      text.insert(0, content::unwritten_mark);
    }
    if (const Node* longest = schema.find("maxLength"); longest != nullptr)
      text = shorten(text, static_cast<std::size_t>(std::max(1.0, longest->number)));
    text_ += lead + yaml_text(text, indent + 2);
  }

  SchemaView view_;
  const content::Record& original_;
  std::string text_;
  std::set<std::string> paths_;  // of the texts that are in it
};

// Where the words of a line begin: behind the signs of quotes, lists, headings, footnotes and
// tables.
std::size_t start_of_words(std::string_view line) {
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  std::size_t at = 0;
  while (at < line.size()) {
    const std::string_view rest = line.substr(at);
    std::size_t sign = 0;
    if (std::string_view(" \t>|").find(rest[0]) != std::string_view::npos) {
      ++at;
      continue;
    }
    if (rest.starts_with("[^")) {
      sign = rest.find("]:");
      if (sign == std::string_view::npos) break;
      at += sign + 2;
      continue;
    }
    if (rest[0] == '#')
      while (sign < rest.size() && rest[sign] == '#') ++sign;
    else if (std::string_view("-*+").find(rest[0]) != std::string_view::npos)
      sign = 1;
    else if (is_digit(rest[0])) {
      while (sign < rest.size() && is_digit(rest[sign])) ++sign;
      if (sign < rest.size() && (rest[sign] == '.' || rest[sign] == ')'))
        ++sign;
      else
        break;
    }
    if (sign == 0 || sign >= rest.size() || (rest[sign] != ' ' && rest[sign] != '\t')) break;
    at += sign;
  }
  return at;
}

bool opens_code(std::string_view line) {
  const std::string_view text = trim(line);
  return text.starts_with("```") || text.starts_with("~~~");
}

}  // namespace

std::string mark_passages(std::string_view body, int first_line,
                          const std::vector<content::Passage>& passages) {
  std::set<int> lines;
  for (const content::Passage& passage : passages) lines.insert(passage.line);
  std::string text;
  int number = first_line;
  for (const std::string_view line : lines_of(body)) {
    std::string own(line);
    if (lines.contains(number++) && !opens_code(line))
      own.insert(start_of_words(line), content::unwritten_mark);
    text += own + "\n";
  }
  return text;
}

TranslationDraft draft_translation(const Node& schema, const content::Record& original,
                                   std::string_view file, const std::string& language) {
  Draft draft(schema, original);
  TranslationDraft made{.text = draft.write_fields(language)};
  std::vector<content::TextMark> kept;
  for (const content::TextMark& mark : content::text_marks(original)) {
    if (mark.hash == 0 || content::is_name(mark.path)) continue;
    if (mark.path == "body" || draft.has(mark.path))
      kept.push_back(mark);
    else
      made.no_place.push_back(mark.path);
  }
  if (SchemaView(schema, schema).find("properties") != nullptr)
    made.text += content::hash_lines({content::HashPlace::Style::new_key, {}, 2}, kept);
  made.text += "---\n";
  const std::string_view text = parse::without_mark(file);
  if (const Result<parse::SplitText> split = parse::split_front_matter(text, {}))
    made.text += mark_passages(split->body, split->body_line, original.body.passages);
  return made;
}

}  // namespace baraza::tools
