#include "index/words_known.hpp"

#include <string_view>
#include <utility>

#include "base/binary.hpp"
#include "base/files.hpp"
#include "index/damaged.hpp"

namespace baraza::index {
namespace {

constexpr const char* words_name = "words";

Result<std::vector<Index::KnownWord>> decode_words(std::string_view bytes) {
  BinaryReader in(bytes);
  std::vector<Index::KnownWord> words;
  words.reserve(in.count());
  while (in.ok() && !in.at_end()) {
    Index::KnownWord& word = words.emplace_back();
    word.text = in.text();
    word.documents = static_cast<std::size_t>(in.number());
  }
  if (!in.ok()) return damaged("`words` does not read as written");
  return words;
}

}  // namespace

Result<std::vector<Index::KnownWord>> read_words(const std::string& folder) {
  return read_side_file(folder, words_name, decode_words);
}

Status write_words(const std::string& folder, const std::vector<Index::KnownWord>& words) {
  BinaryWriter out;
  out.number(words.size());
  for (const Index::KnownWord& word : words) {
    out.text(word.text);
    out.number(word.documents);
  }
  return write_whole(join_path(folder, words_name), with_hash(out.bytes()));
}

std::vector<Index::KnownWord> counted_anew(const std::vector<Index::KnownWord>& words,
                                           const std::map<std::string, std::int64_t>& more) {
  std::vector<Index::KnownWord> result;
  result.reserve(words.size() + more.size());
  const auto add = [&](const std::string& text, std::int64_t documents) {
    if (documents > 0) result.push_back({text, static_cast<std::size_t>(documents)});
  };
  auto at = more.begin();
  for (const Index::KnownWord& word : words) {
    for (; at != more.end() && at->first < word.text; ++at) add(at->first, at->second);
    const bool counted = at != more.end() && at->first == word.text;
    add(word.text, static_cast<std::int64_t>(word.documents) + (counted ? at->second : 0));
    if (counted) ++at;
  }
  for (; at != more.end(); ++at) add(at->first, at->second);
  return result;
}

}  // namespace baraza::index
