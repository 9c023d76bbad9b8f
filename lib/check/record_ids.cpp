#include "check/record_ids.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "base/text.hpp"
#include "check/problem_words.hpp"
#include "check/scalar_edit.hpp"

namespace baraza::check {

using content::Node;

namespace {

// Where the ids stand that an `x-ref` may name inside a file, and by which words of an item its
// writer may have named it instead.
struct ReferredList {
  std::string_view ref;
  std::string_view list;
  std::string_view name;
};

constexpr std::array<ReferredList, 3> referred_lists = {{
    {"source", "sources", "title"},
    {"actor", "actors", "name"},
    {"outcome", "outcomes", "claim"},
}};

constexpr std::size_t longest_name = 60;

std::string_view name_key(const std::string& list) {
  const auto* at = std::find_if(referred_lists.begin(), referred_lists.end(),
                                [&](const ReferredList& one) { return one.list == list; });
  return at->name;
}

}  // namespace

IdChecker::IdChecker(content::Record& record, Diagnostics& found)
    : record_(record), found_(found) {
  for (const ReferredList& one : referred_lists)
    defined_.emplace(one.ref, read_list(std::string(one.list)));
}

// A list that is missing or broken has a finding of its own; what points into it has none.
IdChecker::Defined IdChecker::read_list(const std::string& list) const {
  Defined defined{.list = list};
  const Node* items = record_.front.find(list);
  if (items == nullptr) {
    const std::string quoted = "`" + list + "`";
    for (const Diagnostic& known : found_.all())
      if (known.message.find(quoted) != std::string::npos ||
          known.hint.find(quoted) != std::string::npos)
        defined.certain = false;
    return defined;
  }
  defined.span = record_.front.find_key(list)->span;
  defined.certain = items->is_list();
  for (const Node& item : items->children) {
    std::string id = item.text_of("id");
    if (id.empty()) defined.certain = false;
    if (defined.names.contains(id)) defined.twice.insert(id);
    defined.names.emplace(std::move(id), item.text_of(name_key(list)));
  }
  return defined;
}

void IdChecker::check_reference(const Mark& mark) {
  const std::string& ref = mark.schema->words.ref;
  const std::string target = mark.at.node->scalar();
  if (ref == "case" || ref == "lesson") {
    record_.card.references.push_back(
        {.kind = ref, .target = target, .span = span_of(mark.at)});
    return;
  }
  const auto defined = defined_.find(ref);
  if (defined == defined_.end() || !defined->second.certain) return;
  if (!defined->second.names.contains(target)) add_unknown(mark, defined->second);
}

// The other ids of the innermost list that this one stands in.
std::set<std::string> IdChecker::ids_beside(const Mark& mark) const {
  const Node* node = &record_.front;
  const Node* list = nullptr;
  std::size_t own = 0;
  for (const std::string_view name : split(std::string_view(mark.at.pointer).substr(1), '/')) {
    if (node->is_list()) {
      list = node;
      own = 0;
      for (const char digit : name) own = own * 10 + static_cast<std::size_t>(digit - '0');
      node = own < list->children.size() ? &list->children[own] : nullptr;
    } else {
      node = node->find(name);
    }
    if (node == nullptr) break;
  }
  std::set<std::string> ids;
  if (list == nullptr) return ids;
  for (std::size_t i = 0; i < list->children.size(); ++i) {
    const Node& one = list->children[i];
    if (i != own) ids.insert(one.is_map() ? one.text_of("id") : one.scalar());
  }
  return ids;
}

// What the writer may have meant. A source is told by its title, since an id that is near by
// letters may be of another that says something else.
std::string IdChecker::hint_for(const Defined& defined, const std::vector<std::string>& near,
                                const std::string& target, bool by_letters) const {
  if (near.empty())
    return "add `" + target + "` to the list under `" + defined.list + "`, or take it out here";
  std::vector<std::string> names;
  names.reserve(near.size());
  for (const std::string& id : near) {
    const std::string& name = defined.names.at(id);
    names.push_back("`" + id + "`" +
                    (name.empty() ? "" : " (" + shorten(name, longest_name) + ")"));
  }
  std::string meant = names.front();
  for (std::size_t i = 1; i < names.size(); ++i)
    meant += (i + 1 == names.size() ? " or " : ", ") + names[i];
  if (!by_letters) return "did you mean " + meant + "?";
  return "the nearest id is " + meant + ": write it only if that source says what stands " +
         "here; else write another id of the list, or take `" + target + "` out";
}

// The ids of `s2 s12` or `s2; s12`, where the list has all of them.
std::vector<std::string> IdChecker::ids_in(std::string_view target, const Defined& defined) {
  std::vector<std::string> ids;
  while (!target.empty()) {
    const std::size_t end = std::min(target.find_first_of(" ;/&"), target.size());
    if (end > 0) ids.emplace_back(target.substr(0, end));
    target.remove_prefix(std::min(end + 1, target.size()));
  }
  const bool known =
      ids.size() > 1 && std::all_of(ids.begin(), ids.end(), [&](const std::string& id) {
        return defined.names.contains(id);
      });
  return known ? ids : std::vector<std::string>();
}

void IdChecker::add_unknown(const Mark& mark, const Defined& defined) {
  const std::string& ref = mark.schema->words.ref;
  const std::string target = mark.at.node->scalar();
  // An id, or the name of what it stands for.
  std::map<std::string, std::vector<std::string>> ids_by_word;
  for (const auto& [id, name] : defined.names) {
    ids_by_word[id].push_back(id);
    if (!name.empty() && name != id) ids_by_word[name].push_back(id);
  }
  std::vector<std::string> words;
  words.reserve(ids_by_word.size());
  for (const auto& [word, ids] : ids_by_word) words.push_back(word);
  std::vector<std::string> near;
  const auto named = ids_by_word.find(target);
  for (const std::string& word :
       named != ids_by_word.end() ? std::vector<std::string>{target} : nearest(words, target))
    for (const std::string& id : ids_by_word.at(word))
      if (std::find(near.begin(), near.end(), id) == near.end()) near.push_back(id);

  // What the list names already was not meant.
  const std::set<std::string> beside = ids_beside(mark);
  std::erase_if(near, [&](const std::string& id) { return beside.contains(id); });

  // It may be what one of two things with one id should be called.
  if (!defined.twice.empty() &&
      std::all_of(near.begin(), near.end(),
                  [&](const std::string& id) { return defined.twice.contains(id); }))
    return;

  // What is like nothing that is there was forgotten, and that is told once.
  if (near.empty() && !forgotten_.insert({ref, target}).second) return;
  Diagnostic unknown = {
      .severity = Severity::error,
      .rule = "E301",  // unknown-item
      .where = {record_.card.path, span_of(mark.at)},
      .message = "unknown " + ref + " `" + shorten(target, longest_name) + "`",
      .hint = {},
      .notes = {},
      .edits = {}};
  const std::vector<std::string> several = ids_in(target, defined);
  unknown.hint = several.empty() ? hint_for(defined, near, shorten(target, longest_name),
                                            ref == "source" && named == ids_by_word.end())
                                 : "put a comma between them: `" + join(several, ", ") + "`";
  if (defined.span.line > 0)
    unknown.notes.push_back(
        {{record_.card.path, defined.span}, "the " + defined.list + " are listed here"});
  if (named != ids_by_word.end() && near.size() == 1)
    unknown.edits = replace_scalar(*mark.at.node, near.front());
  found_.add(std::move(unknown));
}

void IdChecker::check_unique(const Mark& mark) {
  const std::string& pointer = mark.at.pointer;
  const std::string list = pointer.substr(0, pointer.find('/', 1));
  const std::string id = mark.at.node->scalar();
  const auto [first, is_new] = met_.emplace(std::pair(list, id), span_of(mark.at));
  if (is_new || first->second == span_of(mark.at)) return;
  found_.add({.severity = Severity::error,
              .rule = "E303",  // id-twice
              .where = {record_.card.path, span_of(mark.at)},
              .message = "`" + shorten(id, 60) + "` is the id of two things in `" +
                         list.substr(1) + "`",
              .hint = "give one of the two another id",
              .notes = {{{record_.card.path, first->second}, "first used here"}},
              .edits = {}});
}

}  // namespace baraza::check
