#include "check/key_advice.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "base/text.hpp"
#include "check/key_synonyms.hpp"
#include "check/problem_parts.hpp"
#include "check/problem_words.hpp"
#include "check/schema_keys.hpp"

namespace baraza::check {

using content::Node;

namespace {

// The records that a writer may take for each other.
struct Kind {
  std::string_view name;
  std::string_view words;
};
constexpr std::array<Kind, 4> kinds = {{{"case", "a case"},
                                        {"insight", "an insight"},
                                        {"digest", "a digest entry"},
                                        {"translation", "a translation"}}};

class KeyReader {
 public:
  KeyReader(const Problem& problem, const Node& root, const Subschema& schema,
            const SchemasByName& schemas)
      : map_(*problem.at.node),
        key_(map_.keys[problem.index].name),
        here_(*problem.schema),
        known_(known_keys(here_)),
        root_(root),
        root_schema_(schema),
        schemas_(schemas) {
    for (const std::string& key : known_)
      if (map_.find_key(key) == nullptr) absent_.push_back(key);
  }

  KeyAdvice read() {
    // From what is surely meant to what may be; the first that finds something ends it.
    if (read_tight_colon() || read_alike() || read_number() || read_synonym(absent_) ||
        read_near() || read_below() || read_above() || read_other_kind() || read_present())
      return std::move(advice_);
    if (!known_.empty() && known_.size() <= 10)
      advice_.hint = "the fields here are " + list_of(known_, "and");
    else if (const std::string_view own = own_kind(); !own.empty() && &map_ == &root_)
      advice_.hint = "`baraza schema " + std::string(own) + "` lists the keys that there are";
    return std::move(advice_);
  }

 private:
  bool take(std::vector<std::string> keys) {
    for (const std::string& key : keys) advice_.found.emplace_back(&map_, key);
    advice_.here = std::move(keys);
    return !advice_.here.empty();
  }

  // `title:Wells: a story`: YAML takes all of it up to the second colon for the key.
  bool read_tight_colon() {
    const std::size_t colon = key_.find(':');
    if (colon == std::string::npos) return false;
    const std::string name = key_.substr(0, colon);
    if (std::find(absent_.begin(), absent_.end(), name) == absent_.end()) return false;
    advice_.tight_colon = colon;
    return take({name});
  }

  bool read_alike() {
    std::vector<std::string> alike;
    for (const std::string& key : known_)
      if (is_alike(key, key_)) alike.push_back(key);
    if (alike.empty()) return false;
    advice_.only_spelling = alike.size() == 1 && map_.find_key(alike.front()) == nullptr;
    // Two spellings of one key in a map, and no third.
    const auto spellings =
        std::count_if(map_.keys.begin(), map_.keys.end(),
                      [&](const content::Key& key) { return is_alike(key.name, key_); });
    advice_.only_spelling = advice_.only_spelling && spellings == 1;
    return take(std::move(alike));
  }

  // `lesson` for `lessons`, `authors` for `author`.
  bool read_number() {
    for (const std::string& key : absent_)
      if (singular(key) == to_lower(key_) || key == singular(to_lower(key_)))
        return take({key});
    return false;
  }

  bool read_synonym(const std::vector<std::string>& among) {
    std::vector<std::string> meant;
    for (const std::string_view word : meant_by(key_))
      if (std::find(among.begin(), among.end(), word) != among.end() && meant.size() < 2)
        meant.emplace_back(word);
    return take(std::move(meant));
  }

  bool read_near() { return take(nearest(absent_, key_)); }

  // Does it belong to a value of this map, as `start` does to `period`?
  bool read_below() {
    std::vector<std::string> maps;
    std::vector<std::string> lists;
    for (const std::string& name : known_) {
      for (const Subschema* value : properties_named(here_, name)) {
        if (!properties_named(*value, key_).empty()) maps.push_back(name);
        for (const Subschema* part : same_value_parts(*value))
          if (part->items != nullptr && !properties_named(*part->items, key_).empty())
            lists.push_back(name);
      }
    }
    const std::vector<std::string>& owners = maps.empty() ? lists : maps;
    if (owners.empty() || owners.size() > 3) return false;
    advice_.hint = "`" + key_ + "` belongs " + (maps.empty() ? "to an item of " : "under ") +
                   list_of(owners, "or");
    for (const std::string& owner : owners) {
      advice_.found.emplace_back(&map_, owner);
      if (const Node* value = map_.find(owner); value != nullptr)
        advice_.found.emplace_back(value, key_);
    }
    return true;
  }

  // Is it a key of the whole file that stands too deep?
  bool read_above() {
    if (&map_ == &root_ || root_.find_key(key_) != nullptr ||
        properties_named(root_schema_, key_).empty())
      return false;
    advice_.hint = "`" + key_ + "` belongs to the whole file: begin its line without spaces";
    advice_.found.emplace_back(&root_, key_);
    return true;
  }

  // A translation has the texts of all kinds, so it is named only for a key that is its alone.
  bool read_other_kind() {
    if (&map_ != &root_ || own_kind().empty()) return false;
    std::string_view own;
    std::vector<std::string_view> others;
    for (const Kind& kind : kinds) {
      const auto at = schemas_.find(std::string(kind.name));
      if (at == schemas_.end() || at->second.compiled() == nullptr) continue;
      const Subschema& schema = *at->second.compiled()->root;
      if (&schema == &root_schema_)
        own = kind.words;
      else if (!properties_named(schema, key_).empty() &&
               (others.empty() || kind.name != "translation"))
        others.push_back(kind.words);
    }
    if (others.size() != 1) return false;
    advice_.hint = "`" + key_ + "` is a key of " + std::string(others.front()) +
                   ", and this is " + std::string(own);
    return true;
  }

  // The name of the schema that describes the file; empty for what is no record.
  std::string_view own_kind() const {
    for (const Kind& kind : kinds) {
      const auto at = schemas_.find(std::string(kind.name));
      if (at != schemas_.end() && at->second.compiled() != nullptr &&
          at->second.compiled()->root == &root_schema_)
        return kind.name;
    }
    return {};
  }

  // A key that is meant and stands here already.
  bool read_present() {
    std::vector<std::string> near = nearest(known_, key_);
    for (const std::string& key : known_)
      if (near.empty() && (singular(key) == key_ || key == singular(key_))) near = {key};
    if (near.empty() && read_synonym(known_)) near = advice_.here;
    return take(std::move(near));
  }

  const Node& map_;
  const std::string& key_;
  const Subschema& here_;
  std::vector<std::string> known_;
  std::vector<std::string> absent_ = {};
  const Node& root_;
  const Subschema& root_schema_;
  const SchemasByName& schemas_;
  KeyAdvice advice_ = {};
};

}  // namespace

KeyAdvice advise_key(const Problem& problem, const Node& root, const Subschema& schema,
                     const SchemasByName& schemas) {
  return KeyReader(problem, root, schema, schemas).read();
}

}  // namespace baraza::check
