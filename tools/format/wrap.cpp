#include "tools/format/wrap.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "language/width.hpp"

namespace baraza::tools {
namespace {

constexpr char mark_on = '\x01';
constexpr char mark_off = '\x02';

// Is it of a script that may be cut between letters? An address or an id is not.
bool may_be_cut(std::string_view word) {
  std::size_t letters = 0;
  std::size_t foreign = 0;
  while (!word.empty()) {
    const language::Letter letter = language::take_letter(word);
    ++letters;
    if (letter.text.size() > 1) ++foreign;
  }
  return foreign * 2 > letters;
}

// Fills lines word by word.
class Lines {
 public:
  Lines(std::string lead, std::string indent, std::size_t width)
      : text_(std::move(lead)),
        indent_(std::move(indent)),
        start_(language::width_of(indent_)),
        used_(language::width_of(text_)),
        room_(width > start_ ? width - start_ : 1) {}

  void add(std::string_view word, std::size_t spaces) {
    const std::size_t wide = language::width_of(word);
    if (begun_ && used_ + spaces + wide > start_ + room_) {
      break_line();
    } else if (begun_ || spaces_stay_) {
      text_.append(spaces, ' ');
      used_ += spaces;
    }
    if (wide <= room_ || !may_be_cut(word)) return put(word, wide);
    while (!word.empty()) {
      std::string_view part = language::cut_to_width(word, start_ + room_ - used_);
      if (part.empty()) {
        std::string_view rest = word;
        part = language::take_letter(rest).text;
      }
      put(part, language::width_of(part));
      word.remove_prefix(part.size());
      if (!word.empty()) break_line();
    }
  }

  void keep_spaces() { spaces_stay_ = true; }
  std::string take() { return std::move(text_); }

 private:
  void put(std::string_view part, std::size_t wide) {
    text_ += part;
    used_ += wide;
    begun_ = true;
  }

  void break_line() {
    text_ += "\n" + indent_;
    used_ = start_;
    begun_ = false;
  }

  std::string text_;
  std::string indent_;
  std::size_t start_;
  std::size_t used_;
  std::size_t room_;
  bool begun_ = false;  // is a word in the line?
  bool spaces_stay_ = false;
};

}  // namespace

std::string wrapped(std::string_view text, std::size_t width, std::string_view indent) {
  Lines lines{std::string(indent), std::string(indent), width};
  bool any = false;
  for (const std::string_view word : split(text, ' ')) {
    if (word.empty()) continue;
    lines.add(word, 1);
    any = true;
  }
  return any ? lines.take() + "\n" : std::string();
}

std::string hung(std::string_view lead, std::string_view text, std::size_t width) {
  Lines lines{std::string(lead), std::string(language::width_of(lead), ' '), width};
  lines.keep_spaces();
  while (!text.empty()) {
    const std::size_t spaces = std::min(text.find_first_not_of(' '), text.size());
    const std::size_t end = std::min(text.find(' ', spaces), text.size());
    lines.add(text.substr(spaces, end - spaces), spaces);
    text.remove_prefix(end);
  }
  return lines.take() + "\n";
}

std::string wrapped_parts(const std::vector<std::string>& parts, std::size_t width,
                          std::string_view indent) {
  std::string result;
  std::string line;
  const std::size_t room = width - std::min(width, language::width_of(indent));
  for (const std::string& part : parts) {
    if (part.empty()) continue;
    std::string longer = line;
    if (!line.empty()) longer += " · ";
    longer += part;
    if (line.empty() || language::width_of(longer) <= room) {
      line = longer;
      continue;
    }
    result += wrapped(line, width, indent);
    line = part;
  }
  return line.empty() ? result : result + wrapped(line, width, indent);
}

std::string marked(std::string_view text, const std::vector<index::Range>& ranges,
                   const Paint& paint) {
  std::string result;
  std::size_t from = 0;
  for (const index::Range& range : ranges) {
    result += visible(text.substr(from, range.offset - from));
    result += paint.on ? mark_on : '*';
    result += visible(text.substr(range.offset, range.length));
    result += paint.on ? mark_off : '*';
    from = range.offset + range.length;
  }
  return result + visible(text.substr(from));
}

std::string show_marks(std::string_view text, std::string_view around) {
  const auto code = [](std::string_view codes) {
    return codes.empty() ? std::string() : "\x1b[" + std::string(codes) + "m";
  };
  std::string result;
  for (const char c : text) {
    if (c == mark_on)
      result += code(colour::found);
    else if (c == mark_off)
      result += code("0") + code(around);
    else
      result += c;
  }
  return result;
}

}  // namespace baraza::tools
