// `baraza completion SHELL`: teaches a shell to complete command lines of this program, which
// it then asks at every TAB by the hidden command `baraza complete -- WORD...`.
#include <memory>
#include <ostream>

#include "tools/candidates.hpp"
#include "tools/commands.hpp"
#include "tools/format/help.hpp"
#include "tools/format/terminal.hpp"

namespace baraza::tools {
namespace {

// Readline parts words at = and :, and replaces only what stands behind the last of them.
constexpr std::string_view bash_script = R"(# Completion of baraza for bash. Once:
#   baraza completion bash > ~/.local/share/bash-completion/completions/baraza
_baraza() {
  local line=${COMP_LINE:0:COMP_POINT} words lines one kept last
  read -ra words <<< "$line"
  [[ $line == *[[:space:]] ]] && words+=("")
  (( ${#words[@]} > 1 )) || return
  last=${words[-1]#[\"\']}
  words[-1]=$last
  mapfile -t lines < <("${words[0]}" complete -- "${words[@]:1}" 2>/dev/null)
  COMPREPLY=()
  case ${lines[0]} in
    :files) compopt -o filenames; mapfile -t COMPREPLY < <(compgen -f -- "$last"); return ;;
    :folders) compopt -o filenames; mapfile -t COMPREPLY < <(compgen -d -- "$last"); return ;;
  esac
  kept=${last%"${last##*[=:]}"}
  for one in "${lines[@]}"; do
    one=${one%%$'\t'*}
    [[ $one == *= ]] && compopt -o nospace
    COMPREPLY+=("${one#"$kept"}")
  done
}
complete -F _baraza baraza
)";

constexpr std::string_view zsh_script = R"(#compdef baraza
# Completion of baraza for zsh. Once, in a folder of $fpath:
#   baraza completion zsh > ~/.zfunc/_baraza
_baraza() {
  local -a lines shown
  local one
  lines=("${(@f)$(${(Q)words[1]} complete -- "${(@Q)words[2,CURRENT]}" 2>/dev/null)}")
  case $lines[1] in
    :files) _files; return ;;
    :folders) _files -/; return ;;
  esac
  for one in $lines; do
    shown+=("${${one%%$'\t'*}//:/\\:}${${(M)one:#*$'\t'*}:+:${one#*$'\t'}}")
  done
  (( $#shown )) && _describe -V baraza shown
}
if [[ $funcstack[1] == _baraza ]]; then
  _baraza "$@"
else
  compdef _baraza baraza
fi
)";

constexpr std::string_view fish_script = R"(# Completion of baraza for fish. Once:
#   baraza completion fish > ~/.config/fish/completions/baraza.fish
function __baraza_complete
    set -l words (commandline -opc) (commandline -ct)
    set -l lines ($words[1] complete -- $words[2..-1] 2>/dev/null)
    switch "$lines[1]"
        case :files
            __fish_complete_path (commandline -ct)
        case :folders
            __fish_complete_directories (commandline -ct)
        case '*'
            printf '%s\n' $lines
    end
end
complete -c baraza -f -a '(__baraza_complete)'
)";

ExitCode print_script(const std::string& shell, const Env& env) {
  env.out << (shell == "bash" ? bash_script : shell == "zsh" ? zsh_script : fish_script);
  return ExitCode::ok;
}

// A line a candidate, its description behind a tab.
ExitCode print_candidates(CLI::App& app, const std::vector<std::string>& words,
                          const Env& env) {
  const Candidates found = find_candidates(app, words, env);
  if (!found.left_to_shell.empty()) env.out << ':' << found.left_to_shell << '\n';
  for (const Candidate& one : found.words)
    env.out << visible(one.word)
            << (one.about.empty() ? std::string() : "\t" + visible(one.about)) << '\n';
  return ExitCode::ok;
}

}  // namespace

Command add_completion(CLI::App& app, const Facets&) {
  auto shell = std::make_shared<std::string>();
  CLI::App* spec =
      app.add_subcommand("completion", "Print what makes a shell complete commands");
  spec->add_option("shell", *shell, "bash, zsh or fish")
      ->required()
      ->check(one_of({"bash", "zsh", "fish"}));
  return {spec, [shell](const Env& env) { return print_script(*shell, env); }};
}

Command add_complete(CLI::App& app, const Facets&) {
  auto words = std::make_shared<std::vector<std::string>>();
  CLI::App* spec = app.add_subcommand("complete", "Print how a command line may go on");
  spec->group("");  // for shells alone
  spec->add_option("words", *words, "those behind the program's name, the last unfinished");
  CLI::App* const all = &app;
  return {spec, [all, words](const Env& env) { return print_candidates(*all, *words, env); }};
}

}  // namespace baraza::tools
