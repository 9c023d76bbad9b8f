#include "language/stem.hpp"

#include <libstemmer.h>

#include "base/text.hpp"
#include "language/fold.hpp"
#include "language/portuguese.hpp"
#include "language/stem_exceptions.hpp"
#include "language/swahili.hpp"

namespace baraza::language {

std::string primary_language(std::string_view tag) {
  return to_lower(tag.substr(0, tag.find_first_of("-_")));
}

void Stemmer::Closer::operator()(sb_stemmer* stemmer) const { sb_stemmer_delete(stemmer); }

Stemmer::Stemmer(std::string_view language) : language_(primary_language(language)) {
  if (language_ == "nb" || language_ == "nn") language_ = "no";
  // Snowball also answers to names, as `english` and `porter`, which are no language tags.
  if (language_.size() == 2) stemmer_.reset(sb_stemmer_new(language_.c_str(), "UTF_8"));
}

std::string Stemmer::stem(const Word& word) const {
  if (const std::string_view known = find_exception(language_, word.text); !known.empty())
    return std::string(known);
  if (language_ == "sw") return stem_swahili(word.text);
  if (!stemmer_) return word.text;

  const std::string whole =
      language_ == "pt" ? singular_portuguese(word.for_stemmer()) : word.for_stemmer();
  const auto* symbols = reinterpret_cast<const sb_symbol*>(whole.data());
  const sb_symbol* stem =
      sb_stemmer_stem(stemmer_.get(), symbols, static_cast<int>(whole.size()));
  if (stem == nullptr) return word.text;  // out of memory
  const std::string result(reinterpret_cast<const char*>(stem),
                           static_cast<std::size_t>(sb_stemmer_length(stemmer_.get())));
  return result.empty() ? word.text : fold_accents(result);
}

}  // namespace baraza::language
