#include "tools/skeleton.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "base/text.hpp"
#include "content/record.hpp"
#include "tools/format/wrap.hpp"
#include "tools/schema_view.hpp"

namespace baraza::tools {
namespace {

using content::Node;

constexpr int deepest = 8;  // records in records; a schema that refers to itself stops here

std::string trimmed(std::string text) {
  while (text.ends_with(' ')) text.pop_back();
  return text;
}

std::string to_yaml(const Node& value) {
  if (value.is_text()) return yaml_scalar(value.text);
  if (!value.is_list() && !value.is_map()) return value.scalar();
  std::string text = value.is_list() ? "[" : "{";
  for (std::size_t i = 0; i < value.children.size(); ++i) {
    if (i > 0) text += ", ";
    if (value.is_map()) text += value.keys[i].name + ": ";
    text += to_yaml(value.children[i]);
  }
  return text + (value.is_list() ? "]" : "}");
}

class Skeleton {
 public:
  Skeleton(const Node& schema, const content::Vocabularies& vocabularies, const Given& given)
      : root_(schema), vocabularies_(vocabularies), given_(given), view_(schema, schema) {}

  std::string write() {
    text_ = "---\n";
    const Node* properties = view_.find("properties");
    const std::vector<std::string> required = root_.texts_of("required");
    if (properties != nullptr && properties->is_map()) {
      for (std::size_t i = 0; i < properties->keys.size(); ++i)
        if (is_said(properties->keys[i].name, required))
          write_property(properties->keys[i].name, properties->children[i], 0);
      if (properties->find("draft") != nullptr)
        text_ += "draft: true  # take this line out to publish\n";
      write_comments(*properties, required, true,
                     "To publish it, also say this; take each `# ` away and write:");
      write_comments(*properties, required, false, "You may also say:");
      name_others(*properties, required);
    } else {
      for (const auto& [name, text] : given_.texts)
        text_ += name + ": " + yaml_scalar(text) + "\n";
    }
    text_ += "---\n";
    write_body();
    return text_;
  }

  // One field alone.
  std::string write(const std::string& name, const Node& field) {
    write_property(name, field, 0);
    return text_;
  }

 private:
  bool is_said(const std::string& name, const std::vector<std::string>& required) const {
    return given_.terms.contains(name) || given_.texts.contains(name) ||
           given_.items.contains(name) ||
           std::find(required.begin(), required.end(), name) != required.end();
  }

  void write_property(const std::string& name, const Node& schema, int depth) {
    const std::string indent(static_cast<std::size_t>(depth) * 2, ' ');
    text_ += indent + name + ":";
    if (depth > 0 || !write_given(name, schema)) write_value(view_.at(schema), name, depth);
  }

  // Continues a line that ends in `key:` with what the writer has said, if that is something.
  bool write_given(const std::string& name, const Node& schema) {
    if (const auto text = given_.texts.find(name); text != given_.texts.end()) {
      text_ += " " + yaml_scalar(text->second) + "\n";
      return true;
    }
    if (const auto terms = given_.terms.find(name); terms != given_.terms.end()) {
      text_ += " [" + join(terms->second, ", ") + "]\n";
      return true;
    }
    const auto items = given_.items.find(name);
    const Node* item = view_.at(schema).find("items");
    if (items == given_.items.end() || item == nullptr) return false;
    text_ += "\n";
    for (const std::string& value : items->second.values) {
      text_ += "  -";
      write_object(view_.at(*item), name, 1, true, {items->second.key, value});
    }
    return true;
  }

  // Continues a line that ends in `key:` or `-`.
  void write_value(const SchemaView& schema, const std::string& name, int depth) {
    for (const std::string_view keyword : {"const", "examples", "default", "enum"}) {
      const Node* value = schema.find(keyword);
      std::string remark =
          keyword == "examples" ? "  # " + std::string(content::example_mark) : "";
      if (value != nullptr && value->is_list()) {
        if (keyword == "enum") remark = others_of(*value);
        value = value->children.empty() ? nullptr : value->children.data();
      }
      if (value == nullptr) continue;
      text_ += " " + to_yaml(*value) + remark + "\n";
      return;
    }
    if (const std::string vocabulary = schema.text("x-vocabulary"); !vocabulary.empty())
      return write_term(vocabulary);
    if (const std::string kind = schema.text("x-ref"); !kind.empty()) {
      text_ += kind == "source"   ? " s1\n"
               : kind == "lesson" ? " \"some-case#some-lesson\"\n"
                                  : " name-it\n";
      return;
    }
    if (schema.is("array") && schema.find("items") != nullptr)
      return write_list(schema, name, depth);
    if (schema.is("object")) return write_object(schema, name, depth);
    if (schema.is("string")) return write_words(schema, name);
    text_ += schema.is("boolean")
                 ? " false\n"
                 : " " +
                       (schema.find("minimum") != nullptr ? schema.text("minimum")
                                                          : std::string("0")) +
                       "\n";
  }

  // What else a field may say whose first value is written.
  static std::string others_of(const Node& values) {
    std::vector<std::string> others;
    for (std::size_t i = 1; i < values.children.size(); ++i)
      others.push_back(to_yaml(values.children[i]));
    return others.empty() ? std::string() : "  # or " + join(others, ", ");
  }

  void write_term(const std::string& vocabulary) {
    const content::Vocabulary* list = vocabularies_.find(vocabulary);
    if (list == nullptr || list->terms.empty()) {
      text_ += " name-it\n";
      return;
    }
    std::vector<std::string> ids;
    for (const content::Term& term : list->terms)
      if (!term.deprecated) ids.push_back(term.id);
    text_ += " " + ids.front() + "  # or " + join({ids.begin() + 1, ids.end()}, ", ") + "\n";
  }

  void write_list(const SchemaView& schema, const std::string& name, int depth) {
    const SchemaView item = schema.at(*schema.find("items"));
    if (item.is("object") && !item.is("string")) {
      text_ += "\n" + std::string(static_cast<std::size_t>(depth) * 2 + 2, ' ') + "-";
      write_object(item, name, depth + 1, true);
      return;
    }
    text_ += "\n" + std::string(static_cast<std::size_t>(depth) * 2 + 2, ' ') + "-";
    write_value(item, name, depth + 1);
  }

  // `given` is a key and its value, where that is known.
  void write_object(const SchemaView& schema, const std::string& name, int depth,
                    bool in_list = false,
                    const std::pair<std::string, std::string>& given = {}) {
    const Node* properties = schema.find("properties");
    const std::vector<std::string> required = schema.required();
    if (properties == nullptr || required.empty() || depth > deepest) {
      text_ += " {}\n";
      return;
    }
    list_names_.push_back(name);
    if (!in_list) text_ += "\n";
    const std::string indent(static_cast<std::size_t>(depth) * 2 + 2, ' ');
    bool first = in_list;
    for (std::size_t i = 0; i < properties->keys.size(); ++i) {
      const std::string& key = properties->keys[i].name;
      if (std::find(required.begin(), required.end(), key) == required.end()) continue;
      text_ += (first ? " " : indent) + key + ":";
      first = false;
      if (key == given.first)
        text_ += " " + yaml_scalar(given.second) + "\n";
      else
        write_value(view_.at(properties->children[i]), key, depth + 1);
    }
    list_names_.pop_back();
  }

  void write_words(const SchemaView& schema, const std::string& name) {
    if (name == "id") {
      text_ += !list_names_.empty() && list_names_.back() == "sources" ? " s1\n" : " name-it\n";
      return;
    }
    std::string words = std::string(content::unwritten_mark) + schema.text("description");
    if (const Node* longest = schema.find("maxLength"); longest != nullptr)
      words = shorten(words, static_cast<std::size_t>(std::max(1.0, longest->number)));
    text_ += " " + yaml_scalar(words) + "\n";
  }

  void write_comments(const Node& properties, const std::vector<std::string>& required,
                      bool to_publish, std::string_view heading) {
    bool any = false;
    for (std::size_t i = 0; i < properties.keys.size(); ++i) {
      const std::string& name = properties.keys[i].name;
      const SchemaView schema = view_.at(properties.children[i]);
      const bool publishes = schema.text("x-publish") == "true";
      if (is_said(name, required) || is_own(name) || publishes != to_publish) continue;
      if (!to_publish && !is_usual(properties, schema)) continue;
      if (!any) text_ += "\n# " + std::string(heading) + "\n";
      any = true;
      if (to_publish)
        write_commented(name, properties.children[i]);
      else
        text_ += trimmed("# " + name + ":  " + schema.text("description")) + "\n";
    }
  }

  // Fields that the draft writes, or that no writer does.
  static bool is_own(const std::string& name) { return name == "draft" || name == "kind"; }

  // Does a field take a writer's minutes, as the schema tells of some? Where it does so of
  // none, all are as usual.
  bool is_usual(const Node& properties, const SchemaView& field) const {
    return field.find("x-minutes") != nullptr ||
           std::none_of(
               properties.children.begin(), properties.children.end(),
               [&](const Node& one) { return view_.at(one).find("x-minutes") != nullptr; });
  }

  // What few writers need: the names alone, and where more is told.
  void name_others(const Node& properties, const std::vector<std::string>& required) {
    std::vector<std::string> names;
    for (std::size_t i = 0; i < properties.keys.size(); ++i) {
      const std::string& name = properties.keys[i].name;
      const SchemaView schema = view_.at(properties.children[i]);
      const bool shown = is_usual(properties, schema) || schema.text("x-publish") == "true";
      if (!is_said(name, required) && !is_own(name) && !shown) names.push_back(name);
    }
    if (names.empty()) return;
    std::string words = "More fields: " + join(names, ", ") + ".";
    if (!given_.schema.empty())
      words += " `baraza schema " + given_.schema +
               " FIELD` tells what a field is for and how it is written.";
    text_ += "\n" + wrapped(words, text_width, "# ");
  }

  // The field whole, so that taking the `#`s away leaves something to fill in.
  void write_commented(const std::string& name, const Node& schema) {
    std::string before;
    before.swap(text_);
    write_property(name, schema, 0);
    for (const std::string_view line : lines_of(text_))
      before += "# " + std::string(line) + "\n";
    text_ = std::move(before);
  }

  void write_body() {
    const Node* sections = view_.find("x-sections");
    if (sections == nullptr || !sections->is_list()) {
      text_ += "\n" + std::string(content::unwritten_mark) + "the text, in Markdown.\n";
      return;
    }
    for (const Node& section : sections->children)
      text_ += "\n## " + section.scalar() + "\n\n" + std::string(content::unwritten_mark) +
               "this part, in Markdown.\n";
  }

  const Node& root_;
  const content::Vocabularies& vocabularies_;
  const Given& given_;
  SchemaView view_;
  std::string text_;
  std::vector<std::string> list_names_;  // of the lists round the value being written
};

}  // namespace

std::string write_skeleton(const Node& schema, const content::Vocabularies& vocabularies,
                           const Given& given) {
  return Skeleton(schema, vocabularies, given).write();
}

std::string write_field(const Node& root, const Node& field, const std::string& name,
                        const content::Vocabularies& vocabularies) {
  return Skeleton(root, vocabularies, {}).write(name, field);
}

std::string yaml_scalar(std::string_view text) {
  static const std::set<std::string> words = {"",   "true", "false", "null", "yes",
                                              "no", "on",   "off",   "y",    "n"};
  const auto letter = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c & 0x80) != 0;
  };
  bool plain = !text.empty() && letter(text.front()) && text.back() != ' ' &&
               text.back() != ':' && !words.contains(to_lower(text)) &&
               text.find(": ") == std::string_view::npos &&
               text.find('#') == std::string_view::npos;
  std::string quoted = "\"";
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < ' ' || byte == 0x7F) plain = false;
    if (c == '"' || c == '\\') quoted += '\\';
    if (byte < ' ')
      quoted += c == '\n' ? "\\n" : c == '\t' ? "\\t" : " ";
    else
      quoted += c;
  }
  return plain ? std::string(text) : quoted + "\"";
}

}  // namespace baraza::tools
