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
    {"became", "becom"},      {"began", "begin"},
    {"begun", "begin"},       {"bought", "buy"},
    {"broke", "break"},       {"broken", "break"},
    {"brought", "bring"},     {"built", "build"},
    {"came", "come"},         {"caught", "catch"},
    {"children", "child"},    {"chose", "choos"},
    {"chosen", "choos"},      {"criteria", "criterion"},
    {"dealt", "deal"},        {"drawn", "draw"},
    {"drew", "draw"},         {"driven", "drive"},
    {"drove", "drive"},       {"fallen", "fall"},
    {"fed", "feed"},          {"feet", "foot"},
    {"fell", "fall"},         {"felt", "feel"},
    {"forgave", "forgiv"},    {"forgiven", "forgiv"},
    {"forgot", "forget"},     {"forgotten", "forget"},
    {"fought", "fight"},      {"gave", "give"},
    {"given", "give"},        {"grew", "grow"},
    {"grown", "grow"},        {"held", "hold"},
    {"hidden", "hide"},       {"kept", "keep"},
    {"knew", "know"},         {"known", "know"},
    {"learnt", "learn"},      {"led", "lead"},
    {"lent", "lend"},         {"lost", "lose"},
    {"made", "make"},         {"meant", "mean"},
    {"men", "man"},           {"met", "meet"},
    {"mice", "mous"},         {"overcame", "overcom"},
    {"paid", "pay"},          {"ran", "run"},
    {"rebuilt", "rebuild"},   {"repaid", "repay"},
    {"risen", "rise"},        {"said", "say"},
    {"seen", "see"},          {"sent", "send"},
    {"shaken", "shake"},      {"shook", "shake"},
    {"shown", "show"},        {"slept", "sleep"},
    {"sold", "sell"},         {"sought", "seek"},
    {"spent", "spend"},       {"spoke", "speak"},
    {"spoken", "speak"},      {"stole", "steal"},
    {"stolen", "steal"},      {"stood", "stand"},
    {"swept", "sweep"},       {"swore", "swear"},
    {"sworn", "swear"},       {"taken", "take"},
    {"taught", "teach"},      {"teeth", "tooth"},
    {"thought", "think"},     {"threw", "throw"},
    {"thrown", "throw"},      {"told", "tell"},
    {"took", "take"},         {"understood", "understand"},
    {"wept", "weep"},         {"withdrawn", "withdraw"},
    {"withdrew", "withdraw"}, {"withheld", "withhold"},
    {"women", "woman"},       {"won", "win"},
    {"written", "write"},     {"wrote", "write"},
};

// Plurals that the plural step would bring to another singular, or leave as they are.
constexpr Exception portuguese[] = {
    {"ageis", "agil"},       {"caes", "cao"},     {"cao", "cao"},        {"civis", "civil"},
    {"dificeis", "dificil"}, {"faceis", "facil"}, {"frageis", "fragil"}, {"leis", "lei"},
    {"maes", "mae"},         {"mao", "mao"},      {"maos", "mao"},       {"paes", "pao"},
    {"pao", "pao"},          {"reis", "rei"},     {"uteis", "util"},
};

// Nouns too short for a rule, those that a rule would join to another word, and plurals of
// their own.
constexpr Exception swahili[] = {
    {"jambo", "jambo"},
    {"jicho", "jicho"},
    {"jina", "jina"},
    {"jino", "jino"},
    {"kifo", "kifo"},
    {"kijana", "kijana"},
    {"kijiji", "kijiji"},
    {"kijijini", "kijiji"},
    {"kiti", "kiti"},
    {"kuta", "ukuta"},
    {"macho", "jicho"},
    {"majina", "jina"},
    {"majini", "maji"},
    {"mambo", "jambo"},
    {"mazao", "zao"},
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
    {"mwanakijiji", "mwanakijiji"},
    {"mwanamke", "mwanamke"},
    {"mwanaume", "mwanaume"},
    {"mwandishi", "andish"},
    {"mwenyekiti", "mwenyekiti"},
    {"mwezi", "mwezi"},
    {"nyakati", "wakati"},
    {"nyimbo", "wimbo"},
    {"tamaduni", "utamaduni"},
    {"ukuta", "ukuta"},
    {"uliza", "uli"},
    {"utajiri", "tajir"},
    {"utamaduni", "utamaduni"},
    {"vifo", "kifo"},
    {"vijana", "kijana"},
    {"vijiji", "kijiji"},
    {"vijijini", "kijiji"},
    {"viti", "kiti"},
    {"waandishi", "andish"},
    {"wakati", "wakati"},
    {"wanakijiji", "mwanakijiji"},
    {"wanaume", "mwanaume"},
    {"wanawake", "mwanamke"},
    {"watu", "mtu"},
    {"waziri", "wazir"},
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
