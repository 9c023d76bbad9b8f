#include "tools/schema_field.hpp"

#include <algorithm>
#include <ostream>
#include <utility>

#include "base/text.hpp"
#include "check/formats.hpp"
#include "tools/format/terminal.hpp"
#include "tools/format/wrap.hpp"
#include "tools/skeleton.hpp"

namespace baraza::tools {
namespace {

using content::Node;

constexpr std::size_t deepest = 6;  // fields in fields; a schema may refer to itself
constexpr std::string_view column = "            ";

// `schema` and what it says of values of some kinds alone.
std::vector<SchemaView> cases_of(const SchemaView& schema) {
  std::vector<SchemaView> cases = {schema};
  for (const std::string_view branch : {"then", "else"})
    if (const Node* node = schema.find(branch); node != nullptr)
      cases.push_back(schema.at(*node));
  return cases;
}

// The properties of a group of fields, or of each in a list of them; null where it is none.
const Node* properties_of(const SchemaView& schema) {
  for (const SchemaView& one : cases_of(schema)) {
    if (const Node* properties = one.find("properties"); properties != nullptr)
      return properties->is_map() ? properties : nullptr;
    const Node* items = one.find("items");
    if (items == nullptr || !items->is_map()) continue;
    for (const SchemaView& item : cases_of(schema.at(*items)))
      if (const Node* properties = item.find("properties"); properties != nullptr)
        return properties->is_map() ? properties : nullptr;
  }
  return nullptr;
}

// What must be there of them.
std::vector<std::string> required_of(const SchemaView& schema) {
  std::vector<std::string> names;
  for (const SchemaView& one : cases_of(schema)) {
    if (names = one.required(); !names.empty()) return names;
    const Node* items = one.find("items");
    if (items == nullptr || !items->is_map()) continue;
    for (const SchemaView& item : cases_of(schema.at(*items)))
      if (names = item.required(); !names.empty()) return names;
  }
  return names;
}

void add_paths(const SchemaView& schema, const std::string& before, std::size_t depth,
               std::vector<std::string>& paths) {
  const Node* properties = properties_of(schema);
  if (properties == nullptr || depth > deepest) return;
  for (std::size_t i = 0; i < properties->keys.size(); ++i) {
    paths.push_back(before + properties->keys[i].name);
    add_paths(schema.at(properties->children[i]), paths.back() + "/", depth + 1, paths);
  }
}

// ` of at least 1 and at most 3 characters`, of the limits that are there.
std::string limits(const SchemaView& schema, std::string_view least, std::string_view most,
                   std::string_view unit) {
  const std::string low = schema.text(least);
  const std::string high = schema.text(most);
  std::string text;
  if (!low.empty()) text += " at least " + low;
  if (!high.empty()) text += std::string(low.empty() ? "" : " and") + " at most " + high;
  if (text.empty()) return text;
  return " of" + text + (unit.empty() ? "" : " " + std::string(unit));
}

std::string form_of_text(const SchemaView& schema) {
  if (const check::Format* format = check::find_format(schema.text("format"));
      format != nullptr)
    return std::string(format->noun);
  return "text" + limits(schema, "minLength", "maxLength", "characters");
}

std::string form_of_reference(const std::string& kind) {
  if (kind == "case") return "the id of a record";
  if (kind == "lesson") return "a lesson of a case, `case#lesson`, in quotes";
  return "the id of " + std::string(kind == "source" ? "a " : "an ") + kind +
         " of the same file";
}

std::string form_of_list(const SchemaView& schema) {
  const Node* items = schema.find("items");
  std::string form = "a list" + limits(schema, "minItems", "maxItems", "");
  if (items != nullptr && items->is_map()) form += "; each is " + form_of(schema.at(*items));
  return form;
}

std::string form_of_type(const SchemaView& schema, const std::string& type) {
  if (type == "string") return form_of_text(schema);
  if (type == "array") return form_of_list(schema);
  if (type == "object") return "a group of fields";
  if (type == "boolean") return "`true` or `false`";
  if (type == "integer") return "a whole number" + limits(schema, "minimum", "maximum", "");
  if (type == "number") return "a number" + limits(schema, "minimum", "maximum", "");
  return "nothing";
}

// Of a value that may be of several kinds, what the schema says of this one, in its `then` or
// its `else`.
std::string form_of_kind(const SchemaView& schema, const std::string& type) {
  const Node* test = schema.find("if");
  const Node* branch =
      test == nullptr ? nullptr : schema.find(test->text_of("type") == type ? "then" : "else");
  if (branch == nullptr) return form_of_type(schema, type);
  const SchemaView own = schema.at(*branch);
  for (const std::string_view word : {"const", "enum", "x-vocabulary", "x-ref"})
    if (own.find(word) != nullptr) return form_of(own);
  return type == "array" ? form_of_list(own) : form_of_type(schema, type);
}

class FieldPage {
 public:
  FieldPage(const Node& root, std::string name, std::string path,
            const content::Vocabularies& vocabularies, const Env& env)
      : view_(root, *find_field(root, path)),
        root_(root),
        name_(std::move(name)),
        path_(std::move(path)),
        vocabularies_(vocabularies),
        env_(env) {}

  void print() const {
    const Paint paint{env_.colour_out};
    const std::string title = view_.text("title");
    const bool other = !title.empty() && to_lower(title) != own_name();
    env_.out << paint(colour::bold, path_) << (other ? ", on the site `" + title + "`" : "")
             << '\n';
    say("", view_.text("description"));
    say("form", form_of(view_));
    say("", view_.text("x-message"));
    say("needed", needed());
    if (const std::string list = vocabulary(); !list.empty())
      say("terms", "`baraza schema " + list + "` lists them");
    print_fields();
    print_example();
  }

 private:
  std::string own_name() const { return path_.substr(path_.rfind('/') + 1); }

  void say(std::string_view what, const std::string& words) const {
    if (words.empty()) return;
    const std::string lead =
        "  " + std::string(what) + std::string(column.substr(2 + what.size()));
    env_.out << hung(lead, words, env_.width_out);
  }

  std::string needed() const {
    const std::size_t slash = path_.rfind('/');
    const SchemaView parent(
        root_, slash == std::string::npos ? root_ : *find_field(root_, path_.substr(0, slash)));
    const std::vector<std::string> required = required_of(parent);
    if (std::find(required.begin(), required.end(), own_name()) != required.end())
      return "always";
    const Node* publish = view_.find("x-publish");
    return publish != nullptr && publish->boolean ? "to publish it" : "no";
  }

  std::string vocabulary() const {
    for (const SchemaView& one : cases_of(view_)) {
      const Node* items = one.find("items");
      const std::string name = items == nullptr || !items->is_map()
                                   ? one.text("x-vocabulary")
                                   : view_.at(*items).text("x-vocabulary");
      if (!name.empty()) return name == "frameworks" ? name : "vocabularies/" + name;
    }
    return {};
  }

  void print_fields() const {
    const Node* properties = properties_of(view_);
    if (properties == nullptr) return;
    const std::vector<std::string> required = required_of(view_);
    std::size_t widest = 0;
    for (const content::Key& key : properties->keys) widest = std::max(widest, key.name.size());
    env_.out << "\nIts fields; `baraza schema " << name_ << " " << path_
             << "/FIELD` tells more of one:\n";
    for (std::size_t i = 0; i < properties->keys.size(); ++i) {
      const std::string& key = properties->keys[i].name;
      const bool must = std::find(required.begin(), required.end(), key) != required.end();
      env_.out << hung(
          "  " + key + std::string(widest - key.size() + 2, ' '),
          view_.at(properties->children[i]).text("description") + (must ? " Needed." : ""),
          env_.width_out);
    }
  }

  void print_example() const {
    const std::string yaml =
        write_field(root_, *find_field(root_, path_), own_name(), vocabularies_);
    env_.out << "\nAs it is written:\n";
    for (const std::string_view line : lines_of(yaml)) env_.out << "  " << line << '\n';
  }

  SchemaView view_;
  const Node& root_;
  std::string name_;
  std::string path_;
  const content::Vocabularies& vocabularies_;
  const Env& env_;
};

}  // namespace

const Node* find_field(const Node& root, std::string_view path) {
  const Node* field = &root;
  for (const std::string_view step : split(path, '/')) {
    const Node* properties = properties_of(SchemaView(root, *field));
    field = properties == nullptr ? nullptr : properties->find(step);
    if (field == nullptr) return nullptr;
  }
  return field;
}

std::vector<std::string> field_paths(const Node& root) {
  std::vector<std::string> paths;
  add_paths(SchemaView(root, root), "", 0, paths);
  return paths;
}

void print_field(const Node& root, const std::string& name, const std::string& path,
                 const content::Vocabularies& vocabularies, const Env& env) {
  FieldPage(root, name, path, vocabularies, env).print();
}

std::string form_of(const SchemaView& schema) {
  if (const Node* only = schema.find("const"); only != nullptr)
    return "`" + only->scalar() + "`";
  if (const Node* values = schema.find("enum"); values != nullptr) {
    std::vector<std::string> words;
    for (const Node& value : values->children) words.push_back("`" + value.scalar() + "`");
    return "one of " + join(words, ", ");
  }
  if (const std::string list = schema.text("x-vocabulary"); !list.empty())
    return list == "frameworks" ? "a framework and one of its terms, `framework/term`"
                                : "the id of one of the terms of `" + list + "`";
  if (const std::string kind = schema.text("x-ref"); !kind.empty())
    return form_of_reference(kind);
  const Node* types = schema.find("type");
  if (types == nullptr) return "any value";
  if (!types->is_list()) return form_of_type(schema, types->scalar());
  // A date is written as a text or as a number, which is no matter for its writer.
  if (check::find_format(schema.text("format")) != nullptr) return form_of_text(schema);
  std::vector<std::string> forms;
  for (const Node& type : types->children) forms.push_back(form_of_kind(schema, type.scalar()));
  return join(forms, ", or ");
}

}  // namespace baraza::tools
