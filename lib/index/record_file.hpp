// A file of numbered records, of which any one is read without the others.
//
// The records follow each other, each after the eight first digits of its hash; then come their
// places, eight bytes each; then how many there are and the file's mark. A record that was
// damaged is noticed when it is read, a file that was cut when it is opened.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/descriptor.hpp"
#include "base/files.hpp"
#include "base/result.hpp"

namespace baraza::index {

class RecordFileWriter {
 public:
  static Result<RecordFileWriter> open(const std::string& path);

  Status add(std::string_view record);  // its number is that of records added before
  Status commit();                      // on the disk itself

 private:
  explicit RecordFileWriter(FileWriter file) : file_(std::move(file)) {}

  FileWriter file_;
  std::vector<std::uint64_t> places_;
  std::string pending_;
  std::uint64_t size_ = 0;
};

class RecordFile {
 public:
  // Fails if the file is missing or not whole.
  static Result<RecordFile> open(const std::string& path);

  std::size_t size() const { return count_; }
  Result<std::string> read(std::size_t number) const;

 private:
  RecordFile() = default;

  Descriptor file_;
  std::string path_;
  std::size_t count_ = 0;
  std::uint64_t table_ = 0;  // where the places start
};

// "the index is damaged: ...", with what would help.
Diagnostic damaged(std::string_view what);

}  // namespace baraza::index
