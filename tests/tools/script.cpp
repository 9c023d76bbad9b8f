#include "tests/tools/script.hpp"

#include <array>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <stdexcept>

#include <fcntl.h>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/text.hpp"

namespace baraza::test {
namespace {

namespace fs = std::filesystem;

bool starts(std::string_view text, std::string_view with) {
  return text.substr(0, with.size()) == with;
}

bool is_header(std::string_view line) {
  return starts(line, "-- ") && line.size() > 6 && line.substr(line.size() - 3) == " --";
}

ScriptFile parse_header(std::string_view line) {
  std::string_view name = line.substr(3, line.size() - 6);
  ScriptFile file;
  if (const std::size_t arrow = name.find(" -> "); arrow != std::string_view::npos) {
    file.link_to = std::string(name.substr(arrow + 4));
    name = name.substr(0, arrow);
  }
  constexpr std::string_view copied = "* from ";
  if (starts(name, copied)) {
    file.copy_of = std::string(name.substr(copied.size()));
    name = {};
  }
  file.path = std::string(name);
  return file;
}

void take_base64(ScriptFile& file) {
  constexpr std::string_view mark = " (base64)";
  if (!std::string_view(file.path).ends_with(mark)) return;
  file.path.resize(file.path.size() - mark.size());
  file.bytes = decode_base64(file.bytes);
}

bool is_ambiguous(std::string_view line) {
  return line.empty() || starts(line, "$ ") || starts(line, "2> ") || starts(line, "exit ") ||
         starts(line, "| ") || starts(line, "-- ") || starts(line, "#");
}

void render_lines(std::string_view text, std::string_view prefix, std::string& result) {
  for (const std::string_view line : lines_of(text)) {
    if (prefix.empty() && is_ambiguous(line)) result += line.empty() ? "|" : "| ";
    result += prefix;
    if (!prefix.empty() && line.empty()) result.pop_back();  // no white space at a line's end
    result += line;
    result += '\n';
  }
}

struct Pipe {
  Pipe() {
    if (pipe2(ends.data(), O_CLOEXEC) != 0) throw std::runtime_error("pipe");
  }
  std::array<int, 2> ends = {};
};

// Reads both ends until both are closed.
void drain(int out, int err, Answer& answer) {
  std::array<pollfd, 2> fds = {pollfd{out, POLLIN, 0}, pollfd{err, POLLIN, 0}};
  int open_ends = 2;
  std::array<char, 65536> buffer = {};
  while (open_ends > 0) {
    if (poll(fds.data(), fds.size(), -1) < 0) continue;
    for (pollfd& fd : fds) {
      if (fd.fd < 0 || fd.revents == 0) continue;
      const ssize_t got = read(fd.fd, buffer.data(), buffer.size());
      if (got > 0) {
        (fd.fd == out ? answer.out : answer.err)
            .append(buffer.data(), static_cast<std::size_t>(got));
        continue;
      }
      close(fd.fd);
      fd.fd = -1;
      --open_ends;
    }
  }
}

[[noreturn]] void become(const std::string& line, const std::string& folder,
                         const std::string& program_folder, int out, int err) {
  dup2(open("/dev/null", O_RDONLY), 0);  // NOLINT
  dup2(out, 1);
  dup2(err, 2);
  if (chdir(folder.c_str()) != 0) _exit(126);
  const std::string path = "PATH=" + program_folder + ":/usr/local/bin:/usr/bin:/bin";
  const std::string home = "HOME=" + folder;
  // The day of findings that depend on one: 2026-12-01.
  std::array<const char*, 6> environment = {
      path.c_str(), home.c_str(), "TZ=UTC", "LC_ALL=C.UTF-8", "SOURCE_DATE_EPOCH=1796083200",
      nullptr};
  std::array<const char*, 4> arguments = {"sh", "-c", line.c_str(), nullptr};
  execve("/bin/sh", const_cast<char* const*>(arguments.data()),  // NOLINT
         const_cast<char* const*>(environment.data()));          // NOLINT
  _exit(127);
}

}  // namespace

std::string decode_base64(std::string_view text) {
  constexpr std::string_view letters =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string bytes;
  unsigned bits = 0;
  int have = 0;
  for (const char c : text) {
    const std::size_t value = letters.find(c);
    if (value == std::string_view::npos) continue;
    bits = (bits << 6) | static_cast<unsigned>(value);
    have += 6;
    if (have < 8) continue;
    have -= 8;
    bytes.push_back(static_cast<char>((bits >> have) & 0xFF));
  }
  return bytes;
}

Script parse_script(std::string_view text) {
  Script script;
  bool in_files = false;
  for (const std::string_view line : lines_of(text)) {
    in_files = in_files || is_header(line);
    if (in_files) {
      script.files_text += std::string(line) + "\n";
      if (is_header(line))
        script.files.push_back(parse_header(line));
      else
        script.files.back().bytes += std::string(line) + "\n";
    } else if (starts(line, "$ ")) {
      script.commands.push_back({std::string(line.substr(2)), {}});
    } else if (script.commands.empty()) {
      script.comment += std::string(line) + "\n";
    } else if (!line.empty()) {
      script.commands.back().expected += std::string(line) + "\n";
    }
  }
  for (ScriptFile& file : script.files) take_base64(file);
  return script;
}

std::string write_script(const Script& script) {
  std::string text = script.comment;
  bool first = true;
  for (const ScriptCommand& command : script.commands) {
    if (!first) text += '\n';
    first = false;
    text += "$ " + command.line + "\n" + command.expected;
  }
  if (!script.files_text.empty()) text += "\n" + script.files_text;
  return text;
}

std::string render_answer(const Answer& answer) {
  std::string result;
  render_lines(answer.out, "", result);
  render_lines(answer.err, "2> ", result);
  if (answer.exit_code != 0) result += "exit " + std::to_string(answer.exit_code) + "\n";
  return result;
}

void place_files(const Script& script, const std::string& folder) {
  for (const ScriptFile& file : script.files) {
    if (!file.copy_of.empty()) {
      fs::copy(fs::path(BARAZA_TEST_DATA) / file.copy_of, folder,
               fs::copy_options::recursive | fs::copy_options::overwrite_existing);
      continue;
    }
    const fs::path path = fs::path(folder) / file.path;
    fs::create_directories(path.parent_path());
    if (!file.link_to.empty()) {
      fs::create_symlink(file.link_to, path);
      continue;
    }
    std::ofstream(path, std::ios::binary) << file.bytes;
  }
}

Answer run_command(const std::string& line, const std::string& folder,
                   const std::string& program_folder) {
  const Pipe out;
  const Pipe err;
  const pid_t child = fork();
  if (child < 0) throw std::runtime_error("fork");
  if (child == 0) become(line, folder, program_folder, out.ends[1], err.ends[1]);
  close(out.ends[1]);
  close(err.ends[1]);
  Answer answer;
  drain(out.ends[0], err.ends[0], answer);
  int status = 0;
  waitpid(child, &status, 0);
  answer.exit_code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  return answer;
}

}  // namespace baraza::test
