#include "language/sentences.hpp"

#include <memory>
#include <string>

#include <unicode/brkiter.h>
#include <unicode/filteredbrk.h>
#include <unicode/locid.h>
#include <unicode/utext.h>

namespace baraza::language {
namespace {

struct Closer {
  void operator()(UText* text) const { utext_close(text); }
};

std::unique_ptr<icu::BreakIterator> make_breaker(std::string_view language) {
  UErrorCode status = U_ZERO_ERROR;
  icu::Locale locale = icu::Locale::forLanguageTag(
      icu::StringPiece(language.data(), static_cast<int32_t>(language.size())), status);
  if (U_FAILURE(status) || locale.isBogus()) locale = icu::Locale::getRoot();
  status = U_ZERO_ERROR;
  std::unique_ptr<icu::BreakIterator> plain(
      icu::BreakIterator::createSentenceInstance(locale, status));
  if (U_FAILURE(status)) return nullptr;
  const std::unique_ptr<icu::FilteredBreakIteratorBuilder> builder(
      icu::FilteredBreakIteratorBuilder::createInstance(locale, status));
  if (U_FAILURE(status) || builder == nullptr) return plain;
  std::unique_ptr<icu::BreakIterator> filtered(builder->build(plain.release(), status));
  return U_FAILURE(status) ? nullptr : std::move(filtered);
}

// The breaker of a language, kept for the next text: to make one takes longer than to use it.
icu::BreakIterator* breaker_of(std::string_view language) {
  thread_local std::string known;
  thread_local std::unique_ptr<icu::BreakIterator> breaker;
  if (breaker == nullptr || known != language) {
    breaker = make_breaker(language);
    known = language;
  }
  return breaker.get();
}

bool is_latin_capital(char c) { return c >= 'A' && c <= 'Z'; }

// Does `before` end with an initial, as in `J. K. Rowling`?
bool ends_with_initial(std::string_view before) {
  while (!before.empty() && before.back() == ' ') before.remove_suffix(1);
  const std::size_t size = before.size();
  return size >= 2 && before[size - 1] == '.' && is_latin_capital(before[size - 2]) &&
         (size == 2 || before[size - 3] == ' ' || before[size - 3] == '.');
}

}  // namespace

std::vector<std::size_t> sentence_starts(std::string_view text, std::string_view language) {
  if (text.empty()) return {};
  std::vector<std::size_t> starts = {0};
  icu::BreakIterator* const breaker = breaker_of(language);
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UText, Closer> bytes(
      utext_openUTF8(nullptr, text.data(), static_cast<int64_t>(text.size()), &status));
  if (breaker == nullptr || U_FAILURE(status)) return starts;
  breaker->setText(bytes.get(), status);
  if (U_FAILURE(status)) return starts;
  for (int32_t at = breaker->next(); at != icu::BreakIterator::DONE; at = breaker->next()) {
    const auto start = static_cast<std::size_t>(at);
    if (start > starts.back() && start < text.size() &&
        !ends_with_initial(text.substr(0, start)))
      starts.push_back(start);
  }
  return starts;
}

}  // namespace baraza::language
