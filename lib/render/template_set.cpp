#include "render/template_set.hpp"

#include <algorithm>
#include <utility>

#include "base/text.hpp"
#include "render/template_render.hpp"

namespace baraza::render {
namespace {

Diagnostic unknown(Place where, std::string_view name, const std::vector<std::string>& known) {
  return {.severity = Severity::error,
          .rule = "E428",  // partial-unknown
          .where = std::move(where),
          .message = "there is no template `" + std::string(name) + "`",
          .hint = did_you_mean(nearest(known, name)),
          .notes = {},
          .edits = {}};
}

}  // namespace

std::size_t TemplateSet::find(std::string_view name) const {
  const auto slot =
      std::lower_bound(slots_.begin(), slots_.end(), name,
                       [](const Slot& one, std::string_view key) { return one.name < key; });
  if (slot == slots_.end() || slot->name != name) return Step::none;
  return static_cast<std::size_t>(slot - slots_.begin());
}

std::vector<std::string> TemplateSet::names() const {
  std::vector<std::string> names;
  names.reserve(slots_.size());
  for (const Slot& slot : slots_) names.push_back(slot.name);
  return names;
}

Result<std::string> TemplateSet::render(std::string_view name, const View& view) const {
  const std::size_t at = find(name);
  if (at == Step::none) return unknown({std::string(name), {}}, name, names());

  const Slot& slot = slots_[at];
  if (!slot.made) {
    return Diagnostic{.severity = Severity::error,
                      .rule = "E428",  // partial-unknown
                      .where = {slot.path, {}},
                      .message = "the template `" + slot.name + "` cannot be used",
                      .hint = "mend what is found in it",
                      .notes = {},
                      .edits = {}};
  }
  return Renderer(*this, view).run(*slot.made);
}

// Partials by number instead of by name.
void TemplateSet::link(Diagnostics& found) {
  for (Slot& slot : slots_) {
    if (!slot.made) continue;
    for (Step& step : slot.made->steps) {
      if (step.kind != Step::Kind::partial) continue;
      const std::string_view name = slot.made->name_of(step);
      step.next = static_cast<std::uint32_t>(find(name));
      if (step.next != Step::none || mode_ == Mode::spec) continue;
      found.add(unknown(slot.made->place_of(step), name, names()));
    }
  }
}

TemplateSet make_template_set(std::vector<TemplateSource> sources, Mode mode,
                              Diagnostics& found) {
  TemplateSet set;
  set.mode_ = mode;
  std::reverse(sources.begin(), sources.end());  // so that the last of a name is met first
  std::stable_sort(
      sources.begin(), sources.end(),
      [](const TemplateSource& a, const TemplateSource& b) { return a.name < b.name; });
  for (TemplateSource& source : sources) {
    if (!set.slots_.empty() && set.slots_.back().name == source.name) continue;
    std::optional<Template> made = compile(source.path, std::move(source.text), mode, found);
    set.slots_.push_back({std::move(source.name), std::move(source.path), std::move(made)});
  }
  set.link(found);
  return set;
}

}  // namespace baraza::render
