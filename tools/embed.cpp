// Writes a C++ source that holds files as bytes: the schemas, vocabularies and templates that
// every bank starts with. Run by the build:  embed ROOT OUTPUT FILE...   (files relative to
// ROOT)
#include <cstddef>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>

namespace {

// A string literal in pieces that every compiler takes; octal, so that no digit can join an
// escape.
void write_bytes(std::ostream& out, const std::string& bytes) {
  constexpr std::size_t row = 60;
  constexpr const char* octal = "01234567";
  for (std::size_t from = 0; from < bytes.size() || from == 0; from += row) {
    out << "\n     \"";
    for (const char c : bytes.substr(from, row)) {
      const auto byte = static_cast<unsigned char>(c);
      if (byte >= ' ' && byte < 127 && c != '"' && c != '\\' && c != '?')
        out << c;
      else
        out << '\\' << octal[byte >> 6] << octal[(byte >> 3) & 7] << octal[byte & 7];
    }
    out << '"';
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) return 2;
  const std::string root = argv[1];
  std::ofstream out(argv[2], std::ios::binary);
  out << "// Made by tools/embed.cpp from the files named below.\n"
         "#include \"tools/defaults.hpp\"\n\nnamespace baraza::tools {\nnamespace {\n\n"
         "using namespace std::string_view_literals;\n\n"
         "constexpr DefaultFile files[] = {\n";
  for (int i = 3; i < argc; ++i) {
    std::ifstream file(root + "/" + argv[i], std::ios::binary);
    if (!file) {
      std::cerr << "embed: cannot read " << argv[i] << '\n';
      return 1;
    }
    const std::string bytes((std::istreambuf_iterator<char>(file)),
                            std::istreambuf_iterator<char>());
    out << "    {\"" << argv[i] << "\"sv,";
    write_bytes(out, bytes);
    out << "sv},\n";
  }
  out << "};\n\n}  // namespace\n\nstd::span<const DefaultFile> default_files() { return "
         "files; }\n\n"
         "}  // namespace baraza::tools\n";
  return out.good() ? 0 : 1;
}
