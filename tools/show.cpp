// `baraza show ID`: one record, whole, from the index.
#include <memory>
#include <ostream>

#include "base/files.hpp"
#include "base/text.hpp"
#include "index/index.hpp"
#include "tools/bank_folder.hpp"
#include "tools/commands.hpp"
#include "tools/format/help.hpp"
#include "tools/format/records.hpp"

namespace baraza::tools {
namespace {

struct ShowOptions {
  std::string id;
  std::string format = "text";
};

ExitCode refuse(const ShowOptions& options, const index::Index& index, const Env& env) {
  const Result<std::vector<std::string>> near = index.nearest_ids(options.id);
  const std::string hint = near ? did_you_mean(*near) : std::string();
  const auto lessons = index.lessons_of(options.id.substr(0, options.id.find('#')));
  env.err << "baraza: there is no record `" << options.id << "`" << (hint.empty() ? "" : "; ")
          << hint << '\n';
  if (!lessons || lessons->empty()) {
    env.err << "  help: a case has an id such as `some-case`, a lesson one such as "
               "`some-case#some-lesson`\n";
    return ExitCode::content;
  }
  std::vector<std::string> ids;
  for (const index::Entry& lesson : *lessons) ids.push_back("`" + lesson.id + "`");
  env.err << "  help: the lessons of that case are " << join(ids, ", ") << '\n';
  return ExitCode::content;
}

Result<ShownRecord> read_shown(const index::Index& index, std::size_t number) {
  ShownRecord record;
  Result<index::Entry> entry = index.entry(number);
  if (!entry) return entry.error();
  record.entry = std::move(*entry);
  if (record.entry.kind == index::Kind::case_study) {
    Result<std::vector<index::Entry>> lessons = index.lessons_of(record.entry.id);
    if (!lessons) return lessons.error();
    record.lessons = std::move(*lessons);
  }
  Result<std::vector<index::Text>> texts = index.texts(number);
  if (!texts) return texts.error();
  if (!texts->empty()) record.passages = std::move(texts->front().passages);
  return record;
}

ExitCode run_show(const ShowOptions& options, const Env& env) {
  const Result<std::string> root = find_bank(env.start);
  if (!root) return fail(env, root.error());
  const Result<index::Index> index =
      index::Index::open(join_path(state_folder(*root), "index"));
  if (!index) return fail(env, index.error());
  const Result<std::optional<std::size_t>> number = index->find_number(options.id);
  if (!number) return fail(env, number.error());
  if (!*number) return refuse(options, *index, env);
  const Result<ShownRecord> record = read_shown(*index, **number);
  if (!record) return fail(env, record.error());
  if (options.format == "json")
    write_record_json(*record, index->about(), env.out);
  else
    write_record_text(*record, index->about(), env.colour_out, env.out);
  return ExitCode::ok;
}

}  // namespace

Command add_show(CLI::App& app, const Facets&) {
  auto options = std::make_shared<ShowOptions>();
  CLI::App* spec =
      app.add_subcommand("show", "Print one case, lesson, insight or digest entry");
  spec->add_option("id", options->id, "its id; of a lesson, its case's, `#` and its own")
      ->required();
  spec->add_option("--format", options->format, "text or json")
      ->type_name("FORMAT")
      ->check(one_of({"text", "json"}))
      ->capture_default_str();
  return {spec, [options](const Env& env) { return run_show(*options, env); }};
}

}  // namespace baraza::tools
