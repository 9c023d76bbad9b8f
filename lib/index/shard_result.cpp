#include "index/shard_result.hpp"

#include <utility>

#include "base/binary.hpp"

namespace baraza::index {
namespace {

void put(BinaryWriter& out, const MadeDocument& document) {
  out.text(document.id);
  out.number(document.docid);
  out.text(document.hash);
  out.flag(document.same);
  out.number(document.place.pack);
  out.number(document.place.offset);
  for (const std::uint32_t size : document.place.sizes) out.number(size);
}

MadeDocument take_document(BinaryReader& in) {
  MadeDocument document;
  document.id = in.text();
  document.docid = static_cast<std::uint32_t>(in.number());
  document.hash = in.text();
  document.same = in.flag();
  document.place.pack = static_cast<std::uint32_t>(in.number());
  document.place.offset = in.number();
  for (std::uint32_t& size : document.place.sizes)
    size = static_cast<std::uint32_t>(in.number());
  return document;
}

using Counts = std::map<std::string, std::int64_t>;

void put(BinaryWriter& out, const Counts& counts) {
  out.number(counts.size());
  for (const auto& [text, count] : counts) {
    out.text(text);
    out.flag(count < 0);
    out.number(static_cast<std::uint64_t>(count < 0 ? -count : count));
  }
}

Counts take_counts(BinaryReader& in) {
  Counts counts;
  for (std::size_t left = in.count(); left > 0 && in.ok(); --left) {
    std::string text = in.text();
    const bool less = in.flag();
    const auto count = static_cast<std::int64_t>(in.number());
    counts.emplace_hint(counts.end(), std::move(text), less ? -count : count);
  }
  return counts;
}

void put(BinaryWriter& out, const Diagnostic& reason) {
  for (const std::string* text :
       {&reason.rule, &reason.where.path, &reason.message, &reason.hint})
    out.text(*text);
}

Diagnostic take_reason(BinaryReader& in) {
  Diagnostic reason;
  for (std::string* text : {&reason.rule, &reason.where.path, &reason.message, &reason.hint})
    *text = in.text();
  return reason;
}

}  // namespace

std::string encode(const Result<ShardResult>& result) {
  BinaryWriter out;
  out.flag(result.has_value());
  if (!result) {
    put(out, result.error());
    return out.take();
  }
  out.number(result->groups.size());
  for (const std::vector<MadeDocument>& group : result->groups) {
    out.number(group.size());
    for (const MadeDocument& document : group) put(out, document);
  }
  out.number(result->files.size());
  for (const SealedFile& file : result->files) put(out, file);
  out.number(result->packed);
  out.number(result->pack_bytes);
  put(out, result->words);
  out.number(result->terms.size());
  for (const auto& [field, counts] : result->terms) {
    out.text(field);
    put(out, counts);
  }
  out.text(encode(Standings(result->standings)));
  return out.take();
}

Result<ShardResult> decode_shard_result(std::string_view bytes) {
  BinaryReader in(bytes);
  if (!in.flag()) return take_reason(in);
  ShardResult result;
  for (std::size_t left = in.count(); left > 0 && in.ok(); --left) {
    std::vector<MadeDocument>& group = result.groups.emplace_back();
    for (std::size_t more = in.count(); more > 0 && in.ok(); --more)
      group.push_back(take_document(in));
  }
  for (std::size_t left = in.count(); left > 0 && in.ok(); --left)
    result.files.push_back(take_sealed_file(in));
  result.packed = in.number();
  result.pack_bytes = in.number();
  result.words = take_counts(in);
  for (std::size_t left = in.count(); left > 0 && in.ok(); --left) {
    std::string field = in.text();
    result.terms[std::move(field)] = take_counts(in);
  }
  const Result<Standings> standings = decode_standings(in.view());
  if (!in.ok() || !in.at_end() || !standings)
    return Diagnostic{.message = "a worker's answer is not whole"};
  result.standings = standings->all();
  return result;
}

}  // namespace baraza::index
