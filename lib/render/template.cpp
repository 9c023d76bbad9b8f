#include "render/template.hpp"

#include <algorithm>
#include <utility>

#include "base/text.hpp"
#include "render/template_place.hpp"
#include "render/template_tags.hpp"
#include "render/view.hpp"

namespace baraza::render {
namespace {

constexpr std::size_t most_bytes = 1 << 20;
constexpr std::size_t most_depth = 64;
constexpr std::size_t most_findings = 50;  // of one template; the rest is noise

// A section that is not closed yet.
struct Open {
  std::size_t step = 0;
  Tag tag = {};
  HtmlPlace place = {};
};

class Compiler {
 public:
  Compiler(Template& made, Mode mode, Diagnostics& found)
      : made_(made), found_(found), checks_places_(mode == Mode::strict) {}

  void run();

 private:
  void add_literal(const Tag& tag);
  void add_tag(const Tag& tag);
  void add_value(const Tag& tag);
  void add_partial(const Tag& tag);
  void open_section(const Tag& tag);
  void close_section(const Tag& tag);
  void end_innermost(const Tag& tag);
  void finish();

  Step& add_step(Step::Kind kind, const Tag& tag);
  void add_name(Step& step, const Tag& tag);
  std::string name_in(const Tag& tag) const;
  void report(const char* rule, const Tag& tag, std::string message, std::string hint,
              std::vector<Note> notes = {});
  Note note(const Tag& tag, std::string message) const;

  Template& made_;
  Diagnostics& found_;
  bool checks_places_;  // until a tag is wrong: then places cannot be told
  HtmlPlace place_;
  std::vector<Open> open_;
};

std::uint32_t offset(std::size_t value) { return static_cast<std::uint32_t>(value); }

std::string Compiler::name_in(const Tag& tag) const {
  return made_.text.substr(tag.name_from, tag.name_to - tag.name_from);
}

Note Compiler::note(const Tag& tag, std::string message) const {
  return {place_in(made_.path, made_.text, tag.at, tag.end), std::move(message)};
}

void Compiler::report(const char* rule, const Tag& tag, std::string message, std::string hint,
                      std::vector<Note> notes) {
  found_.add({.severity = Severity::error,
              .rule = rule,
              .where = place_in(made_.path, made_.text, tag.at, tag.end),
              .message = std::move(message),
              .hint = std::move(hint),
              .notes = std::move(notes),
              .edits = {}});
}

Step& Compiler::add_step(Step::Kind kind, const Tag& tag) {
  Step step;
  step.kind = kind;
  step.at = offset(tag.at);
  made_.steps.push_back(step);
  return made_.steps.back();
}

void Compiler::add_name(Step& step, const Tag& tag) {
  step.from = step.to = offset(made_.name_parts.size());
  const std::string_view name =
      std::string_view(made_.text).substr(tag.name_from, tag.name_to - tag.name_from);
  if (name == ".") return;

  std::size_t from = tag.name_from;
  for (const std::string_view part : split(name, '.')) {
    made_.name_parts.push_back({hash_name(part), offset(from), offset(from + part.size())});
    from += part.size() + 1;
  }
  step.to = offset(made_.name_parts.size());
}

void Compiler::run() {
  TagReader reader(made_.path, made_.text);
  const std::size_t before = found_.size();
  while (open_.size() <= most_depth && found_.size() < before + most_findings) {
    const std::size_t known = found_.size();
    const Tag tag = reader.next(found_);
    if (found_.size() > known) checks_places_ = false;
    add_literal(tag);
    if (tag.kind == Tag::Kind::end) return finish();
    add_tag(tag);
  }
}

void Compiler::add_literal(const Tag& tag) {
  const std::size_t from = tag.literal_from;
  const std::size_t to = tag.literal_to;
  const bool line_start = from == 0 || made_.text[from - 1] == '\n';
  if (from < to) {
    Step& step = add_step(Step::Kind::literal, tag);
    step.from = offset(from);
    step.to = offset(to);
    step.own_line = line_start;
    if (checks_places_) place_.read(std::string_view(made_.text).substr(from, to - from));
  }
  const bool at_line_start = tag.at == 0 || made_.text[tag.at - 1] == '\n';
  if (at_line_start && !tag.own_line && tag.at < made_.text.size()) {
    add_step(Step::Kind::indent, tag);
  }
}

void Compiler::add_tag(const Tag& tag) {
  switch (tag.kind) {
    case Tag::Kind::value:
    case Tag::Kind::html:
      return add_value(tag);
    case Tag::Kind::section:
    case Tag::Kind::inverted:
      return open_section(tag);
    case Tag::Kind::close:
      return close_section(tag);
    case Tag::Kind::partial:
      return add_partial(tag);
    case Tag::Kind::nothing:
    case Tag::Kind::end:
      return;
  }
}

void Compiler::add_value(const Tag& tag) {
  const bool html = tag.kind == Tag::Kind::html;
  add_name(add_step(html ? Step::Kind::html : Step::Kind::value, tag), tag);
  const std::string_view refusal = place_.refusal(html);
  if (refusal.empty() || !checks_places_) return;

  using Spot = HtmlPlace::Spot;
  const Spot spot = place_.spot();
  const bool unquoted = spot == Spot::before_value || spot == Spot::unquoted;
  report("E427", tag, "`" + name_in(tag) + "` " + std::string(refusal),  // unsafe-place
         unquoted
             ? "put quotes around the value"
             : "a value may stand in an element's text or, escaped, in a quoted attribute");
}

void Compiler::add_partial(const Tag& tag) {
  Step& step = add_step(Step::Kind::partial, tag);
  step.from = offset(tag.name_from);
  step.to = offset(tag.name_to);
  step.next = Step::none;
  step.own_line = tag.own_line;
  step.indent = offset(tag.indent);
  if (!checks_places_ || place_.spot() == HtmlPlace::Spot::text) return;

  report("E427", tag,  // unsafe-place
         "the partial `" + name_in(tag) + "` stands in " + std::string(name_of(place_.spot())),
         "a partial may stand only in an element's text");
}

void Compiler::open_section(const Tag& tag) {
  if (open_.size() == most_depth) {
    report("E429", tag,  // too-deep
           "sections are nested deeper than " + std::to_string(most_depth),
           "move the inner ones into a partial");
  }
  const bool inverted = tag.kind == Tag::Kind::inverted;
  open_.push_back({made_.steps.size(), tag, place_});
  add_name(add_step(inverted ? Step::Kind::inverted : Step::Kind::section, tag), tag);
}

void Compiler::end_innermost(const Tag& tag) {
  const Open& open = open_.back();
  made_.steps[open.step].next = offset(made_.steps.size());
  if (checks_places_ && !place_.same_as(open.place)) {
    report("E427", tag,  // unsafe-place
           "section `" + name_in(open.tag) + "` ends in " +
               std::string(name_of(place_.spot())) + " but begins in " +
               std::string(name_of(open.place.spot())),
           "open and close a tag, its quotes or a comment on the same side of the section",
           {note(open.tag, "it begins here")});
    place_ = open.place;
  }
  open_.pop_back();
}

void Compiler::close_section(const Tag& tag) {
  const std::string name = name_in(tag);
  if (open_.empty()) {
    checks_places_ = false;
    report("E424", tag, "`" + name + "` is closed but not open",  // section-crossed
           "remove the tag or open the section with `{{#" + name + "}}`");
    return;
  }
  const std::string inner = name_in(open_.back().tag);
  if (inner == name) return end_innermost(tag);
  checks_places_ = false;

  report("E424", tag,  // section-crossed
         "`" + name + "` is closed where `" + inner + "` is still open",
         "close `" + inner + "` first with `{{/" + inner + "}}`",
         {note(open_.back().tag, "`" + inner + "` was opened here")});
  const auto same = [&](const Open& open) { return name_in(open.tag) == name; };
  const auto outer = std::find_if(open_.rbegin(), open_.rend(), same);
  if (outer != open_.rend()) {
    open_.erase(outer.base(), open_.end());
    end_innermost(tag);
  } else if (!nearest({inner}, name).empty()) {
    end_innermost(tag);  // the name is misspelt
  }
}

void Compiler::finish() {
  for (const Open& open : open_) {
    const std::string name = name_in(open.tag);
    report("E423", open.tag, "section `" + name + "` is never closed",  // section-unclosed
           "close it with `{{/" + name + "}}`");
  }
  if (!open_.empty() || !checks_places_ || place_.spot() == HtmlPlace::Spot::text) return;

  Tag end;
  end.at = end.end = made_.text.size();
  report("E427", end,  // unsafe-place
         "the template ends in " + std::string(name_of(place_.spot())), "close it");
}

// What no page may hold.
bool check_text(const std::string& path, std::string_view text, Diagnostics& found) {
  const auto report = [&](Place where, std::string message, std::string hint) {
    found.add({.severity = Severity::error,
               .rule = "E420",  // template-text
               .where = std::move(where),
               .message = std::move(message),
               .hint = std::move(hint),
               .notes = {},
               .edits = {}});
    return false;
  };
  if (text.size() > most_bytes) {
    return report({path, {}}, "the template is larger than 1 MiB", "split it into partials");
  }
  const std::size_t bad = find_invalid_utf8(text);
  if (bad != std::string_view::npos) {
    return report(place_in(path, text, bad, bad), "the template is not UTF-8",
                  "save the file as UTF-8");
  }
  const auto is_control = [](char one) {
    return (static_cast<unsigned char>(one) < 0x20 && one != '\t' && one != '\n' &&
            one != '\r') ||
           one == 0x7F;
  };
  const auto bad_at = std::find_if(text.begin(), text.end(), is_control) - text.begin();
  const auto at = static_cast<std::size_t>(bad_at);
  if (at == text.size()) return true;
  return report(place_in(path, text, at, at + 1), "the template holds a control character",
                "delete it");
}

}  // namespace

std::string_view Template::name_of(const Step& step) const {
  if (step.kind == Step::Kind::partial) return slice(step.from, step.to);
  if (step.from == step.to) return ".";
  return slice(name_parts[step.from].from, name_parts[step.to - 1].to);
}

Place Template::place_of(const Step& step) const {
  const std::string_view name = name_of(step);
  const std::size_t from = std::min(text.find(name, step.at), text.size());
  return place_in(path, text, step.at, std::min(from + name.size(), text.size()));
}

Place place_in(const std::string& path, std::string_view text, std::size_t from,
               std::size_t to) {
  const auto locate = [&](std::size_t at, int& line, int& column) {
    const std::string_view before = text.substr(0, at);
    const std::size_t newline = before.rfind('\n');
    const std::size_t start = newline == std::string_view::npos ? 0 : newline + 1;
    line = static_cast<int>(std::count(before.begin(), before.end(), '\n')) + 1;
    column = static_cast<int>(count_characters(before.substr(start))) + 1;
  };
  Place place{path, {}};
  locate(from, place.span.line, place.span.column);
  locate(to, place.span.end_line, place.span.end_column);
  return place;
}

std::optional<Template> compile(std::string path, std::string text, Mode mode,
                                Diagnostics& found) {
  if (text.starts_with("\xEF\xBB\xBF")) text.erase(0, 3);
  if (!check_text(path, text, found)) return std::nullopt;

  const std::size_t errors = found.count(Severity::error);
  Template made;
  made.path = std::move(path);
  made.text = std::move(text);
  Compiler(made, mode, found).run();
  if (found.count(Severity::error) > errors) return std::nullopt;
  return made;
}

}  // namespace baraza::render
