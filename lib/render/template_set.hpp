// All templates of a site, compiled and joined by their partials, ready to fill any page.
//
// Findings while a page is filled, all errors and all but the last in strict mode only:
//   [E425 name-unknown]     a name that no view in scope has
//   [E426 value-form]       {{{name}}} of what is not HTML, {{name}} of HTML, of a list or a
//   map [E428 partial-unknown]  a partial, or a page's own template, that the set does not have
//   [E429 too-deep]         partials nested deeper than 64; a page of more than 64 MiB or of
//                           more than five million steps
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/result.hpp"
#include "render/template.hpp"
#include "render/view.hpp"

namespace baraza::render {

struct TemplateSource {
  std::string name = {};  // as pages and partials call it: `case`, `parts/head`
  std::string path = {};  // the file, as findings name it
  std::string text = {};
};

class TemplateSet {
 public:
  TemplateSet() = default;

  bool has(std::string_view name) const { return find(name) != Step::none; }
  std::vector<std::string> names() const;  // sorted

  // The page that template `name` makes of `view`. Names are looked up in the innermost item
  // first, then outwards. A name with an empty value or with nothing is fine, and so is a name
  // below nothing: `{{person.name}}` of a view whose `person` is nothing prints nothing.
  Result<std::string> render(std::string_view name, const View& view) const;

 private:
  friend class Renderer;
  friend TemplateSet make_template_set(std::vector<TemplateSource> sources, Mode mode,
                                       Diagnostics& found);

  struct Slot {
    std::string name = {};
    std::string path = {};
    std::optional<Template> made = {};  // none where it could not be compiled
  };

  std::size_t find(std::string_view name) const;  // its slot, or Step::none
  void link(Diagnostics& found);

  std::vector<Slot> slots_;  // sorted by name
  Mode mode_ = Mode::strict;
};

// Compiles `sources`, of which a later one takes the place of an earlier one of its name, so
// that a bank's templates come after those that are built in. Adds every mistake of every
// template to `found`; those without one can still be filled.
TemplateSet make_template_set(std::vector<TemplateSource> sources, Mode mode,
                              Diagnostics& found);

}  // namespace baraza::render
