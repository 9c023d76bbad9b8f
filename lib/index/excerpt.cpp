#include "index/excerpt.hpp"

#include <algorithm>
#include <set>

#include "base/text.hpp"
#include "language/sentences.hpp"
#include "language/stem.hpp"
#include "language/words.hpp"

namespace baraza::index {
namespace {

struct Match {
  std::size_t offset = 0;
  std::size_t length = 0;
  std::size_t asked = 0;
};

std::vector<Match> find_matches(std::string_view text, const std::string& language,
                                Matcher& matcher) {
  std::vector<Match> matches;
  for (const language::Word& word : language::words_of(text)) {
    const std::size_t asked = matcher.find(word, language);
    if (asked != Matcher::none) matches.push_back({word.offset, word.length, asked});
  }
  return matches;
}

// What the matches in [begin, end) weigh, each word asked for once.
double weigh(const std::vector<Match>& matches, const Matcher& matcher, std::size_t begin,
             std::size_t end) {
  std::set<std::size_t> seen;
  double weight = 0;
  for (const Match& match : matches) {
    if (match.offset < begin || match.offset + match.length > end) continue;
    if (seen.insert(match.asked).second) weight += matcher.asked()[match.asked].weight;
  }
  return weight;
}

std::size_t back_to_character(std::string_view text, std::size_t at) {
  while (at > 0 && at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80)
    --at;
  return at;
}

// The last place at which a text from `begin` may be cut that is not after `end`.
std::size_t cut_before(std::string_view text, std::size_t begin, std::size_t end) {
  if (end >= text.size()) return text.size();
  const std::size_t space = text.rfind(' ', end);
  if (space != std::string_view::npos && space > begin) return space;
  return back_to_character(text, end);
}

struct Window {
  std::size_t begin = 0;
  std::size_t end = 0;
};

// Cuts windows of at most so many bytes out of a text.
class Cutter {
 public:
  Cutter(std::string_view text, const std::string& language) : text_(text) {
    // Letters of other scripts take up to four bytes and no more room.
    const std::size_t letters = std::max<std::size_t>(1, count_characters(text));
    room_ = std::max<std::size_t>(1, excerpt_letters * text.size() / letters);
    if (text.size() > room_) starts_ = language::sentence_starts(text, language);
  }

  // Of the windows that answer best, the one in which the answer comes first, as long as it is
  // not much shorter than there is room for.
  Window best(const std::vector<Match>& matches, const Matcher& matcher) const {
    Window best = from(0);
    double best_weight = weigh(matches, matcher, best.begin, best.end);
    const auto consider = [&](const Window& window) {
      const double weight = weigh(matches, matcher, window.begin, window.end);
      const bool full = window.end - window.begin >= room_ * 3 / 5;
      if (weight == 0 || weight < best_weight || (weight == best_weight && !full)) return;
      best = window;
      best_weight = weight;
    };
    if (text_.size() <= room_ || matches.empty()) return best;
    constexpr std::size_t most_tries = 200;
    for (std::size_t i = 1; i < starts_.size() && i < most_tries; ++i)
      consider(from(starts_[i]));
    if (best_weight > 0) return best;
    for (std::size_t i = 0; i < matches.size() && i < most_tries; ++i)
      consider(around(matches[i].offset));
    return best;
  }

 private:
  // Whole sentences from `begin`, as many as there is room for; of a longer one its beginning.
  Window from(std::size_t begin) const {
    if (text_.size() - begin <= room_) return {begin, text_.size()};
    std::size_t end = begin;
    for (const std::size_t start : starts_)
      if (start > begin && start - begin <= room_) end = start;
    while (end > begin && text_[end - 1] == ' ') --end;
    if (end > begin) return {begin, end};
    return {begin, cut_before(text_, begin, begin + room_)};
  }

  // Starts a little before the word at `offset`.
  Window around(std::size_t offset) const {
    const std::size_t lead = room_ / 5;
    std::size_t begin = offset > lead ? back_to_character(text_, offset - lead) : 0;
    if (begin > 0) {
      const std::size_t space = text_.find(' ', begin);
      if (space < offset) begin = space + 1;
    }
    return {begin, cut_before(text_, begin, begin + room_)};
  }

  std::string_view text_;
  std::vector<std::size_t> starts_;  // of sentences, where the text has no room as a whole
  std::size_t room_ = 0;
};

bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; }

Excerpt cut(const content::Passage& passage, const Text& text,
            const std::vector<Match>& matches, const Matcher& matcher) {
  Excerpt excerpt{.heading = passage.text == passage.heading ? "" : passage.heading,
                  .anchor = passage.anchor,
                  .path = text.path,
                  .line = passage.line,
                  .language = text.language};
  const Window window = Cutter(passage.text, text.language).best(matches, matcher);
  if (window.begin > 0) excerpt.text = "… ";
  const std::size_t lead = excerpt.text.size();
  excerpt.text += passage.text.substr(window.begin, window.end - window.begin);
  std::replace_if(excerpt.text.begin(), excerpt.text.end(), is_control, ' ');
  if (window.end < passage.text.size()) excerpt.text += " …";

  for (const Match& match : matches) {
    if (match.offset < window.begin || match.offset + match.length > window.end) continue;
    const std::size_t at = match.offset - window.begin + lead;
    // A joined form covers its parts, which follow it.
    if (!excerpt.ranges.empty() &&
        at < excerpt.ranges.back().offset + excerpt.ranges.back().length)
      continue;
    excerpt.ranges.push_back({at, match.length});
  }
  return excerpt;
}

}  // namespace

Excerpt make_excerpt(const std::vector<Text>& texts, Matcher& matcher,
                     const std::vector<std::string>& languages) {
  std::vector<const Text*> ordered;
  ordered.reserve(texts.size());
  for (const Text& text : texts) ordered.push_back(&text);
  const std::string wanted =
      languages.empty() ? "" : language::primary_language(languages.front());
  std::stable_partition(ordered.begin(), ordered.end(), [&](const Text* text) {
    return language::primary_language(text->language) == wanted;
  });

  const content::Passage* best = nullptr;
  const Text* best_text = nullptr;
  std::vector<Match> best_matches;
  double best_weight = 0;
  for (const Text* text : ordered) {
    for (const content::Passage& passage : text->passages) {
      std::vector<Match> matches = find_matches(passage.text, text->language, matcher);
      double weight = weigh(matches, matcher, 0, passage.text.size());
      if (passage.text == passage.heading) weight /= 2;  // what stands below says more
      if (best != nullptr && weight <= best_weight) continue;
      best = &passage;
      best_text = text;
      best_matches = std::move(matches);
      best_weight = weight;
    }
  }
  if (best == nullptr) return {};
  return cut(*best, *best_text, best_matches, matcher);
}

std::vector<Range> find_ranges(std::string_view text, const std::string& language,
                               Matcher& matcher) {
  std::vector<Range> ranges;
  for (const Match& match : find_matches(text, language, matcher)) {
    if (!ranges.empty() && match.offset < ranges.back().offset + ranges.back().length) continue;
    ranges.push_back({match.offset, match.length});
  }
  return ranges;
}

}  // namespace baraza::index
