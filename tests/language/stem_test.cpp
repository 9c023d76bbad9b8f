#include "language/stem.hpp"

#include <algorithm>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include "language/stem_exceptions.hpp"
#include "language/swahili.hpp"

namespace baraza::language {
namespace {

std::vector<std::string> stems_of(std::string_view text, const Stemmer& stemmer) {
  std::vector<std::string> result;
  for (const Word& word : words_of(text)) result.push_back(stemmer.stem(word));
  return result;
}

TEST_CASE("the forms of a word share a stem") {
  struct Row {
    std::string_view language, forms;
  };
  const Row rows[] = {
      {"en", "teach teaches teaching taught"},
      {"en", "woman women"},
      {"en", "pay pays paid paying"},
      {"en", "write writes wrote written"},
      {"en", "lose loses lost"},
      {"en-GB", "village villages Village's"},
      {"pt", "lição lições licao licoes"},
      {"pt-BR", "ação ações acao acoes"},
      {"pt", "escola escolas"},
      {"pt", "avaliação avaliações avaliacao avaliacoes"},
      {"pt", "cidadão cidadãos cidadao cidadaos"},
      {"pt", "decisão decisões decisao decisoes"},
      {"pt", "alemão alemães"},
      {"pt", "pão pães"},
      {"pt", "mão mãos"},
      {"pt", "social sociais"},
      {"pt", "nível níveis niveis"},
      {"pt", "fácil fáceis"},
      {"pt", "possível possíveis"},
      {"pt", "jovem jovens"},
      {"pt", "lei leis"},
      {"pt", "juiz juízes"},
      {"id", "membaca dibaca bacaan"},
      {"id", "menganggarkan anggaran dianggarkan"},
      {"id", "pembangunan membangun dibangun"},
      {"hi", "किताब किताबों"},
      {"hi", "शिकायत शिकायतें शिकायतों"},
      {"hi", "सुनवाई सुनवाइयों"},
      {"hi", "लड़की लड़कियाँ लडकियां"},
      {"fr", "école écoles ecoles"},
      {"sw", "kitabu vitabu"},
      {"sw", "mtoto watoto utoto"},
      {"sw", "mwalimu walimu"},
      {"sw", "mwanafunzi wanafunzi mafunzo funzo"},
      {"sw", "fundisha kufundisha anafundisha walifundisha hawatafundisha fundishe mafundisho"},
      {"sw", "kiongozi viongozi uongozi"},
      {"sw", "mkulima wakulima kulima analima"},
      {"sw", "mtafiti watafiti utafiti"},
      {"sw", "mtaalamu wataalamu utaalamu"},
      {"sw", "shule shuleni"},
      {"sw", "kijiji vijiji kijijini vijijini"},
      {"sw", "shamba mashamba"},
      {"sw", "tatizo matatizo"},
      {"sw", "mwandishi waandishi"},
      {"sw", "mradi miradi"},
      {"sw", "mkoa mikoa"},
      {"sw", "mtandao mitandao"},
      {"sw", "kubwa mkubwa wakubwa kikubwa makubwa"},
      {"sw", "maendeleo endelea"},
      {"sw", "mabadiliko badilika"},
      {"sw", "mfisadi mafisadi ufisadi"},
      {"sw", "mkutano mikutano kutana"},
      {"sw", "mtu watu"},
      {"sw", "mwaka miaka"},
      {"sw", "mwanamke wanawake"},
      {"sw", "kijana vijana"},
      {"sw", "chakula vyakula"},
      {"sw", "chombo vyombo"},
      {"sw", "swali maswali"},
      {"sw", "utamaduni tamaduni"},
  };
  for (const Row& row : rows) {
    const std::vector<std::string> stems = stems_of(row.forms, Stemmer(row.language));
    for (const std::string& stem : stems) {
      CAPTURE(row.forms);
      CHECK(stem == stems.front());
    }
  }
}

// Every line of a file that has forms of one word; `#` begins a remark.
std::vector<std::string> read_groups(const std::string& path) {
  std::vector<std::string> groups;
  std::ifstream file(path);
  for (std::string line; std::getline(file, line);)
    if (!line.empty() && line.front() != '#') groups.push_back(line);
  return groups;
}

TEST_CASE("the forms of two hundred Swahili words share their stems") {
  const std::vector<std::string> groups = read_groups(BARAZA_TEST_DATA "/swahili/groups.txt");
  CHECK(groups.size() >= 200);
  const Stemmer swahili("sw");
  for (const std::string& group : groups) {
    const std::vector<std::string> stems = stems_of(group, swahili);
    CHECK(stems.size() >= 2);
    for (const std::string& stem : stems) {
      CAPTURE(group);
      CHECK(stem == stems.front());
    }
  }
}

TEST_CASE("words that mean different things keep different stems") {
  struct Row {
    std::string_view language, words;
  };
  const Row rows[] = {
      {"hi", "कल काल कील कुल"},
      {"en", "policy police"},
      {"en", "village villain"},
      {"sw", "maji mti mtu mto mji moja"},
      {"sw", "mlima kulima kijiji jiji kijana jana kiti cheti chuo choo"},
      {"sw", "baba babu bibi kazi kaza tano kutana sheria serikali kura kuri"},
      {"sw", "huduma duma mkutano tano muhimu wakili akili kimbia kimya"},
      {"pt", "pais pães mães mãos mas mais"},
      {"xx", "teach teaches"},
      {"", "teach teaches"},
      {"english", "teach teaches"},
  };
  for (const Row& row : rows) {
    std::vector<std::string> stems = stems_of(row.words, Stemmer(row.language));
    const std::size_t size = stems.size();
    std::sort(stems.begin(), stems.end());
    stems.erase(std::unique(stems.begin(), stems.end()), stems.end());
    CAPTURE(row.words);
    CHECK(stems.size() == size);
  }
}

TEST_CASE("numbers and other scripts pass every stemmer") {
  for (const char* language : {"en", "fr", "hi", "id", "pt", "sw", "zz"}) {
    CAPTURE(language);
    CHECK(stems_of("2015 1.5 教育 школа", Stemmer(language)) ==
          std::vector<std::string>{"2015", "1.5", "教育", "школа"});
  }
}

TEST_CASE("the Swahili stemmer leaves at least three letters") {
  for (const std::string_view word : {"", "a", "ni", "kuku", "kuni", "wanani", "mamama",
                                      "kikiki", "ukame", "umeme", "chai", "vyuo"}) {
    CAPTURE(word);
    CHECK(stem_swahili(word).size() >= std::min<std::size_t>(word.size(), 3));
  }
}

TEST_CASE("every exception is found by itself and by its stem") {
  struct Row {
    std::string_view language, word, stem;
  };
  const Row rows[] = {{"en", "built", "build"},  {"en", "women", "woman"},
                      {"pt", "faceis", "facil"}, {"sw", "kifo", "kifo"},
                      {"sw", "wimbo", "wimbo"},  {"sw", "wanaume", "mwanaume"},
                      {"en", "lesson", ""},      {"de", "women", ""}};
  for (const Row& row : rows) {
    CAPTURE(row.word);
    CHECK(find_exception(row.language, row.word) == row.stem);
  }
}

}  // namespace
}  // namespace baraza::language
