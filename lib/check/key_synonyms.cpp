#include "check/key_synonyms.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "base/text.hpp"
#include "language/fold.hpp"

namespace baraza::check {
namespace {

struct Synonyms {
  std::string_view keys;   // in any order: a record has the one or the other
  std::string_view words;  // folded, without accents and without what joins them
};

// Words of English, then of Swahili, Portuguese, French, Indonesian and Spanish.
constexpr Synonyms table[] = {
    {"title claim name",
     " title name heading headline subject casetitle casename topic "
     "kichwa titulo titre judul nombre nom nome jina "},
    {"summary what claim because description",
     " summary description abstract overview synopsis intro introduction blurb desc excerpt "
     "muhtasari resumo resume ringkasan resumen descricao deskripsi descripcion "},
    {"countries", " country countries nation nations nchi pais paises pays negara "},
    {"places countries",
     " location locations place where region regions city town district county province state "
     "site sites mahali lugar local lieu lokasi "},
    {"sectors", " sector theme themes field fields area sekta setor secteur "},
    {"period date published year",
     " date dates year years when time timeframe timespan duration startdate "
     "enddate tarehe data fecha tanggal annee ano "},
    {"authors author",
     " author writer writers writtenby by byline credits mwandishi waandishi "
     "autor autores auteur auteurs penulis "},
    {"lessons",
     " lesson lessonslearned lessonslearnt learning learnings takeaway takeaways "
     "insight insights mafunzo licoes lecons pelajaran lecciones "},
    {"outcomes",
     " outcome result results impact impacts effect effects finding findings "
     "achievement achievements matokeo resultados resultats hasil "},
    {"sources",
     " source reference references ref refs bibliography citation citations links "
     "vyanzo fontes fuentes sumber "},
    {"actors",
     " actor stakeholder stakeholders partner partners people organisations "
     "organizations wadau atores acteurs aktor "},
    {"events date",
     " event timeline milestone milestones history chronology matukio eventos "
     "evenements "},
    {"harms", " harm risk risks damage damages negativeeffects sideeffects madhara danos "},
    {"funding",
     " budget cost costs money finance finances funder funders donor donors fedha "
     "financiamento financement pendanaan "},
    {"voices quote",
     " voice quotes quotation quotations testimonial testimonials sauti vozes "
     "voix suara "},
    {"tags", " tag keyword keywords label labels category categories topics motscles "},
    {"language", " lang locale lugha lingua idioma langue bahasa "},
    {"licence", " license rights copyright leseni licenca licencia lisensi "},
    {"stage", " status phase maturity hatua fase etape tahap "},
    {"url", " link website web href address webpage uri source "},
    {"kind", " type sort category aina tipo jenis "},
    {"date", " year when day time "},
    {"because why", " reason reasons rationale evidence explanation justification "},
    {"limits", " limit limitation limitations caveat caveats "},
    {"question", " questions reflection "},
    {"who", " speaker name person author "},
    {"quote", " quotation text words said "},
    {"what claim", " text event name title "},
    {"direction", " trend change "},
    {"owner", " organisation organization publisher "},
    {"published", " publicationdate publishedon publishdate datepublished "},
    {"updated", " lastupdated modified lastmodified "},
    {"draft", " unpublished wip "},
    {"orcid", " orcidid "},
    {"organisation", " organization org institution affiliation employer "},
};

// Letters and digits alone, folded, without accents.
std::string plain(std::string_view key) {
  std::string result = language::fold_accents(language::fold(key));
  std::erase_if(result, [](char c) { return c == ' ' || c == '-' || c == '_' || c == '.'; });
  return result;
}

}  // namespace

std::vector<std::string_view> meant_by(std::string_view key) {
  const std::string word = " " + plain(key) + " ";
  std::vector<std::string_view> keys;
  for (const Synonyms& row : table) {
    if (row.words.find(word) == std::string_view::npos) continue;
    for (const std::string_view meant : split(row.keys, ' '))
      if (meant != key && std::find(keys.begin(), keys.end(), meant) == keys.end())
        keys.push_back(meant);
  }
  return keys;
}

}  // namespace baraza::check
