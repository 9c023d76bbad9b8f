// The stage index turns content into a Xapian database and answers questions from it; here is
// the index of a bank, open for reading: what search, show and list ask, without reading YAML.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "index/about.hpp"
#include "index/entry.hpp"
#include "index/pack.hpp"
#include "index/sheet.hpp"

namespace baraza::index {

class Marks;
class Speller;
struct Databases;  // Xapian's; see databases.hpp

// One generation. It goes on answering while a new one takes its place.
//
// What cannot be read fails with a message that says to run `baraza index`; where that is since
// the index is damaged, its rule is `damage`.
class Index {
 public:
  // The generation in use. Fails also where there is none, and where it was made by another
  // version.
  static Result<Index> open(const std::string& index_folder);
  // The generation in this folder, whether or not it is in use.
  static Result<Index> open_generation(const std::string& folder);
  Index(Index&& other) noexcept;
  Index& operator=(Index&& other) noexcept;
  Index(const Index&) = delete;
  Index& operator=(const Index&) = delete;
  ~Index();

  const About& about() const;
  const std::string& generation() const;  // its name

  // Entries are numbered from 0 in the order of their ids' bytes, so a case comes before its
  // lessons.
  std::size_t size() const;
  Result<Entry> entry(std::size_t number) const;
  Result<std::vector<Text>> texts(std::size_t number) const;
  Result<std::vector<Sheet>> sheets(std::size_t number) const;
  Result<std::vector<Entry>> entries() const;

  // The interface texts in the first of `languages` that there are some in, else in the bank's
  // own; null where its writer had none.
  Result<content::Node> interface_texts(const std::vector<std::string>& languages) const;

  // The number of the entry with this id; nothing if there is none.
  Result<std::optional<std::size_t>> find_number(std::string_view id) const;
  Result<std::optional<Entry>> find_entry(std::string_view id) const;
  // The lessons of a case, by id.
  Result<std::vector<Entry>> lessons_of(std::string_view case_id) const;
  // At most `most` entries whose ids begin so, by id.
  Result<std::vector<Entry>> entries_with(std::string_view begin, std::size_t most) const;
  // The ids a writer may have meant, nearest first, at most three.
  Result<std::vector<std::string>> nearest_ids(std::string_view id) const;

  // For the rest of this stage.
  const Databases& databases() const;
  // The entry of a document of Xapian's; nothing where the index is damaged.
  std::optional<std::size_t> number_of(std::uint32_t docid) const;
  // What is counted of the documents of each shard. They stay as long as the index.
  Result<std::vector<const Marks*>> marks() const;
  // All words with the number of documents they are in, by word.
  struct KnownWord {
    std::string text = {};
    std::size_t documents = 0;
  };
  Result<std::vector<KnownWord>> words() const;
  // Of these words and of those that stand in names with a meaning. It stays as long as the
  // index.
  Result<const Speller*> speller() const;

 private:
  struct Parts;
  Result<std::string> part(std::size_t number, Part part) const;
  explicit Index(std::unique_ptr<Parts> parts);

  std::unique_ptr<Parts> parts_;
};

}  // namespace baraza::index
