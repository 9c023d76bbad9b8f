#include "tools/skeleton.hpp"

#include <algorithm>
#include <set>

#include "base/text.hpp"
#include "content/record.hpp"

namespace baraza::tools {
namespace {

using content::Node;

constexpr int deepest = 8;  // records in records; a schema that refers to itself stops here

// A schema with its local references followed: keywords beside a `$ref` come first.
class SchemaView {
 public:
  SchemaView(const Node& root, const Node& schema) : root_(root) {
    const Node* next = &schema;
    for (int i = 0; i < deepest && next != nullptr; ++i) {
      parts_.push_back(next);
      next = resolve(next->text_of("$ref"));
    }
  }

  const Node* find(std::string_view keyword) const {
    for (const Node* part : parts_)
      if (const Node* value = part->find(keyword); value != nullptr) return value;
    return nullptr;
  }
  std::string text(std::string_view keyword) const {
    const Node* value = find(keyword);
    return value == nullptr ? std::string() : value->scalar();
  }
  bool is(std::string_view type) const {
    const Node* types = find("type");
    if (types == nullptr) return false;
    if (!types->is_list()) return types->scalar() == type;
    return std::any_of(types->children.begin(), types->children.end(),
                       [&](const Node& one) { return one.scalar() == type; });
  }
  SchemaView at(const Node& schema) const { return {root_, schema}; }

 private:
  const Node* resolve(const std::string& reference) const {
    if (reference.rfind("#/", 0) != 0) return nullptr;
    const Node* node = &root_;
    for (const std::string_view step : split(std::string_view(reference).substr(2), '/')) {
      if (node == nullptr) break;
      node = node->find(step);
    }
    return node;
  }

  const Node& root_;
  std::vector<const Node*> parts_;
};

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
    } else {
      text_ += "title: " + yaml_scalar(given_.title) + "\n";
    }
    text_ += "---\n";
    write_body();
    return text_;
  }

 private:
  bool is_said(const std::string& name, const std::vector<std::string>& required) const {
    return given_.terms.contains(name) || name == "title" ||
           std::find(required.begin(), required.end(), name) != required.end();
  }

  void write_property(const std::string& name, const Node& schema, int depth) {
    const std::string indent(static_cast<std::size_t>(depth) * 2, ' ');
    text_ += indent + name + ":";
    if (depth == 0 && name == "title") {
      text_ += " " + yaml_scalar(given_.title) + "\n";
      return;
    }
    if (const auto terms = given_.terms.find(name); depth == 0 && terms != given_.terms.end()) {
      text_ += " [" + join(terms->second, ", ") + "]\n";
      return;
    }
    write_value(view_.at(schema), name, depth);
  }

  // Continues a line that ends in `key:` or `-`.
  void write_value(const SchemaView& schema, const std::string& name, int depth) {
    for (const std::string_view keyword : {"const", "examples", "default", "enum"}) {
      const Node* value = schema.find(keyword);
      if (value != nullptr && value->is_list())
        value = value->children.empty() ? nullptr : value->children.data();
      if (value == nullptr) continue;
      const bool example = keyword == "examples";
      text_ += " " + to_yaml(*value) + (example ? "  # an example; write your own\n" : "\n");
      return;
    }
    if (const std::string vocabulary = schema.text("x-vocabulary"); !vocabulary.empty())
      return write_term(vocabulary);
    if (const std::string kind = schema.text("x-ref"); !kind.empty()) {
      text_ += kind == "source" ? " s1\n" : " " + std::string("name-it") + "\n";
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

  void write_object(const SchemaView& schema, const std::string& name, int depth,
                    bool in_list = false) {
    const Node* properties = schema.find("properties");
    const Node* required = schema.find("required");
    if (properties == nullptr || required == nullptr || depth > deepest) {
      text_ += " {}\n";
      return;
    }
    list_names_.push_back(name);
    if (!in_list) text_ += "\n";
    bool first = in_list;
    for (std::size_t i = 0; i < properties->keys.size(); ++i) {
      const std::string& key = properties->keys[i].name;
      const bool wanted = std::any_of(required->children.begin(), required->children.end(),
                                      [&](const Node& one) { return one.scalar() == key; });
      if (!wanted) continue;
      if (first) {
        text_ += " " + key + ":";
        write_value(view_.at(properties->children[i]), key, depth + 1);
        first = false;
      } else {
        write_property(key, properties->children[i], depth + 1);
      }
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
      const Node* publish = properties.children[i].find("x-publish");
      const bool publishes = publish != nullptr && publish->boolean;
      if (is_said(name, required) || name == "draft" || name == "kind" ||
          publishes != to_publish)
        continue;
      if (!any) text_ += "\n# " + std::string(heading) + "\n";
      any = true;
      if (to_publish)
        write_commented(name, properties.children[i]);
      else
        text_ += trimmed("# " + name + ":  " +
                         view_.at(properties.children[i]).text("description")) +
                 "\n";
    }
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

std::string yaml_scalar(std::string_view text) {
  static const std::set<std::string> words = {"",   "true", "false", "null", "yes",
                                              "no", "on",   "off",   "y",    "n"};
  const auto letter = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c & 0x80) != 0;
  };
  bool plain = !text.empty() && letter(text.front()) && text.back() != ' ' &&
               text.back() != ':' && !words.contains(to_lower(text)) &&
               text.find(": ") == std::string_view::npos &&
               text.find(" #") == std::string_view::npos;
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
