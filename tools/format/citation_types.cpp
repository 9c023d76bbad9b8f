#include <algorithm>

#include "tools/format/citation.hpp"

namespace baraza::tools {

const std::vector<CitationType>& citation_types() {
  constexpr auto part = CitationType::Publisher::container;
  static const std::vector<CitationType> types = {
      {"article", "techreport", "RPRT"},
      {"article-journal", "article", "JOUR", part},
      {"article-magazine", "article", "MGZN", part},
      {"article-newspaper", "article", "NEWS", part},
      {"bill", "misc", "BILL"},
      {"book", "book", "BOOK"},
      {"broadcast", "misc", "VIDEO"},
      {"chapter", "incollection", "CHAP"},
      {"classic", "book", "CLSWK"},
      {"collection", "book", "EDBOOK"},
      {"dataset", "misc", "DATA"},
      {"document", "misc", "GEN"},
      {"entry", "incollection", "CHAP", part},
      {"entry-dictionary", "incollection", "DICT", part},
      {"entry-encyclopedia", "incollection", "ENCYC", part},
      {"event", "misc", "GEN"},
      {"figure", "misc", "FIGURE"},
      {"graphic", "misc", "ART"},
      {"hearing", "misc", "HEAR"},
      {"interview", "misc", "PCOMM"},
      {"legal_case", "misc", "CASE"},
      {"legislation", "misc", "STAT"},
      {"manuscript", "unpublished", "MANSCPT"},
      {"map", "misc", "MAP"},
      {"motion_picture", "misc", "MPCT"},
      {"musical_score", "misc", "MUSIC"},
      {"pamphlet", "booklet", "PAMP"},
      {"paper-conference", "inproceedings", "CPAPER"},
      {"patent", "misc", "PAT"},
      {"performance", "misc", "GEN"},
      {"periodical", "misc", "JFULL"},
      {"personal_communication", "misc", "PCOMM"},
      {"post", "misc", "ICOMM", part},
      {"post-weblog", "misc", "BLOG", part},
      {"regulation", "misc", "LEGAL"},
      {"report", "techreport", "RPRT"},
      {"review", "article", "JOUR", part},
      {"review-book", "article", "JOUR", part},
      {"software", "misc", "COMP"},
      {"song", "misc", "SOUND"},
      {"speech", "misc", "SLIDE"},
      {"standard", "misc", "STAND"},
      {"thesis", "phdthesis", "THES"},
      {"treaty", "misc", "LEGAL"},
      {"webpage", "misc", "ELEC", part},
  };
  return types;
}

const CitationType& find_type(std::string_view csl) {
  const std::vector<CitationType>& types = citation_types();
  const auto named = [&](std::string_view name) {
    return std::find_if(types.begin(), types.end(),
                        [&](const CitationType& type) { return type.csl == name; });
  };
  const auto found = named(csl);
  return found == types.end() ? *named("document") : *found;
}

}  // namespace baraza::tools
