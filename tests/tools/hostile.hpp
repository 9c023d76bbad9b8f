// Files made to hurt their reader, each in a bank of its own, and what `baraza check` must do
// with them: end by itself, soon and in little memory, and say what is wrong.
#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <string>

namespace baraza::test {

using Make = std::function<void(const std::filesystem::path& bank)>;

// `make` adds to a bank of nothing but a title. `rule` must be among what is found; empty: it
// may be that nothing is wrong. Texts are made one at a time, since what this process holds
// when it starts a program counts as memory of that program.
void check_hostile(const std::string& what, const std::string& rule, const Make& make);
void check_file(const std::string& what, const std::string& path, const std::string& rule,
                const std::string& text);

void write(const std::filesystem::path& path, const std::string& bytes);

inline const std::string in_record = "cases/x.md";
inline const std::string in_bank = "cases/bank.yaml";
inline const std::string in_schema = "schemas/case.schema.yaml";
inline const std::string in_list = "schemas/vocabularies/sectors.yaml";
inline constexpr std::size_t mebibyte = std::size_t{1} << 20U;

std::string times(std::size_t count, const std::string& text);
// `make(i)` for each i below `count`, one after the other.
std::string each(std::size_t count, const std::function<std::string(std::size_t)>& make);
std::string number(std::size_t i);
std::string record(const std::string& front, const std::string& body = "Text.\n");
// So many lines, each a key of its own.
std::string keys(std::size_t count);

}  // namespace baraza::test
