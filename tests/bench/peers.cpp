#include "tests/bench/peers.hpp"

#include <algorithm>
#include <utility>

#include "base/text.hpp"
#include "language/stop_words.hpp"
#include "language/words.hpp"

namespace baraza::bench {
namespace {

// The sample is what its search shows of a document; as long as omindex makes it.
constexpr std::string_view index_script =
    "id : boolean=Q unique=Q field\n"
    "title : field index=S index\n"
    "text : index truncate=512 field=sample\n"
    "country : boolean=XCOUNTRY field\n"
    "sector : boolean=XSECTOR field\n"
    "capability : boolean=XCAPABILITY field\n";

std::string csv(const std::string& text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"') out += '"';
    out += c;
  }
  return out + '"';
}

std::string story_of(const std::vector<MadeSection>& sections) {
  std::string out;
  for (const MadeSection& section : sections)
    out += ' ' + section.heading + ' ' + join(section.paragraphs, " ");
  return out;
}

}  // namespace

Result<Peers> Peers::open(const std::string& folder) {
  if (const Status done = write_whole(join_path(folder, "index.script"), index_script); !done)
    return done.error();
  Result<FileWriter> dump = FileWriter::open(join_path(folder, "dump.txt"));
  if (!dump) return dump.error();
  Result<FileWriter> table = FileWriter::open(join_path(folder, "documents.csv"));
  if (!table) return table.error();
  return Peers(std::move(*dump), std::move(*table));
}

Status Peers::add(const Document& document) {
  std::string record =
      "id=" + document.id + "\ntitle=" + document.title + "\ntext=" + document.text + '\n';
  for (const std::string& term : document.countries) record += "country=" + term + '\n';
  for (const std::string& term : document.sectors) record += "sector=" + term + '\n';
  for (const std::string& term : document.capabilities) record += "capability=" + term + '\n';
  if (Status done = dump_.append(record + '\n'); !done) return done;
  return table_.append(csv(document.id) + ',' + csv(document.title) + ',' + csv(document.text) +
                       ',' + csv(join(document.countries, " ")) + ',' +
                       csv(join(document.sectors, " ")) + ',' +
                       csv(join(document.capabilities, " ")) + '\n');
}

Status Peers::add(const MadeCase& made) {
  Document document{.id = made.id,
                    .title = made.title,
                    .text = made.summary + story_of(made.sections),
                    .countries = made.countries,
                    .sectors = made.sectors,
                    .capabilities = made.capabilities};
  if (Status done = add(document); !done) return done;
  for (const MadeLesson& lesson : made.lessons) {
    document.id = made.id + '#' + lesson.id;
    document.title = lesson.claim;
    document.text = lesson.because + ' ' + lesson.limits + ' ' + lesson.question;
    if (Status done = add(document); !done) return done;
  }
  return Done{};
}

Status Peers::add(const MadeInsight& made) {
  Document document{.id = made.id, .title = made.title, .text = made.summary};
  for (const MadeStand& stand : made.rests_on) document.text += ' ' + stand.why;
  document.text += story_of(made.sections);
  return add(document);
}

Status Peers::commit() {
  if (Status done = dump_.commit(); !done) return done;
  return table_.commit();
}

std::string query_of(const std::string& text, Random& random) {
  constexpr std::size_t shortest = 4;
  std::vector<std::string> words;
  for (const language::Word& word : language::words_of(text)) {
    const bool letters = std::all_of(word.text.begin(), word.text.end(),
                                     [](char c) { return c >= 'a' && c <= 'z'; });
    if (letters && !word.joined && word.text.size() >= shortest &&
        !language::is_stop_word(word.text, "en") &&
        std::find(words.begin(), words.end(), word.text) == words.end())
      words.push_back(word.text);
  }
  return join(random.pick_some(words, 2), " ");
}

}  // namespace baraza::bench
