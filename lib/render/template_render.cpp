#include "render/template_render.hpp"

#include <algorithm>
#include <utility>

#include "base/text.hpp"

namespace baraza::render {
namespace {

constexpr std::size_t most_partials = 64;
constexpr std::size_t most_steps = 5'000'000;
constexpr std::size_t most_bytes = std::size_t{64} << 20;
constexpr std::size_t usual_page = std::size_t{16} << 10;

// As escape_html(), but onto the page itself.
void append_escaped(std::string& out, std::string_view text) {
  std::size_t done = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    std::string_view escaped;
    switch (text[at]) {
      case '&':
        escaped = "&amp;";
        break;
      case '<':
        escaped = "&lt;";
        break;
      case '>':
        escaped = "&gt;";
        break;
      case '"':
        escaped = "&quot;";
        break;
      case '\'':
        escaped = "&#39;";
        break;
      default:
        continue;
    }
    out.append(text, done, at - done).append(escaped);
    done = at + 1;
  }
  out.append(text, done);
}

const View& nothing() {
  static const View none;
  return none;
}

}  // namespace

Result<std::string> Renderer::run(const Template& page) {
  out_.reserve(usual_page);
  if (run_steps(page, 0, page.steps.size())) return std::move(out_);
  return *std::move(problem_);
}

bool Renderer::run_steps(const Template& made, std::size_t from, std::size_t to) {
  std::size_t at = from;
  while (at < to) {
    if (++steps_ > most_steps || out_.size() > most_bytes) {
      return fail(made, made.steps[at], "E429", "the page grows without end",
                  "look for sections and partials that repeat one another");
    }
    if (!run_step(made, at)) return false;
  }
  return true;
}

bool Renderer::run_step(const Template& made, std::size_t& at) {
  const Step& step = made.steps[at++];
  switch (step.kind) {
    case Step::Kind::literal:
      print_literal(made.slice(step.from, step.to), step.own_line);
      return true;
    case Step::Kind::indent:
      out_ += indent_;
      return true;
    case Step::Kind::value:
    case Step::Kind::html:
      return print(made, step);
    case Step::Kind::section:
    case Step::Kind::inverted: {
      const std::size_t body = at;
      at = step.next;
      return run_section(made, step, body);
    }
    case Step::Kind::partial:
      return run_partial(made, step);
  }
  return true;
}

// A partial's indentation stands before each line of its own text, never before the lines of
// a value.
void Renderer::print_literal(std::string_view text, bool line_start) {
  if (indent_.empty()) {
    out_ += text;
    return;
  }
  while (!text.empty()) {
    if (line_start) out_ += indent_;
    const std::size_t newline = text.find('\n');
    const std::size_t size = newline == std::string_view::npos ? text.size() : newline + 1;
    out_ += text.substr(0, size);
    text.remove_prefix(size);
    line_start = true;
  }
}

const View* Renderer::find(const Template& made, const Step& step) {
  if (step.from == step.to) return scope_.back();

  const NamePart& first = made.name_parts[step.from];
  const std::string_view name = made.slice(first.from, first.to);
  const View* value = nullptr;
  for (auto view = scope_.rbegin(); value == nullptr && view != scope_.rend(); ++view) {
    value = (*view)->find(name, first.hash);
  }
  const View* below = nullptr;
  std::string_view missing = name;
  for (std::size_t i = step.from + 1; value != nullptr && i < step.to; ++i) {
    const NamePart& part = made.name_parts[i];
    below = value;
    missing = made.slice(part.from, part.to);
    value = below->find(missing, part.hash);
    if (value == nullptr && below->kind() == View::Kind::nothing) value = &nothing();
  }
  if (value == nullptr && set_.mode_ == Mode::strict) fail_unknown(made, step, below, missing);
  return value;
}

bool Renderer::print(const Template& made, const Step& step) {
  const View* value = find(made, step);
  if (value == nullptr) return !problem_;
  if (set_.mode_ == Mode::strict && !check_form(made, step, *value)) return false;

  const View::Kind kind = value->kind();
  const bool is_text = kind == View::Kind::text || kind == View::Kind::html;
  if (step.kind == Step::Kind::value && is_text) {
    append_escaped(out_, value->text());
  } else {
    value->append_to(out_);
  }
  return true;
}

bool Renderer::check_form(const Template& made, const Step& step, const View& value) {
  const View::Kind kind = value.kind();
  const std::string name(made.name_of(step));
  if (kind == View::Kind::list || kind == View::Kind::map) {
    const std::string hint =
        kind == View::Kind::list
            ? "open a section for its items: `{{#" + name + "}}`"
            : "print one of its names: `{{" + (name == "." ? "" : name + ".") + "name}}`";
    return fail(made, step, "E426",
                "`" + name + "` is " + std::string(name_of(kind)) + " and cannot be printed",
                hint);
  }
  if (step.kind == Step::Kind::html && kind == View::Kind::text) {
    return fail(made, step, "E426", "`" + name + "` is a text and must be escaped",
                "print it with `{{" + name + "}}`");
  }
  if (step.kind == Step::Kind::value && kind == View::Kind::html) {
    return fail(made, step, "E426", "`" + name + "` is HTML and would show its tags",
                "print it with `{{{" + name + "}}}` in an element's text");
  }
  return true;
}

bool Renderer::run_section(const Template& made, const Step& step, std::size_t body) {
  const View* value = find(made, step);
  if (problem_) return false;

  const bool is_true = value != nullptr && value->is_true();
  if (step.kind == Step::Kind::inverted) return is_true || run_steps(made, body, step.next);
  if (!is_true) return true;

  const bool is_list = value->kind() == View::Kind::list;
  const View* first = is_list ? value->items().data() : value;
  const std::size_t count = is_list ? value->items().size() : 1;
  for (std::size_t i = 0; i < count; ++i) {
    scope_.push_back(first + i);
    const bool good = run_steps(made, body, step.next);
    scope_.pop_back();
    if (!good) return false;
  }
  return true;
}

bool Renderer::run_partial(const Template& made, const Step& step) {
  const Template* inner = nullptr;
  if (step.next != Step::none && set_.slots_[step.next].made) {
    inner = &*set_.slots_[step.next].made;
  }
  if (inner == nullptr) {
    if (set_.mode_ == Mode::spec) return true;
    return fail(made, step, "E428",
                "no template `" + std::string(made.name_of(step)) + "` can be used", "");
  }
  if (calls_.size() == most_partials) {
    return fail(made, step, "E429",
                "partials are nested deeper than " + std::to_string(most_partials),
                "look for a partial that calls itself for ever");
  }

  std::string outer;
  const std::size_t size = indent_.size();
  if (step.own_line) {
    indent_ += made.slice(step.at - step.indent, step.at);
  } else {
    outer.swap(indent_);  // its lines are not the caller's
  }
  calls_.push_back({made, step});
  const bool good = run_steps(*inner, 0, inner->steps.size());
  calls_.pop_back();
  if (step.own_line) {
    indent_.resize(size);
  } else {
    indent_.swap(outer);
  }
  return good;
}

bool Renderer::fail(const Template& made, const Step& step, const char* rule,
                    std::string message, std::string hint) {
  Diagnostic problem{.severity = Severity::error,
                     .rule = rule,
                     .where = made.place_of(step),
                     .message = std::move(message),
                     .hint = std::move(hint),
                     .notes = {},
                     .edits = {}};
  constexpr std::size_t most_notes = 5;
  for (std::size_t i = calls_.size(); i > 0 && problem.notes.size() < most_notes; --i) {
    const Call& call = calls_[i - 1];
    problem.notes.push_back({call.from.place_of(call.step), "the partial is called here"});
  }
  problem_ = std::move(problem);
  return false;
}

bool Renderer::fail_unknown(const Template& made, const Step& step, const View* below,
                            std::string_view part) {
  std::vector<std::string> known;
  const auto add_names = [&](const View& view) {
    for (const View::Entry& entry : view.entries()) known.push_back(entry.name);
  };
  if (below != nullptr) {
    add_names(*below);
  } else {
    for (const View* view : scope_) add_names(*view);
  }
  std::sort(known.begin(), known.end());
  known.erase(std::unique(known.begin(), known.end()), known.end());

  std::string owner = "the page";
  if (below != nullptr) {
    const NamePart& first = made.name_parts[step.from];
    const auto end = static_cast<std::uint32_t>(part.data() - made.text.data());
    owner = "`" + std::string(made.slice(first.from, end - 1)) + "`";
  }
  return fail(made, step, "E425", owner + " has no `" + std::string(part) + "`",
              did_you_mean(nearest(known, part)));
}

}  // namespace baraza::render
