#include "index/term_labels.hpp"

#include <algorithm>
#include <utility>

#include "index/entry.hpp"

namespace baraza::index {
namespace {

bool by_id(const TermLabel& a, const TermLabel& b) { return a.id < b.id; }

std::vector<TermLabel> decode(std::string_view bytes) {
  BinaryReader in(bytes);
  std::vector<TermLabel> terms;
  for (std::size_t left = in.count(); left > 0 && in.ok(); --left) {
    TermLabel& term = terms.emplace_back();
    term.id = in.text();
    term.label = take_texts(in);
    term.alt = take_words(in);
    term.csl = in.text();
    if (!in.ok()) terms.pop_back();
  }
  return terms;
}

}  // namespace

TermLabels::TermLabels(std::vector<TermLabel> terms) : terms_(std::move(terms)) {
  std::stable_sort(terms_.begin(), terms_.end(), by_id);
}

TermLabels TermLabels::of(std::string bytes) {
  TermLabels labels;
  labels.bytes_ = std::move(bytes);
  return labels;
}

const std::vector<TermLabel>& TermLabels::all() const {
  if (!bytes_.empty()) {
    terms_ = decode(bytes_);
    bytes_.clear();
  }
  return terms_;
}

const TermLabel* TermLabels::find(std::string_view id) const {
  const auto at = std::lower_bound(
      begin(), end(), id,
      [](const TermLabel& one, std::string_view other) { return one.id < other; });
  return at != end() && at->id == id ? &*at : nullptr;
}

std::string TermLabels::label(std::string_view id, std::string_view language) const {
  const TermLabel* const found = find(id);
  const std::string text =
      found == nullptr ? std::string() : content::text_in(found->label, language);
  return text.empty() ? std::string(id) : text;
}

void TermLabels::add(const std::vector<std::string>& ids) {
  std::vector<TermLabel> terms = all();
  for (const std::string& id : ids)
    if (find(id) == nullptr) terms.push_back({.id = id});
  std::stable_sort(terms.begin(), terms.end(), by_id);
  terms.erase(std::unique(terms.begin(), terms.end()), terms.end());
  terms_ = std::move(terms);
}

std::string encode(const TermLabels& labels) {
  BinaryWriter out;
  out.number(labels.size());
  for (const TermLabel& term : labels) {
    out.text(term.id);
    put_texts(out, term.label);
    put_words(out, term.alt);
    out.text(term.csl);
  }
  return out.take();
}

void put_texts(BinaryWriter& out, const content::Texts& texts) {
  out.number(texts.size());
  for (const auto& [key, text] : texts) {
    out.text(key);
    out.text(text);
  }
}

content::Texts take_texts(BinaryReader& in) {
  content::Texts texts;
  for (std::size_t left = in.count(); left > 0 && in.ok(); --left) {
    std::string key = in.text();
    texts[std::move(key)] = in.text();
  }
  return texts;
}

}  // namespace baraza::index
