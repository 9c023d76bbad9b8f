#include "language/portuguese.hpp"

#include "base/text.hpp"

namespace baraza::language {
namespace {

struct Ending {
  std::string_view plural;
  std::string_view singular;
  std::size_t least = 0;  // characters before it
};

// The first that fits is taken.
constexpr Ending endings[] = {
    {"ões", "ão", 1}, {"oes", "ão", 2}, {"ães", "ão", 1}, {"aes", "ão", 2}, {"ãos", "ão", 1},
    {"aos", "ão", 2}, {"ao", "ão", 2},  {"áis", "al", 2}, {"ais", "al", 2}, {"éis", "el", 2},
    {"eis", "el", 2}, {"óis", "ol", 1}, {"ois", "ol", 3}, {"uis", "ul", 2}, {"ns", "m", 2},
};

}  // namespace

std::string singular_portuguese(std::string_view word) {
  for (const Ending& ending : endings) {
    if (!word.ends_with(ending.plural)) continue;
    const std::string_view rest = word.substr(0, word.size() - ending.plural.size());
    if (count_characters(rest) < ending.least) continue;
    std::string result = std::string(rest) + std::string(ending.singular);
    // -cão is -ção: no other word ends so.
    if (result.ends_with("cão")) result.replace(result.size() - 4, 4, "ção");
    return result;
  }
  return std::string(word);
}

}  // namespace baraza::language
