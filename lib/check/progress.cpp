#include "check/progress.hpp"

#include <algorithm>
#include <utility>

#include "base/text.hpp"

namespace baraza::check {
namespace {

using content::Node;

constexpr int usual_minutes = 5;  // of a part for which the schema says nothing
constexpr int text_minutes = 30;  // of the text, the longest part

// Is there a value, and nothing in it that a new record came with?
bool is_written(const Node* value) {
  if (value == nullptr || value->kind == Node::Kind::null) return false;
  if (value->is_text())
    return !trim(value->text).empty() && !content::is_unwritten(value->text);
  if (value->is_list() || value->is_map())
    return !value->children.empty() &&
           std::all_of(value->children.begin(), value->children.end(),
                       [](const Node& child) { return is_written(&child); });
  return true;
}

bool is_written(const content::Body& body) {
  return !body.passages.empty() &&
         std::none_of(body.passages.begin(), body.passages.end(),
                      [](const auto& passage) { return content::is_unwritten(passage.text); });
}

std::string description_of(const Node& property) {
  std::string text = property.text_of("description");
  if (text.ends_with('.')) text.pop_back();
  return text;
}

}  // namespace

Progress progress_of(const Node& schema, const content::Record& record) {
  Progress progress;
  const auto add = [&](bool written, Step step) {
    ++progress.parts;
    if (written)
      ++progress.written;
    else
      progress.missing.push_back(std::move(step));
  };
  const std::vector<std::string> required = schema.texts_of("required");
  const Node* properties = schema.find("properties");
  for (std::size_t i = 0; properties != nullptr && i < properties->keys.size(); ++i) {
    const std::string& field = properties->keys[i].name;
    const Node& property = properties->children[i];
    const Node* minutes = property.find("x-minutes");
    const Node* publish = property.find("x-publish");
    const bool must = std::find(required.begin(), required.end(), field) != required.end() ||
                      (publish != nullptr && publish->boolean);
    if ((!must && minutes == nullptr) || property.find("const") != nullptr) continue;
    add(is_written(record.front.find(field)),
        {.field = field,
         .minutes = minutes == nullptr ? usual_minutes : static_cast<int>(minutes->number),
         .must = must,
         .what = description_of(property)});
  }
  add(is_written(record.body),
      {.minutes = text_minutes, .must = true, .what = "the story, in Markdown"});
  std::stable_sort(progress.missing.begin(), progress.missing.end(),
                   [](const Step& a, const Step& b) {
                     return std::pair(a.minutes, !a.must) < std::pair(b.minutes, !b.must);
                   });
  return progress;
}

}  // namespace baraza::check
