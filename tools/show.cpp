// `baraza show ID`: one record, whole, from the index.
#include <algorithm>
#include <memory>
#include <ostream>
#include <set>

#include "base/text.hpp"
#include "index/hit.hpp"
#include "tools/commands.hpp"
#include "tools/filter_options.hpp"
#include "tools/format/help.hpp"
#include "tools/format/record.hpp"
#include "tools/print_hits.hpp"
#include "tools/record_id.hpp"

namespace baraza::tools {
namespace {

struct ShowOptions {
  std::string id;
  std::string language;
  FormOptions form;
};

class RecordReader {
 public:
  RecordReader(const index::Index& index, const std::vector<std::string>& languages)
      : index_(index), languages_(languages), maker_(index, languages_, asked_, false) {}

  Result<ShownRecord> read(std::size_t number) {
    ShownRecord record;
    Result<index::Hit> hit = maker_.make(number, 0, 1);
    if (!hit) return hit.error();
    record.hit = std::move(*hit);
    if (Status done = read_sheet(number, record.sheet); !done) return done.error();
    if (Status done = read_passages(number, record.passages); !done) return done.error();
    if (Status done = read_bearings(record); !done) return done.error();
    return record;
  }

 private:
  Status read_sheet(std::size_t number, index::Sheet& sheet) const {
    const Result<std::vector<index::Sheet>> sheets = index_.sheets(number);
    if (!sheets) return sheets.error();
    if (const index::Sheet* found = index::sheet_in(*sheets, languages_)) sheet = *found;
    return Done{};
  }

  Status read_passages(std::size_t number, std::vector<content::Passage>& passages) const {
    const Result<std::vector<index::Text>> texts = index_.texts(number);
    if (!texts) return texts.error();
    std::vector<std::string_view> tags;
    for (const index::Text& text : *texts) tags.emplace_back(text.language);
    if (!texts->empty()) passages = (*texts)[index::choose_language(tags, languages_)].passages;
    return Done{};
  }

  // What hangs together with the record.
  Status read_bearings(ShownRecord& record) {
    switch (record.hit.entry.kind) {
      case index::Kind::lesson:
        return read_case(record);
      case index::Kind::case_study:
        record.case_fields = record.sheet.fields;
        return read_lessons(record);
      case index::Kind::insight: {
        Result<std::vector<index::Stand>> stands = index::stands_of(index_, record.hit.entry);
        if (!stands) return stands.error();
        record.stands = std::move(*stands);
        break;
      }
      default:
        break;
    }
    record.case_fields = record.sheet.fields;
    return Done{};
  }

  Status read_case(ShownRecord& record) const {
    const Result<std::optional<std::size_t>> number =
        index_.find_number(record.hit.entry.case_id);
    if (!number) return number.error();
    if (!*number) return Done{};  // it is not to be shown
    index::Sheet sheet;
    if (Status done = read_sheet(**number, sheet); !done) return done;
    record.case_fields = std::move(sheet.fields);
    return Done{};
  }

  // The lessons of a case in its author's order.
  Status read_lessons(ShownRecord& record) {
    Result<std::vector<index::Entry>> lessons = index_.lessons_of(record.hit.entry.id);
    if (!lessons) return lessons.error();
    std::stable_sort(lessons->begin(), lessons->end(),
                     [](const auto& a, const auto& b) { return a.line < b.line; });
    std::set<std::string> told;
    for (const index::Entry& lesson : *lessons) {
      const Result<std::optional<std::size_t>> number = index_.find_number(lesson.id);
      if (!number) return number.error();
      Result<index::Hit> hit = maker_.make(**number, 0, 1);
      if (!hit) return hit.error();
      for (const index::CountedStanding& one : hit->insights)
        if (told.insert(one.standing.insight).second) record.hit.insights.push_back(one);
      record.lessons.push_back(std::move(*hit));
    }
    return Done{};
  }

  const index::Index& index_;
  std::vector<std::string> languages_;
  std::vector<index::AskedWord> asked_;
  index::HitMaker maker_;
};

ExitCode run_show(const ShowOptions& options, const Env& env) {
  const Result<index::Index> index = open_index(env);
  if (!index) return fail(env, index.error());
  const Result<NamedRecord> named = find_record(options.id, *index, env);
  if (!named) return fail(env, named.error());
  if (!named->number) return refuse_id(options.id, *index, env);
  const std::string& language = options.language.empty() ? named->language : options.language;
  const Look look = look_for(env, *index, languages_of(language, index->about()));
  const Result<ShownRecord> record = RecordReader(*index, look.languages).read(*named->number);
  if (!record) return fail(env, record.error());
  if (options.form.format == "json") {
    write_record_json(*record, look, env.out);
  } else if (options.form.format == "text") {
    const Result<content::Node> texts = index->interface_texts(look.languages);
    if (!texts) return fail(env, texts.error());
    write_record_text(*record, look, render::Words(*texts), env.out);
  } else if (const Status printed =
                 print_hits(*index, {record->hit}, options.form, look, env.out);
             !printed) {
    return fail(env, printed.error());
  }
  return ExitCode::ok;
}

}  // namespace

Command add_show(CLI::App& app, const Facets&) {
  auto options = std::make_shared<ShowOptions>();
  CLI::App* spec =
      app.add_subcommand("show", "Print one case, lesson, insight or digest entry");
  spec->add_option("id", options->id,
                   "its id, or its file; of a lesson, its case's id, `#` and its own")
      ->required()
      ->check(completes_as("ids"));
  add_form_options(*spec, {"text", "json", "bibtex", "ris", "csl"}, options->form);
  add_language_option(*spec, options->language);
  spec->final_callback([options] { check_form_options(options->form); });
  return {spec, [options](const Env& env) { return run_show(*options, env); }};
}

}  // namespace baraza::tools
