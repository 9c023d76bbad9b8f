// Fills one page: walks the steps of compiled templates over a view.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "render/template_set.hpp"

namespace baraza::render {

// Used once. The set and the view must outlive it.
class Renderer {
 public:
  Renderer(const TemplateSet& set, const View& view) : set_(set) { scope_.push_back(&view); }

  Result<std::string> run(const Template& page);

 private:
  // Where a partial is called from.
  struct Call {
    const Template& from;
    const Step& step;
  };

  // Each answers whether to go on; when not, problem_ says why.
  bool run_steps(const Template& made, std::size_t from, std::size_t to);
  bool run_step(const Template& made, std::size_t& at);
  bool run_section(const Template& made, const Step& step, std::size_t body);
  bool run_partial(const Template& made, const Step& step);
  bool print(const Template& made, const Step& step);
  bool check_form(const Template& made, const Step& step, const View& value);
  bool fail(const Template& made, const Step& step, const char* rule, std::string message,
            std::string hint);
  bool fail_unknown(const Template& made, const Step& step, const View* below,
                    std::string_view part);

  void print_literal(std::string_view text, bool line_start);
  // The value of the step's name, or null: in strict mode with a problem, else for nothing.
  const View* find(const Template& made, const Step& step);

  const TemplateSet& set_;
  std::string out_;
  std::vector<const View*> scope_;  // innermost last
  std::vector<Call> calls_;         // innermost last
  std::string indent_;              // of the partial that is being filled
  std::size_t steps_ = 0;
  std::optional<Diagnostic> problem_;
};

}  // namespace baraza::render
