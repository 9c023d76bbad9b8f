#include "language/stop_words.hpp"

#include <algorithm>
#include <set>

#include "base/text.hpp"
#include "language/stem.hpp"

namespace baraza::language {
namespace {

// Sorted by bytes, as they are searched by halves; folded and without accents, as queries are.
constexpr std::string_view english[] = {
    "a",       "about",   "above",      "after",      "again", "against", "all",     "also",
    "am",      "an",      "and",        "any",        "are",   "as",      "at",      "be",
    "because", "been",    "before",     "being",      "below", "between", "both",    "but",
    "by",      "can",     "cannot",     "could",      "did",   "do",      "does",    "doing",
    "down",    "during",  "each",       "few",        "for",   "from",    "further", "get",
    "gets",    "getting", "got",        "had",        "has",   "have",    "having",  "he",
    "her",     "here",    "hers",       "herself",    "him",   "himself", "his",     "how",
    "i",       "if",      "in",         "into",       "is",    "it",      "its",     "itself",
    "just",    "me",      "more",       "most",       "my",    "myself",  "no",      "nor",
    "not",     "of",      "off",        "on",         "once",  "only",    "or",      "other",
    "our",     "ours",    "ourselves",  "out",        "over",  "own",     "same",    "she",
    "should",  "so",      "some",       "such",       "than",  "that",    "the",     "their",
    "theirs",  "them",    "themselves", "then",       "there", "these",   "they",    "this",
    "those",   "through", "to",         "too",        "under", "until",   "up",      "upon",
    "very",    "was",     "we",         "were",       "what",  "when",    "where",   "which",
    "while",   "who",     "whom",       "why",        "will",  "with",    "would",   "you",
    "your",    "yours",   "yourself",   "yourselves",
};

constexpr std::string_view french[] = {
    "a",     "ai",   "aux",  "avec",  "c",    "ce",  "ces", "cette", "d",     "dans",  "de",
    "des",   "du",   "elle", "elles", "en",   "est", "et",  "etait", "ete",   "etre",  "eux",
    "il",    "ils",  "j",    "je",    "l",    "la",  "le",  "les",   "leur",  "leurs", "lui",
    "m",     "ma",   "mais", "me",    "meme", "mes", "moi", "mon",   "n",     "ne",    "nos",
    "notre", "nous", "on",   "ont",   "ou",   "par", "pas", "pour",  "qu",    "que",   "qui",
    "s",     "sa",   "sans", "se",    "ses",  "si",  "son", "sont",  "sur",   "t",     "ta",
    "te",    "tes",  "toi",  "ton",   "tu",   "un",  "une", "vos",   "votre", "vous",  "y",
};

constexpr std::string_view hindi[] = {
    "अपना", "अपनी", "अपने",  "अभी", "आदि", "आप",   "इन",   "इनका", "इनकी", "इनके",  "इस",
    "इसका", "इसकी", "इसके",  "इसमें", "इसी", "उन",   "उनका", "उनकी", "उनके",  "उस",   "उसका",
    "उसकी", "उसके",  "उसे",   "एक",  "एवं",  "ऐसे",   "और",   "कई",   "कर",   "करता", "करते",
    "करना", "करने",  "कहा",  "का",  "कि",  "किया", "किसी", "की",   "कुछ",   "के",    "को",
    "कोई",  "गई",   "गए",   "गया", "जब",  "जहां",  "जा",   "जाता", "जाती", "जाते",  "जिस",
    "जिसे",  "जो",   "तक",   "तथा", "तब",  "तो",   "था",   "थी",   "थे",    "दिया", "द्वारा",
    "न",    "नहीं",  "ने",    "पर",  "फिर", "बहुत",  "बाद",  "भी",   "में",    "मैं",    "यदि",
    "यह",   "यहां",  "यही",  "या",  "ये",   "रहा",  "रही",  "रहे",   "लिए",  "लिया", "व",
    "वह",   "वहां",  "वाली", "वाले", "वे",   "सकता", "सकते",  "सब",   "साथ",  "से",    "हम",
    "ही",   "हुआ",   "हुई",   "हुए",  "हूं",   "है",    "हैं",    "हो",   "होता", "होती", "होते",
    "होना", "होने",
};

constexpr std::string_view indonesian[] = {
    "ada",    "adalah", "agar",     "akan",   "antara",   "apa",      "apakah",   "atas",
    "atau",   "bagi",   "bahwa",    "banyak", "beberapa", "belum",    "bisa",     "dan",
    "dapat",  "dari",   "dengan",   "di",     "dia",      "hanya",    "harus",    "ia",
    "ini",    "itu",    "jika",     "juga",   "kami",     "karena",   "ke",       "kepada",
    "ketika", "kita",   "lagi",     "lain",   "maka",     "masih",    "mereka",   "oleh",
    "pada",   "para",   "saat",     "saja",   "sampai",   "sangat",   "saya",     "sebagai",
    "sebuah", "sedang", "sehingga", "sejak",  "seperti",  "serta",    "setelah",  "setiap",
    "suatu",  "sudah",  "tanpa",    "telah",  "tentang",  "terhadap", "tersebut", "tetapi",
    "tidak",  "untuk",  "yaitu",    "yang",
};

constexpr std::string_view portuguese[] = {
    "a",     "ao",    "aos",   "aquela", "aquele", "aquilo", "as",     "ate",  "com",   "como",
    "da",    "das",   "de",    "dela",   "dele",   "deles",  "depois", "do",   "dos",   "e",
    "ela",   "elas",  "ele",   "eles",   "em",     "entre",  "era",    "eram", "essa",  "esse",
    "esta",  "estao", "estar", "estas",  "este",   "estes",  "eu",     "foi",  "for",   "foram",
    "ha",    "isso",  "isto",  "ja",     "lhe",    "lhes",   "mais",   "mas",  "me",    "mesmo",
    "meu",   "minha", "muito", "na",     "nao",    "nas",    "nem",    "no",   "nos",   "nossa",
    "nosso", "num",   "numa",  "o",      "os",     "ou",     "para",   "pela", "pelas", "pelo",
    "pelos", "por",   "qual",  "quando", "que",    "quem",   "sao",    "se",   "seja",  "sem",
    "ser",   "seu",   "seus",  "so",     "sua",    "suas",   "tambem", "te",   "tem",   "ter",
    "teve",  "tinha", "um",    "uma",    "umas",   "uns",    "voce",
};

constexpr std::string_view swahili[] = {
    "alikuwa", "ama",    "ambao",  "ambapo", "ambaye", "au",    "baada",  "bado",   "basi",
    "bila",    "cha",    "chake",  "changu", "gani",   "hadi",  "hao",    "hapa",   "hapo",
    "haya",    "hayo",   "hii",    "hiki",   "hili",   "hilo",  "hivi",   "hivyo",  "hiyo",
    "hizi",    "hizo",   "huku",   "huo",    "huu",    "huyo",  "huyu",   "ila",    "ile",
    "ili",     "ingawa", "ja",     "je",     "juu",    "kabla", "kama",   "karibu", "katika",
    "kila",    "kisha",  "kuhusu", "kutoka", "kuwa",   "kwa",   "kwamba", "kwani",  "kwenye",
    "la",      "lake",   "lakini", "langu",  "lao",    "lile",  "lini",   "mbele",  "mimi",
    "mpaka",   "na",     "nao",    "naye",   "ndani",  "ndio",  "ndiyo",  "ni",     "nini",
    "nje",     "pamoja", "pia",    "sana",   "sasa",   "si",    "sisi",   "tena",   "tu",
    "vile",    "vya",    "vyake",  "wa",     "wake",   "wala",  "wale",   "wangu",  "wao",
    "wetu",    "wewe",   "wote",   "ya",     "yake",   "yako",  "yale",   "yangu",  "yao",
    "yote",    "yule",   "za",     "zake",   "zao",    "zote",
};

template <std::size_t size>
bool holds(const std::string_view (&list)[size], std::string_view word) {
  return std::binary_search(std::begin(list), std::end(list), word);
}

}  // namespace

bool is_stop_word(std::string_view word, std::string_view language) {
  const std::string primary = primary_language(language);
  if (primary == "en") return holds(english, word);
  if (primary == "fr") return holds(french, word);
  if (primary == "hi") return holds(hindi, word);
  if (primary == "id") return holds(indonesian, word);
  if (primary == "pt") return holds(portuguese, word);
  if (primary == "sw") return holds(swahili, word);
  return false;
}

bool is_stop_word_of_any(std::string_view word, const std::vector<std::string>& languages) {
  return std::any_of(languages.begin(), languages.end(),
                     [&](const std::string& language) { return is_stop_word(word, language); });
}

std::string most_stop_words(const std::vector<std::string>& words,
                            const std::vector<std::string>& languages) {
  std::string best;
  std::ptrdiff_t most = 0;
  for (const std::string& language : languages) {
    const auto number = std::count_if(words.begin(), words.end(), [&](const std::string& word) {
      return is_stop_word(word, language);
    });
    if (number <= most) continue;
    best = language;
    most = number;
  }
  return best;
}

std::string guess_language(const std::vector<std::string>& words,
                           const std::vector<std::string>& likely) {
  const auto in_devanagari = [](std::string_view word) {
    if (word.empty()) return false;
    const char32_t letter = take_character(word);
    return letter >= 0x0900 && letter <= 0x097F;
  };
  if (std::any_of(words.begin(), words.end(), in_devanagari)) return "hi";
  std::vector<std::string> languages = likely;
  for (const char* const listed : {"en", "fr", "id", "pt", "sw"})
    languages.emplace_back(listed);
  const std::string best = most_stop_words(words, languages);
  std::set<std::string_view> telling;
  std::size_t letters = 0;
  for (const std::string& word : words) {
    if (!is_stop_word(word, best)) continue;
    telling.insert(word);
    letters = std::max(letters, count_characters(word));
  }
  constexpr std::size_t long_enough = 5;
  return telling.size() > 1 || letters >= long_enough ? best : std::string();
}

}  // namespace baraza::language
