#include "language/link_words.hpp"

#include <algorithm>
#include <cstddef>
#include <string>
#include <vector>

#include "language/fold.hpp"

namespace baraza::language {
namespace {

// In lower case; accents do not matter.
constexpr std::string_view english[] = {
    "article",
    "click",
    "click for more",
    "click here",
    "click me",
    "click on this link",
    "click this",
    "click this link",
    "continue",
    "continue reading",
    "download here",
    "find out more",
    "follow this link",
    "for more",
    "full article",
    "go",
    "go here",
    "here",
    "in this link",
    "info",
    "keep reading",
    "learn more",
    "link",
    "link here",
    "more",
    "more details",
    "more here",
    "more info",
    "more information",
    "on this link",
    "online",
    "open",
    "page",
    "read",
    "read here",
    "read it here",
    "read more",
    "read more here",
    "read on",
    "read the rest",
    "read this",
    "see",
    "see here",
    "see link",
    "see more",
    "see this",
    "see this link",
    "site",
    "the link",
    "the page",
    "the site",
    "the website",
    "there",
    "this",
    "this article",
    "this link",
    "this page",
    "this site",
    "this url",
    "this website",
    "url",
    "view",
    "view here",
    "view more",
    "visit",
    "visit here",
    "web page",
    "webpage",
    "website",
};

constexpr std::string_view swahili[] = {
    "angalia hapa",   "bofya",       "bofya hapa", "bonyeza",     "bonyeza hapa",
    "endelea kusoma", "fungua",      "hapa",       "hapo",        "jifunze zaidi",
    "kiungo",         "kiungo hiki", "pata zaidi", "soma hapa",   "soma zaidi",
    "tazama hapa",    "tovuti",      "tovuti hii", "ukurasa huu", "zaidi",
};

constexpr std::string_view indonesian[] = {
    "baca",
    "baca disini",
    "baca di sini",
    "baca lebih lanjut",
    "baca selengkapnya",
    "di sini",
    "disini",
    "halaman ini",
    "info lebih lanjut",
    "klik",
    "klik di sini",
    "klik disini",
    "klik link ini",
    "klik tautan ini",
    "laman ini",
    "lanjut",
    "lebih lanjut",
    "lihat",
    "lihat di sini",
    "link ini",
    "pelajari lebih lanjut",
    "selanjutnya",
    "selengkapnya",
    "sini",
    "situs ini",
    "tautan",
    "tautan ini",
};

constexpr std::string_view hindi[] = {
    "अधिक",   "अधिक जानकारी", "अधिक जानें", "अधिक पढ़ें", "आगे पढ़ें", "इस लिंक पर क्लिक करें",
    "और",     "और जानें",       "और पढ़ें",    "क्लिक करें", "पढ़ें",    "यह लिंक",
    "यहां",    "यहां क्लिक करें",  "यहां देखें",   "यहां पढ़ें",  "यहाँ",   "यहाँ क्लिक करें",
    "यहाँ देखें", "यहाँ पढ़ें",       "लिंक",
};

constexpr std::string_view portuguese[] = {
    "acesse",      "acesse aqui",  "ali",
    "aqui",        "clica aqui",   "clicar aqui",
    "clique",      "clique aqui",  "continue lendo",
    "esta pagina", "este link",    "este sitio",
    "este site",   "leia",         "leia aqui",
    "leia mais",   "ler mais",     "ligacao",
    "mais",        "mais aqui",    "mais informacoes",
    "neste link",  "nesta pagina", "pagina",
    "saiba mais",  "veja",         "veja aqui",
    "veja mais",   "ver",          "ver aqui",
    "ver mais",
};

constexpr std::string_view french[] = {
    "cliquez ici", "en savoir plus", "ici",        "lien", "lire la suite",
    "lire plus",   "ce lien",        "cette page", "voir", "voir ici",
};

constexpr std::string_view heads[] = {
    // English
    "bibliography",
    "further reading",
    "literature",
    "notes",
    "notes and references",
    "notes and sources",
    "reading",
    "references",
    "references and notes",
    "sources",
    "sources and notes",
    "sources and further reading",
    "works cited",
    // Swahili
    "marejeleo",
    "marejeo",
    "rejea",
    "vyanzo",
    // Indonesian
    "bacaan lanjutan",
    "catatan",
    "daftar pustaka",
    "daftar referensi",
    "pustaka",
    "referensi",
    "rujukan",
    "sumber",
    // Hindi
    "सन्दर्भ",
    "सन्दर्भ सूची",
    "संदर्भ",
    "संदर्भ सूची",
    "स्रोत",
    // Portuguese, Spanish and French
    "bibliografia",
    "bibliographie",
    "fontes",
    "fuentes",
    "notas",
    "referencias",
    "referencias bibliograficas",
};

constexpr std::size_t longest = 200;  // in bytes: no phrase comes near it

bool is_sign(char c) {
  return !(c >= 'a' && c <= 'z') && !(c >= '0' && c <= '9') &&
         static_cast<unsigned char>(c) < 0x80;
}

// Signs that often stand around such words and are no ASCII.
constexpr std::string_view wide_signs[] = {"…", "→", "›", "»", "«", "‹", "“", "”",
                                           "‘", "’", "–", "—", "।", "➔", "►", "▶"};

// Folded, without accents and outer signs, with single spaces.
std::string plain_words(std::string_view words) {
  std::string plain = fold_accents(fold(words));
  for (const std::string_view sign : wide_signs)
    for (std::size_t at = plain.find(sign); at != std::string::npos; at = plain.find(sign, at))
      plain.replace(at, sign.size(), " ");
  std::string spaced;
  for (const char c : plain) {
    const bool space = is_sign(c) && c != '\'' && c != '-';
    if (!space)
      spaced += c;
    else if (!spaced.empty() && spaced.back() != ' ')
      spaced += ' ';
  }
  while (spaced.ends_with(' ')) spaced.pop_back();
  return spaced;
}

}  // namespace

bool heads_references(std::string_view words) {
  if (words.size() > longest) return false;
  static const std::vector<std::string> folded = [] {
    std::vector<std::string> all;
    for (const std::string_view head : heads) all.push_back(plain_words(head));
    std::sort(all.begin(), all.end());
    return all;
  }();
  return std::binary_search(folded.begin(), folded.end(), plain_words(words));
}

bool tells_nothing(std::string_view words) {
  if (words.size() > longest) return false;
  static const std::vector<std::string> folded = [] {
    std::vector<std::string> all;
    const auto add = [&](const auto& list) {
      for (const std::string_view phrase : list) all.push_back(plain_words(phrase));
    };
    add(english);
    add(swahili);
    add(indonesian);
    add(hindi);
    add(portuguese);
    add(french);
    std::sort(all.begin(), all.end());
    return all;
  }();
  return std::binary_search(folded.begin(), folded.end(), plain_words(words));
}

}  // namespace baraza::language
