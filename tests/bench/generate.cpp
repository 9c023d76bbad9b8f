// bench_generate N DIR [--seed S] [--from BANK]
//
// Makes in DIR a bank of N cases with three lessons each, and one insight for each 40 cases, in
// the manner of the cases of BANK, by default this repository's. Beside it, in DIR/peers, are
// the same texts for other programs, and 50 queries of two words. A seed always gives the same
// bytes, and a larger bank holds the smaller ones of its seed.
#include <charconv>
#include <cstdint>
#include <iostream>
#include <string>
#include <string_view>
#include <vector>

#include "base/files.hpp"
#include "base/text.hpp"
#include "tests/bench/files.hpp"
#include "tests/bench/peers.hpp"
#include "tests/bench/records.hpp"
#include "tests/bench/samples.hpp"

namespace baraza::bench {
namespace {

constexpr std::size_t cases_an_insight = 40;
constexpr std::size_t queries = 50;
constexpr std::string_view settings =
    "schema: bank/1\n"
    "title: A bank to measure with\n"
    "publisher: Nobody\n"
    "owner: baraza\n"
    "licence: CC-BY-4.0\n"
    "languages: [en]\n"
    "pairs:\n"
    "  - [countries, sectors]\n"
    "  - [countries, capabilities]\n"
    "  - [sectors, capabilities]\n";

struct Options {
  std::size_t cases = 0;
  std::string folder = {};
  std::uint64_t seed = 1;
  std::string from = BARAZA_SOURCE_DIR;
};

template <class Number>
bool read_number(std::string_view text, Number& number) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && end == text.data() + text.size();
}

bool read_options(const std::vector<std::string>& words, Options& options) {
  std::vector<std::string> plain;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i] == "--seed" && i + 1 < words.size()) {
      if (!read_number(words[++i], options.seed)) return false;
    } else if (words[i] == "--from" && i + 1 < words.size()) {
      options.from = words[++i];
    } else {
      plain.push_back(words[i]);
    }
  }
  if (plain.size() != 2 || !read_number(plain[0], options.cases)) return false;
  options.folder = plain[1];
  return options.cases > 0;
}

class Writer {
 public:
  Writer(const Options& options, const Samples& samples, Peers peers)
      : options_(options),
        samples_(samples),
        peers_(std::move(peers)),
        random_(options.seed),
        cases_(join_path(options.folder, "cases")) {}

  Status write() {
    if (Status done = write_whole(join_path(cases_, "bank.yaml"), settings); !done) return done;
    for (const std::string& country : samples_.terms("countries"))
      if (Status done = make_folders(join_path(cases_, country)); !done) return done;
    if (Status done = make_folders(join_path(cases_, "insights")); !done) return done;
    for (std::size_t i = 0; i < options_.cases; ++i)
      if (Status done = write_case(i); !done) return done;
    if (Status done = peers_.commit(); !done) return done;
    return write_whole(join_path(options_.folder, "peers/queries.txt"), asked_);
  }

 private:
  Status write_case(std::size_t number) {
    MadeCase made = make_case(samples_, options_.seed, number);
    const std::string path = made.countries.front() + "/" + made.id + ".md";
    if (Status done = write_whole(join_path(cases_, path), file_of(made)); !done) return done;
    if (Status done = peers_.add(made); !done) return done;
    ask(made, number);
    block_.push_back(std::move(made));
    if (block_.size() < cases_an_insight) return Done{};
    const MadeInsight insight =
        make_insight(samples_, options_.seed, number / cases_an_insight, block_);
    block_.clear();
    if (Status done = peers_.add(insight); !done) return done;
    return write_whole(join_path(cases_, "insights/" + insight.id + ".md"), file_of(insight));
  }

  // The queries come from all over the bank.
  void ask(const MadeCase& made, std::size_t number) {
    for (; asked_for_ < queries && asked_for_ * options_.cases <= number * queries;
         ++asked_for_) {
      const MadeLesson& lesson = random_.pick(made.lessons);
      asked_ += query_of(lesson.claim + ' ' + lesson.because, random_) + '\n';
    }
  }

  const Options& options_;
  const Samples& samples_;
  Peers peers_;
  Random random_;
  std::string cases_;
  std::vector<MadeCase> block_;  // since the last insight
  std::string asked_;
  std::size_t asked_for_ = 0;
};

int fail(const Diagnostic& reason) {
  std::cerr << "bench_generate: " << reason.message << '\n';
  return 3;
}

int run(const std::vector<std::string>& words) {
  Options options;
  if (!read_options(words, options)) {
    std::cerr << "bench_generate N DIR [--seed S] [--from BANK]\n";
    return 2;
  }
  if (kind_of(join_path(options.folder, "cases")) != EntryKind::missing)
    return fail({.message = "`" + options.folder + "` has a bank already"});
  const Result<Samples> samples = read_samples(options.from);
  if (!samples) return fail(samples.error());
  const std::string peers_folder = join_path(options.folder, "peers");
  if (const Status made = make_folders(peers_folder); !made) return fail(made.error());
  if (const Status made = make_folders(join_path(options.folder, "cases")); !made)
    return fail(made.error());
  Result<Peers> peers = Peers::open(peers_folder);
  if (!peers) return fail(peers.error());
  const Status written = Writer(options, *samples, std::move(*peers)).write();
  return written ? 0 : fail(written.error());
}

}  // namespace
}  // namespace baraza::bench

int main(int argc, char** argv) {
  return baraza::bench::run(std::vector<std::string>(argv + 1, argv + argc));
}
