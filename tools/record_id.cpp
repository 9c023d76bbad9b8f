#include "tools/record_id.hpp"

#include <ostream>
#include <vector>

#include "base/text.hpp"
#include "tools/format/terminal.hpp"

namespace baraza::tools {

ExitCode refuse_id(const std::string& id, const index::Index& index, const Env& env) {
  const Result<std::vector<std::string>> near = index.nearest_ids(id);
  const std::string hint = near ? did_you_mean(*near) : std::string();
  const auto lessons = index.lessons_of(id.substr(0, id.find('#')));
  env.err << "baraza: there is no record `" << visible(id) << "`" << (hint.empty() ? "" : "; ")
          << hint << '\n';
  if (!lessons || lessons->empty()) {
    env.err << "  help: a case has an id such as `some-case`, a lesson one such as "
               "`some-case#some-lesson`\n";
    return ExitCode::content;
  }
  std::vector<std::string> ids;
  for (const index::Entry& lesson : *lessons) ids.push_back("`" + lesson.id + "`");
  env.err << "  help: the lessons of that case are " << join(ids, ", ") << '\n';
  return ExitCode::content;
}

}  // namespace baraza::tools
