#include "index/record_file.hpp"

#include <cerrno>
#include <utility>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/hash.hpp"

namespace baraza::index {
namespace {

constexpr std::string_view mark = "baraza\n1";  // eight bytes
constexpr std::size_t check_size = 8;
constexpr std::size_t number_size = 8;
constexpr std::size_t foot_size = number_size + mark.size();
constexpr std::size_t write_at_once = 1 << 16;

std::string check_of(std::string_view record) { return hash_of(record).substr(0, check_size); }

void put_number(std::string& bytes, std::uint64_t number) {
  for (unsigned shift = 0; shift < 64; shift += 8)
    bytes.push_back(static_cast<char>((number >> shift) & 0xFF));
}

std::uint64_t number_at(std::string_view bytes, std::size_t at) {
  std::uint64_t number = 0;
  for (unsigned i = 0; i < number_size; ++i)
    number |= static_cast<std::uint64_t>(static_cast<unsigned char>(bytes[at + i])) << (8 * i);
  return number;
}

// All `size` bytes from `place`, or nothing.
bool read_at(int file, std::uint64_t place, std::size_t size, std::string& bytes) {
  bytes.resize(size);
  std::size_t got = 0;
  while (got < size) {
    const ssize_t step =
        ::pread(file, bytes.data() + got, size - got, static_cast<off_t>(place + got));
    if (step < 0 && errno == EINTR) continue;
    if (step <= 0) return false;
    got += static_cast<std::size_t>(step);
  }
  return true;
}

// The file's own name; the folders above it tell a reader nothing.
std::string name_of(const std::string& path) { return path.substr(path.rfind('/') + 1); }

}  // namespace

Diagnostic damaged(std::string_view what) {
  return {.message = "the index is damaged: " + std::string(what),
          .hint = "run `baraza index`"};
}

Result<RecordFileWriter> RecordFileWriter::open(const std::string& path) {
  Result<FileWriter> file = FileWriter::open(path);
  if (!file) return file.error();
  return RecordFileWriter(std::move(*file));
}

Status RecordFileWriter::add(std::string_view record) {
  places_.push_back(size_);
  pending_ += check_of(record);
  pending_ += record;
  size_ += check_size + record.size();
  if (pending_.size() < write_at_once) return Done{};
  Status written = file_.append(pending_);
  pending_.clear();
  return written;
}

Status RecordFileWriter::commit() {
  for (const std::uint64_t place : places_) put_number(pending_, place);
  put_number(pending_, places_.size());
  pending_ += mark;
  if (Status written = file_.append(pending_); !written) return written;
  return file_.commit(Sync::yes);
}

Result<RecordFile> RecordFile::open(const std::string& path) {
  RecordFile result;
  result.path_ = path;
  result.file_ = Descriptor(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  struct stat info = {};
  if (!result.file_ || ::fstat(result.file_.get(), &info) != 0)
    return damaged("`" + path + "` cannot be read: " + error_text(errno));

  const auto size = static_cast<std::uint64_t>(info.st_size);
  std::string foot;
  if (size < foot_size || !read_at(result.file_.get(), size - foot_size, foot_size, foot) ||
      std::string_view(foot).substr(number_size) != mark)
    return damaged("`" + name_of(path) + "` is not whole");
  const std::uint64_t count = number_at(foot, 0);
  if (count > (size - foot_size) / number_size)
    return damaged("`" + name_of(path) + "` is not whole");
  result.count_ = static_cast<std::size_t>(count);
  result.table_ = size - foot_size - count * number_size;
  return result;
}

Result<std::string> RecordFile::read(std::size_t number) const {
  const Diagnostic bad = damaged("record " + std::to_string(number) + " of `" + path_ + "`");
  std::string places;
  const bool last = number + 1 == count_;
  if (number >= count_ || !read_at(file_.get(), table_ + number * number_size,
                                   last ? number_size : 2 * number_size, places))
    return bad;
  const std::uint64_t begin = number_at(places, 0);
  const std::uint64_t end = last ? table_ : number_at(places, number_size);
  std::string bytes;
  if (begin > end || end > table_ || end - begin < check_size ||
      !read_at(file_.get(), begin, static_cast<std::size_t>(end - begin), bytes))
    return bad;
  std::string record = bytes.substr(check_size);
  if (check_of(record) != std::string_view(bytes).substr(0, check_size)) return bad;
  return record;
}

}  // namespace baraza::index
