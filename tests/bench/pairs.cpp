// bench_pairs [OPTION]... -- OURS [WORD]... -- PEER [WORD]...
//
// Runs two commands in turn, so that what else the machine does falls on both, and prints one
// row: the median times, their ratio, that of the shortest times and that of the processors'
// seconds, and how much memory each took, its largest process and all of them together. No
// shell is between; what the commands print is thrown away.
//
//   --name TEXT           what is measured
//   -k K                  how often each is run; 5
//   --peer-times K        how often the peer is run, if not as often
//   --before CMD          a line for sh that prepares each run of ours, which is not measured
//   --before-peer CMD     the same for the peer
//   --each FILE           runs both for each line of FILE, with `{}` in their words the line,
//   `{1}`
//                         and `{2}` its first two words
//   --within R            says whether the ratio of the shortest times, which what else goes on
//                         has lengthened least, is at most R
//   --most-memory MB      the same of our memory, of all processes together
//   --header              prints the head of the table and runs nothing
#include <algorithm>
#include <charconv>
#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <string>
#include <string_view>
#include <vector>

#include "base/files.hpp"
#include "base/text.hpp"
#include "tests/bench/process.hpp"

namespace baraza::bench {
namespace {

using Words = std::vector<std::string>;

struct Options {
  std::string name = {};
  int times = 5;
  int peer_times = 0;  // 0: as often as ours
  std::string before = {};
  std::string before_peer = {};
  std::string each = {};
  double within = 0;       // 0: nothing is asked
  double most_memory = 0;  // in MB
  bool header = false;
  Words ours = {};
  Words peer = {};
};

double number_in(const std::string& text) {
  double number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && end == text.data() + text.size() ? number : -1;
}

bool set_option(const std::string& name, const std::string& value, Options& options) {
  const double number = number_in(value);
  if (name == "--name")
    options.name = value;
  else if (name == "--before")
    options.before = value;
  else if (name == "--before-peer")
    options.before_peer = value;
  else if (name == "--each")
    options.each = value;
  else if (name == "-k" && number >= 1)
    options.times = static_cast<int>(number);
  else if (name == "--peer-times" && number >= 1)
    options.peer_times = static_cast<int>(number);
  else if (name == "--within" && number > 0)
    options.within = number;
  else if (name == "--most-memory" && number > 0)
    options.most_memory = number;
  else
    return false;
  return true;
}

bool read_options(const Words& words, Options& options) {
  std::size_t i = 0;
  for (; i < words.size() && words[i] != "--"; i += 2) {
    if (words[i] == "--header") return options.header = true;
    if (i + 1 == words.size() || !set_option(words[i], words[i + 1], options)) return false;
  }
  const auto begin = words.begin() + static_cast<std::ptrdiff_t>(std::min(i + 1, words.size()));
  const auto second = std::find(begin, words.end(), "--");
  if (second == words.end()) return false;
  options.ours.assign(begin, second);
  options.peer.assign(second + 1, words.end());
  return !options.ours.empty() && !options.peer.empty();
}

std::string replaced(std::string word, std::string_view mark, std::string_view by) {
  for (std::size_t at = word.find(mark); at != std::string::npos;
       at = word.find(mark, at + by.size()))
    word.replace(at, mark.size(), by);
  return word;
}

Words filled(const Words& words, const std::string& line) {
  const std::vector<std::string_view> parts = split(line, ' ');
  Words out;
  for (const std::string& word : words)
    out.push_back(replaced(replaced(replaced(word, "{}", line), "{1}", parts.front()), "{2}",
                           parts.back()));
  return out;
}

// What all runs of one command took.
class Runs {
 public:
  Status add(const Words& words, const std::string& before) {
    if (!before.empty()) {
      const Result<Taken> prepared = run_and_measure({"/bin/sh", "-c", before});
      if (!prepared) return prepared.error();
    }
    const Result<Taken> taken = run_and_measure(words);
    if (!taken) return taken.error();
    seconds_.push_back(taken->seconds);
    processor_.push_back(taken->processor);
    largest_ = std::max(largest_, taken->largest);
    together_ = std::max(together_, taken->together);
    return Done{};
  }

  double median() const { return middle(seconds_); }
  double shortest() const { return *std::min_element(seconds_.begin(), seconds_.end()); }
  double processor() const { return middle(processor_); }
  double largest_mb() const { return static_cast<double>(largest_) / 1e6; }
  double together_mb() const { return static_cast<double>(together_) / 1e6; }

 private:
  static double middle(std::vector<double> numbers) {
    std::sort(numbers.begin(), numbers.end());
    const std::size_t half = numbers.size() / 2;
    return numbers.size() % 2 == 1 ? numbers[half] : (numbers[half - 1] + numbers[half]) / 2;
  }

  std::vector<double> seconds_;
  std::vector<double> processor_;
  std::uint64_t largest_ = 0;
  std::uint64_t together_ = 0;
};

std::string told(const char* form, double a, double b = 0) {
  constexpr std::size_t longest = 64;
  std::string text(longest, '\0');
  const int size = std::snprintf(text.data(), longest, form, a, b);
  text.resize(size < 0 ? 0 : std::min(static_cast<std::size_t>(size), longest - 1));
  return text;
}

std::string told_time(double seconds) {
  return seconds < 1 ? told("%.1f ms", seconds * 1000) : told("%.2f s", seconds);
}

// Of a clock that is too coarse for the work there is no ratio.
std::string told_ratio(double a, double b) { return b > 0 ? told("%.2f", a / b) : "-"; }

void print_row(const std::vector<std::string>& cells) {
  constexpr std::size_t first = 36;
  std::string row = cells.front();
  row.resize(std::max(row.size() + 1, first), ' ');
  for (std::size_t i = 1; i < cells.size(); ++i) {
    const std::size_t width = i + 1 == cells.size() ? 0 : (i >= 6 && i <= 7) ? 13 : 10;
    row += std::string(cells[i].size() < width ? width - cells[i].size() : 0, ' ') +
           (i + 1 == cells.size() ? "  " : "") + cells[i];
  }
  std::cout << row << std::endl;  // a row takes its time, and is to be seen before the next
}

std::string verdict(const Options& options, const Runs& ours, const Runs& peer) {
  std::string text;
  const auto judge = [&](double most, double is, const char* form) {
    if (most <= 0) return;
    text += (text.empty() ? "" : ", ") + told(form, most) + (is <= most ? ": holds" : ": NO");
  };
  judge(options.within, ours.shortest() / peer.shortest(), "<= %.3g");
  judge(options.most_memory, ours.together_mb(), "<= %.0f MB");
  return text;
}

Result<std::vector<std::string>> read_lines(const std::string& path) {
  if (path.empty()) return std::vector<std::string>{""};
  const Result<std::string> bytes = read_file(path, path);
  if (!bytes) return bytes.error();
  std::vector<std::string> lines;
  for (const std::string_view line : lines_of(*bytes)) lines.emplace_back(line);
  return lines;
}

Status measure(const Options& options) {
  const Result<std::vector<std::string>> lines = read_lines(options.each);
  if (!lines) return lines.error();
  Runs ours;
  Runs peer;
  const int peer_times = options.peer_times > 0 ? options.peer_times : options.times;
  for (int i = 0; i < std::max(options.times, peer_times); ++i)
    for (const std::string& line : *lines) {
      if (i < options.times)
        if (Status run = ours.add(filled(options.ours, line), options.before); !run) return run;
      if (i < peer_times)
        if (Status run = peer.add(filled(options.peer, line), options.before_peer); !run)
          return run;
    }
  print_row({options.name, told_time(ours.median()), told_time(peer.median()),
             told_ratio(ours.median(), peer.median()),
             told_ratio(ours.shortest(), peer.shortest()),
             told_ratio(ours.processor(), peer.processor()),
             told("%.0f/%.0f MB", ours.largest_mb(), ours.together_mb()),
             told("%.0f/%.0f MB", peer.largest_mb(), peer.together_mb()),
             verdict(options, ours, peer)});
  return Done{};
}

int run(const Words& words) {
  Options options;
  if (!read_options(words, options)) {
    std::cerr << "bench_pairs [OPTION]... -- OURS [WORD]... -- PEER [WORD]...\n";
    return 2;
  }
  if (options.header) {
    print_row({"work", "ours", "peer", "ratio", "shortest", "processor", "our memory",
               "its memory", "asked"});
    return 0;
  }
  const Status measured = measure(options);
  if (measured) return 0;
  std::cerr << "bench_pairs: " << measured.error().message << '\n';
  return 3;
}

}  // namespace
}  // namespace baraza::bench

int main(int argc, char** argv) {
  return baraza::bench::run(std::vector<std::string>(argv + 1, argv + argc));
}
