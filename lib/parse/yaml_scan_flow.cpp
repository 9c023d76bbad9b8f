// Values in brackets: `[a, b]` and `{key: value}`, over any number of lines.
#include <utility>

#include "base/text.hpp"
#include "parse/yaml_scanner.hpp"

namespace baraza::parse {

constexpr std::size_t nowhere = std::string_view::npos;

struct YamlScanner::Flow {
  struct Open {
    std::size_t at = 0;
    char bracket = '[';
    int colons = 0;  // of the present item
  };

  std::size_t i = 0;
  std::size_t begin = 0;
  int parent = 0;
  std::vector<Open> open = {};
  bool starts = true;          // a value may start here
  bool empty = true;           // nothing since the last comma or bracket
  std::size_t item = 0;        // where the present plain item starts
  std::size_t hash = nowhere;  // a `#` directly before a word, in this value
  bool done = false;           // pos_ is set
};

void YamlScanner::scan_flow(std::size_t at, int parent) {
  Flow flow{.i = at, .begin = at, .parent = parent};
  while (!flow.done && flow.i < text_.size()) {
    if (step_flow(flow)) continue;
    // What closes a value that was given up belongs to it.
    while (!flow.open.empty() && !flow.done && pos_ < text_.size()) {
      const std::size_t content = pos_ + static_cast<std::size_t>(indent_at(text_, pos_));
      if (this->at(content) != ']' && this->at(content) != '}') break;
      pos_ = next_line(content);
    }
    return;
  }
  if (flow.done) return;
  report_unclosed(flow);
  pos_ = text_.size();
}

// Reads on by one sign. Answers false when the value is done or given up.
bool YamlScanner::step_flow(Flow& flow) {
  const char c = text_[flow.i];
  if (c == ' ' || c == '\t') {
    ++flow.i;
    return true;
  }
  if (c == '\n') return step_flow_line(flow);
  if (c == '#' && is_blank_at(flow.i - 1)) {
    if (!is_blank_at(flow.i + 1)) flow.hash = flow.i;
    flow.i = line_end(flow.i);
    return true;
  }
  if (c == '[' || c == '{') {
    if (!flow.starts) {
      breaks("E151", flow.i, flow.i + 1, "a bracket inside a value that is not in quotes",
             "put the value in quotes, or a comma before the bracket");
      skip_value(flow.i, flow.parent);
      return false;
    }
    flow.open.push_back({flow.i, c, 0});
    if (flow.open.size() > static_cast<std::size_t>(max_depth_)) {
      breaks("E154", flow.i, flow.i + 1,
             "brackets are nested more than " + std::to_string(max_depth_) + " deep",
             "write the value in fewer levels");
      skip_value(flow.i, flow.parent);
      return false;
    }
    flow.empty = true;
    ++flow.i;
    return true;
  }
  if (c == ']' || c == '}') return step_flow_close(flow);
  if (c == ',') return step_flow_comma(flow);
  const char next = at(flow.i + 1);
  if (c == ':' && (is_blank_at(flow.i + 1) || next == ',' || next == ']' || next == '}')) {
    return step_flow_colon(flow);
  }
  if (!flow.starts) {
    ++flow.i;
    return true;
  }
  return start_flow_item(flow);
}

bool YamlScanner::step_flow_comma(Flow& flow) {
  if (flow.empty) {
    breaks("E152", flow.i, flow.i + 1, "a comma with nothing before it", "delete it",
           drop_commas(flow.i));
    skip_value(flow.i, flow.parent);
    return false;
  }
  end_flow_item(flow);
  flow.open.back().colons = 0;
  flow.starts = flow.empty = true;
  ++flow.i;
  return true;
}

bool YamlScanner::start_flow_item(Flow& flow) {
  const char c = text_[flow.i];
  if (c == '"' || c == '\'') return step_flow_quote(flow);
  flow.starts = flow.empty = false;
  flow.item = flow.i;
  if (c == '#') {
    breaks("E138", flow.i, flow.i + 1, "a value cannot begin with `#`",
           "put the value in quotes");
    skip_value(flow.i, flow.parent);
    return false;
  }
  if (report_bad_start(flow.i, flow.parent)) return false;
  ++flow.i;
  return true;
}

// A plain item ends before flow.i.
void YamlScanner::end_flow_item(Flow& flow) {
  if (flow.item == 0) return;
  const std::string_view item = trim(cut(flow.item, flow.i));
  check_curly(flow.item, flow.i);
  const std::size_t colon = item.find(':');
  if (flow.open.back().bracket == '{' && flow.open.back().colons == 0 && colon != nowhere &&
      is_word(item.substr(0, colon)) && at(flow.item + colon + 1) != '/')
    report_tight_colon(flow.item, flow.item + colon, true, true);
  flow.item = 0;
}

bool YamlScanner::step_flow_colon(Flow& flow) {
  if (flow.empty) {
    breaks("E153", flow.i, flow.i + 1, "a colon with no key before it",
           "write a key as one word and a colon: `title: ...`");
    skip_value(flow.i, flow.parent);
    return false;
  }
  if (++flow.open.back().colons > 1) {
    breaks("E131", flow.i, flow.i + 1,
           "a colon and a space inside a value that is not in quotes",
           "put the value in quotes, or a comma before the next key");
    skip_value(flow.i, flow.parent);
    return false;
  }
  flow.item = 0;
  flow.starts = true;
  ++flow.i;
  return true;
}

bool YamlScanner::step_flow_quote(Flow& flow) {
  const std::size_t open = flow.i;
  std::size_t where = open;
  const std::size_t after = pass_quoted(where, flow.parent, false);
  if (after == nowhere) {
    pos_ = where;
    return false;
  }
  flow.item = 0;
  flow.starts = flow.empty = false;
  flow.i = after;
  const std::size_t next = skip_blanks(after);
  if (at(next) == ':') {  // its value may follow at once: `{"id":"s1"}`
    flow.i = next;
    return step_flow_colon(flow);
  }
  if (std::string_view(",]}\n").find(at(next)) != nowhere) return true;
  if (at(next) == '#' && next > after) return true;
  report_after_quote(open, after, flow.parent, true);
  skip_value(after, flow.parent);
  return false;
}

// Of one pair of brackets, whose line ends with the second: what is in it tells which is wrong.
YamlScanner::Edits YamlScanner::other_bracket(const Flow& flow) const {
  const Flow::Open& open = flow.open.back();
  const bool map = open.bracket == '{';
  const bool sure = flow.open.size() == 1 && map == (open.colons > 0) && ends_line(flow.i + 1);
  return sure ? put(flow.i, flow.i + 1, map ? "}" : "]") : Edits{};
}

bool YamlScanner::step_flow_close(Flow& flow) {
  const Flow::Open open = flow.open.back();
  const char c = text_[flow.i];
  if (c != (open.bracket == '[' ? ']' : '}')) {
    breaks("E150", open.at, open.at + 1,
           std::string("the bracket that opens here is closed by `") + c + "`",
           "close a list with `]` and a group of fields with `}`", other_bracket(flow));
    skip_value(flow.i, flow.parent);
    return false;
  }
  end_flow_item(flow);
  flow.open.pop_back();
  flow.starts = flow.empty = false;
  ++flow.i;
  if (!flow.open.empty()) return true;
  finish_flow(flow);
  return false;
}

void YamlScanner::finish_flow(const Flow& flow) {
  if (flow.hash != nowhere) warn_hash(flow.hash, flow.begin);
  if (ends_line(flow.i)) {
    pos_ = next_line(flow.i);
    return;
  }
  const std::size_t rest = skip_blanks(flow.i);
  if (at(rest) == ':') {
    breaks("E153", flow.begin, flow.i, "a key cannot be a list or a group of fields",
           "write a key as one word and a colon: `title: ...`");
  } else if (is_lone_separator(flow.i)) {
    breaks("E151", rest, rest + 1,
           std::string("`") + at(rest) + "` follows the closing bracket",
           "delete it: the line's end is where the value ends",
           drop_separator(flow.begin, flow.i, flow.parent));
  } else {
    breaks("E151", rest, line_end(rest), "text follows after the closing bracket",
           "put the whole value in quotes; a value that begins with a bracket is a list");
  }
  skip_value(flow.i, flow.parent);
}

// The next line must belong to the value by its indentation, unless it closes it or goes on
// with items.
bool YamlScanner::step_flow_line(Flow& flow) {
  const std::size_t start = flow.i + 1;
  const int column = indent_at(text_, start);
  const std::size_t content = start + static_cast<std::size_t>(column);
  flow.i = content;
  if (column > flow.parent || content >= text_.size()) return true;
  const bool key = find_key(content).has_value();
  const std::string_view three = text_.substr(content, 3);
  const bool fence =
      column == 0 && (three == "---" || three == "...") && is_blank_at(content + 3);
  if (!key && !fence && !is_dash(content)) return true;
  report_unclosed(flow);
  pos_ = start;
  flow.done = true;
  return false;
}

void YamlScanner::report_unclosed(const Flow& flow) {
  const Flow::Open& open = flow.open.back();
  if (flow.hash != nowhere) {
    breaks("E138", flow.hash, flow.hash + 1,
           "`#` begins a comment, and so the list never closes", "put the value in quotes");
    return;
  }
  breaks("E150", open.at, open.at + 1, "the bracket that opens here is never closed",
         std::string("close it with `") + (open.bracket == '[' ? ']' : '}') + "`",
         flow.open.size() == 1 ? close_bracket(flow.begin, flow.parent) : Edits{});
}

}  // namespace baraza::parse
