#include "index/origin.hpp"

#include <string_view>
#include <utility>

#include "base/binary.hpp"
#include "base/hash.hpp"
#include "index/damaged.hpp"
#include "language/stem.hpp"
#include "language/stop_words.hpp"
#include "language/words.hpp"

namespace baraza::index {
namespace {

void put(BinaryWriter& out, const std::vector<FileHash>& files) {
  out.number(files.size());
  for (const FileHash& file : files) {
    out.text(file.path);
    out.text(file.hash);
  }
}

std::vector<FileHash> take_files(BinaryReader& in) {
  std::vector<FileHash> files;
  for (std::size_t left = in.count(); left > 0 && in.ok(); --left) {
    FileHash& file = files.emplace_back();
    file.path = in.text();
    file.hash = in.text();
  }
  return files;
}

OriginGroup take_group(BinaryReader& in) {
  OriginGroup group;
  group.id = in.text();
  group.hash = in.text();
  for (std::size_t left = in.count(); left > 0 && in.ok(); --left) {
    OriginDocument& document = group.documents.emplace_back();
    document.docid = static_cast<std::uint32_t>(in.number());
    document.hash = in.text();
  }
  return group;
}

TermCounts take_terms(BinaryReader& in) {
  TermCounts terms;
  for (std::size_t left = in.count(); left > 0 && in.ok(); --left) {
    auto& counts = terms[in.text()];
    for (std::size_t more = in.count(); more > 0 && in.ok(); --more) {
      std::string term = in.text();
      counts[std::move(term)] = static_cast<std::int64_t>(in.number());
    }
  }
  return terms;
}

}  // namespace

std::string encode(const Origin& origin) {
  BinaryWriter out;
  out.text(origin.answers);
  out.text(origin.program);
  out.text(origin.language);
  put(out, origin.definitions);
  put(out, origin.files);
  out.number(origin.groups.size());
  for (const OriginGroup& group : origin.groups) {
    out.text(group.id);
    out.text(group.hash);
    out.number(group.documents.size());
    for (const OriginDocument& document : group.documents) {
      out.number(document.docid);
      out.text(document.hash);
    }
  }
  out.number(origin.terms.size());
  for (const auto& [field, counts] : origin.terms) {
    out.text(field);
    out.number(counts.size());
    for (const auto& [term, count] : counts) {
      out.text(term);
      out.number(static_cast<std::uint64_t>(count));
    }
  }
  out.number(origin.packed.size());
  for (const std::uint64_t bytes : origin.packed) out.number(bytes);
  return out.take();
}

Result<Origin> decode_origin(std::string_view bytes) {
  BinaryReader in(bytes);
  Origin origin;
  origin.answers = in.text();
  origin.program = in.text();
  origin.language = in.text();
  origin.definitions = take_files(in);
  origin.files = take_files(in);
  for (std::size_t left = in.count(); left > 0 && in.ok(); --left)
    origin.groups.push_back(take_group(in));
  origin.terms = take_terms(in);
  for (std::size_t left = in.count(); left > 0 && in.ok(); --left)
    origin.packed.push_back(in.number());
  if (!in.ok() || !in.at_end()) return damaged("what it was made of does not read as written");
  return origin;
}

std::string language_mark() {
  constexpr std::string_view sample =
      "The teachers' village-level libraries weren't running 1,000 U.S. programmes in "
      "2010–2015; "
      "vitabu vya walimu wanasoma; membaca bacaan pembangunan; lições das nações; "
      "enseñanzas de las escuelas; l'école des communautés; किताबों की लड़कियाँ; "
      "المدارس والمعلمون; школьные учителя; 他们在学校教书; โรงเรียนในหมู่บ้าน";
  std::string all = std::to_string(language::words_version);
  for (const std::string language :
       {"ar", "de", "en", "es", "fr", "hi", "id", "it", "nl", "pt", "ru", "sw", "ta", "tr"}) {
    const language::Stemmer stemmer(language);
    for (const language::Word& word : language::words_of(sample))
      all += '\n' + word.text + ' ' + stemmer.stem(word) +
             (language::is_stop_word(word.text, language) ? " stop" : "");
  }
  return hash_of(all);
}

std::vector<Change> find_changes(const std::vector<FileHash>& before,
                                 const std::vector<FileHash>& now) {
  std::vector<Change> changes;
  auto old = before.begin();
  auto file = now.begin();
  while (old != before.end() || file != now.end()) {
    if (file == now.end() || (old != before.end() && old->path < file->path)) {
      changes.push_back({Change::Kind::removed, old->path});
      ++old;
    } else if (old == before.end() || file->path < old->path) {
      changes.push_back({Change::Kind::added, file->path});
      ++file;
    } else {
      if (old->hash != file->hash) changes.push_back({Change::Kind::changed, file->path});
      ++old;
      ++file;
    }
  }
  return changes;
}

}  // namespace baraza::index
