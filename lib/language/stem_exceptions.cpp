#include "language/stem_exceptions.hpp"

#include <algorithm>
#include <array>

namespace baraza::language {
namespace {

struct Exception {
  std::string_view word;
  std::string_view stem;
};

// Sorted by word, as they are searched by halves.
constexpr Exception english[] = {
    {"built", "build"}, {"children", "child"}, {"criteria", "criterion"}, {"learnt", "learn"},
    {"men", "man"},     {"taught", "teach"},   {"women", "woman"},
};

// Short words, whose endings Snowball leaves because too little would remain.
constexpr Exception portuguese[] = {
    {"acao", "acao"},        {"acoes", "acao"},   {"caes", "cao"},     {"cidadaos", "cidada"},
    {"licao", "licao"},      {"licoes", "licao"}, {"maes", "mae"},     {"mao", "mao"},
    {"maos", "mao"},         {"nacao", "nacao"},  {"nacoes", "nacao"}, {"opcao", "opcao"},
    {"opcoes", "opcao"},     {"paes", "pao"},     {"pao", "pao"},      {"questao", "questao"},
    {"questoes", "questao"}, {"razao", "razao"},  {"razoes", "razao"}, {"visao", "visao"},
    {"visoes", "visao"},
};

// Nouns too short for a rule, those that a rule would join to another word, and plurals of
// their own.
constexpr Exception swahili[] = {
    {"cheti", "cheti"},
    {"choo", "choo"},
    {"chuo", "chuo"},
    {"jambo", "jambo"},
    {"jicho", "jicho"},
    {"jina", "jina"},
    {"jino", "jino"},
    {"kijana", "kijana"},
    {"kijiji", "kijiji"},
    {"kijijini", "kijiji"},
    {"kiti", "kiti"},
    {"kuta", "ukuta"},
    {"kutana", "kutan"},
    {"macho", "jicho"},
    {"majina", "jina"},
    {"mambo", "jambo"},
    {"meno", "jino"},
    {"miaka", "mwaka"},
    {"miezi", "mwezi"},
    {"miji", "mji"},
    {"milima", "mlima"},
    {"miti", "mti"},
    {"mito", "mto"},
    {"mji", "mji"},
    {"mjini", "mji"},
    {"mlima", "mlima"},
    {"mti", "mti"},
    {"mto", "mto"},
    {"mtu", "mtu"},
    {"mwaka", "mwaka"},
    {"mwanamke", "mwanamke"},
    {"mwanaume", "mwanaume"},
    {"mwenyekiti", "mwenyekiti"},
    {"mwezi", "mwezi"},
    {"nyimbo", "wimbo"},
    {"tamaduni", "utamaduni"},
    {"ukuta", "ukuta"},
    {"utamaduni", "utamaduni"},
    {"vijana", "kijana"},
    {"vijiji", "kijiji"},
    {"vijijini", "kijiji"},
    {"viti", "kiti"},
    {"vyeti", "cheti"},
    {"vyoo", "choo"},
    {"vyuo", "chuo"},
    {"wanaume", "mwanaume"},
    {"wanawake", "mwanamke"},
    {"watu", "mtu"},
    {"wenyeviti", "mwenyekiti"},
    {"wimbo", "wimbo"},
};

template <std::size_t size>
std::string_view find_in(const Exception (&list)[size], std::string_view word) {
  const auto* const at = std::lower_bound(
      std::begin(list), std::end(list), word,
      [](const Exception& one, std::string_view other) { return one.word < other; });
  return at != std::end(list) && at->word == word ? at->stem : std::string_view();
}

}  // namespace

std::string_view find_exception(std::string_view language, std::string_view word) {
  if (language == "en") return find_in(english, word);
  if (language == "pt") return find_in(portuguese, word);
  if (language == "sw") return find_in(swahili, word);
  return {};
}

}  // namespace baraza::language
