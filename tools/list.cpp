// `baraza list`: records as a table, without asking a question.
#include <algorithm>
#include <charconv>
#include <memory>
#include <ostream>

#include "base/text.hpp"
#include "index/find.hpp"
#include "language/fold.hpp"
#include "tools/commands.hpp"
#include "tools/filter_options.hpp"
#include "tools/format/columns.hpp"
#include "tools/format/entry_json.hpp"
#include "tools/format/help.hpp"
#include "tools/print_hits.hpp"

namespace baraza::tools {
namespace {

constexpr std::string_view newest = "newest";

struct ListOptions {
  FilterOptions filters;
  FormOptions form = {.column_formats = {"text", "tsv"}};
  std::string sort = "id";
  bool reverse = false;
  std::size_t limit = 0;
};

// What a record is sorted by.
struct Key {
  bool missing = false;  // those come last, whichever way the others go
  double number = 0;
  std::string text = {};
};

Key key_of(const index::Hit& hit, const Column& column, const Look& look) {
  const std::string text = column.text(hit, look, Audience::people);
  if (!column.number) return {.missing = text.empty(), .text = language::fold(text)};
  Key key{.missing = text.empty()};
  std::from_chars(text.data(), text.data() + text.size(), key.number);
  return key;
}

// By the column, then by id, as they come.
void sort_by(const Column& column, bool reverse, const Look& look,
             std::vector<index::Hit>& hits) {
  std::vector<std::pair<Key, std::size_t>> order;
  for (std::size_t i = 0; i < hits.size(); ++i)
    order.emplace_back(key_of(hits[i], column, look), i);
  std::stable_sort(order.begin(), order.end(), [&](const auto& a, const auto& b) {
    if (a.first.missing != b.first.missing) return b.first.missing;
    const Key& first = reverse ? b.first : a.first;
    const Key& second = reverse ? a.first : b.first;
    return first.number != second.number ? first.number < second.number
                                         : first.text < second.text;
  });
  std::vector<index::Hit> sorted;
  sorted.reserve(hits.size());
  for (const auto& [key, at] : order) sorted.push_back(std::move(hits[at]));
  hits = std::move(sorted);
}

void write_list_json(const std::vector<index::Hit>& hits, std::size_t total, const Look& look,
                     std::ostream& out) {
  JsonWriter json(true);
  json.begin_object().key("format").value("baraza list").key("version").value(1);
  json.key("total").value(total).key("records").begin_array();
  for (const index::Hit& hit : hits) {
    json.begin_object();
    write_identity(json, hit.entry, look);
    write_facts(json, hit.entry, look);
    write_insights(json, hit.insights);
    json.key("cases");
    if (hit.entry.kind == index::Kind::insight)
      write_tally(json, hit.tally);
    else
      json.null();
    json.end_object();
  }
  json.end_array().end_object();
  out << json.text() << '\n';
}

// The first facet tells most about where a record is from.
std::string default_columns(const index::About& about) {
  std::string columns = "id,kind";
  if (!about.facets.empty()) columns += "," + about.facets.front().facet.flag;
  return columns + ",title";
}

// Columns that nobody asked for and that say nothing.
void leave_out_empty(std::vector<Column>& columns, const std::vector<index::Hit>& hits,
                     const Look& look) {
  std::erase_if(columns, [&](const Column& column) {
    return std::all_of(hits.begin(), hits.end(), [&](const index::Hit& hit) {
      return column.text(hit, look, Audience::people).empty();
    });
  });
}

Status write_list(const ListOptions& options, const index::Index& index,
                  const std::vector<index::Hit>& hits, std::size_t total, const Look& look,
                  const Env& env) {
  FormOptions form = options.form;
  const bool chosen = !form.columns.empty();
  if (!chosen) form.columns = default_columns(index.about());
  if (form.format == "json") {
    write_list_json(hits, total, look, env.out);
  } else if (form.format == "text") {
    Result<std::vector<Column>> columns = find_columns(form.columns, index.about());
    if (!columns) return columns.error();
    if (!chosen) leave_out_empty(*columns, hits, look);
    if (!hits.empty()) write_table(hits, *columns, look, env.columns_out, env.out);
  } else {
    return print_hits(index, hits, form, look, env.out);
  }
  return Done{};
}

// In the order that is asked for. Where the index has that order, only those that are to be
// printed are made.
Result<index::Hits> find_in_order(const ListOptions& options, const index::Index& index,
                                  index::Question& question, const Column& key,
                                  const Look& look) {
  const bool by_day = options.sort == newest;
  question.order = by_day ? index::Order::newest : index::Order::id;
  question.limit = index.size();
  const bool has_order = by_day || options.sort == "id";
  if (has_order && options.limit > 0) {
    question.limit = options.reverse ? 0 : options.limit;
    if (options.reverse) {
      const Result<index::Hits> all = find(index, question);
      if (!all) return all.error();
      question.offset = all->total - std::min(all->total, options.limit);
      question.limit = options.limit;
    }
  }
  Result<index::Hits> found = find(index, question);
  if (!found) return found.error();
  std::vector<index::Hit>& hits = found->hits;
  if (!has_order)
    sort_by(key, options.reverse, look, hits);
  else if (options.reverse)
    std::reverse(hits.begin(), hits.end());
  if (options.limit > 0 && hits.size() > options.limit) hits.resize(options.limit);
  return found;
}

ExitCode run_list(const ListOptions& options, const Env& env) {
  const Result<index::Index> index = open_index(env);
  if (!index) return fail(env, index.error());
  index::Question question{.facets = false, .excerpts = false};
  add_filters(options.filters, index->about(), question);
  const Look look = look_for(env, *index, question.languages);
  const Result<std::vector<Column>> key =
      find_columns(options.sort == newest ? "id" : options.sort, index->about());
  if (!key) return refuse_question(key.error(), index->about(), env);
  const Result<index::Hits> found =
      find_in_order(options, *index, question, key->front(), look);
  if (!found) return refuse_question(found.error(), index->about(), env);
  const std::vector<index::Hit>& hits = found->hits;
  if (const Status written = write_list(options, *index, hits, found->total, look, env);
      !written)
    return refuse_question(written.error(), index->about(), env);
  env.out.flush();
  if (!env.quiet && found->total == 0)
    env.err << "No record passes these filters; `baraza search --facets` lists their terms.\n";
  else if (!env.quiet && options.form.format != "json")
    env.err << (hits.size() < found->total ? std::to_string(hits.size()) + " of " : "")
            << counted(found->total, "record", "records") << '\n';
  return found->total == 0 ? ExitCode::content : ExitCode::ok;
}

}  // namespace

Command add_list(CLI::App& app, const Facets& facets) {
  auto options = std::make_shared<ListOptions>();
  CLI::App* spec = app.add_subcommand("list", "List records in columns");
  spec->add_option("--sort", options->sort, "by this column, or newest first")
      ->type_name("COLUMN")
      ->check(completes_as("orders"))
      ->capture_default_str();
  spec->add_flag("--reverse", options->reverse, "the other way round");
  add_limit_option(*spec, options->limit, "how many to print; all if nothing is said");
  add_form_options(*spec, {"text", "json", "tsv", "ids", "bibtex", "ris", "csl"},
                   options->form);
  add_filter_options(*spec, facets, options->filters);
  spec->final_callback([options] { check_form_options(options->form); });
  return {spec, [options](const Env& env) { return run_list(*options, env); }};
}

}  // namespace baraza::tools
