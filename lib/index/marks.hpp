// What the documents of one shard are counted and ordered by: their terms, kinds, languages and
// days, by their numbers in Xapian. Xapian would read a value of each of them from its database
// and hand it out as a text; here a count is one addition.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/fixed_width.hpp"
#include "base/mapped_file.hpp"
#include "base/result.hpp"
#include "index/entry.hpp"

namespace baraza::index {

// Days as yyyymmdd; 0 where it is not known.
struct Days {
  std::uint32_t first = 0;   // of the period, or of publication
  std::uint32_t last = 0;    // of the period; `goes_on` if it has no end
  std::uint32_t newest = 0;  // when it was updated, else published

  bool operator==(const Days&) const = default;
};
inline constexpr std::uint32_t goes_on = 99'999'999;

Days days_of(const Entry& entry);

// A term of a facet, a kind or a language. The latter two have fields that no facet has.
struct Mark {
  std::string field = {};
  std::string term = {};

  auto operator<=>(const Mark&) const = default;
};
inline constexpr std::string_view kind_mark_field = "@kind";
inline constexpr std::string_view language_mark_field = "@language";

class Marks {
 public:
  // A row of the file has three days, and where its marks begin.
  static constexpr std::size_t first_mark_at = 3 * sizeof(std::uint32_t);
  static constexpr std::size_t row_size = first_mark_at + sizeof(std::uint32_t);

  Marks() = default;  // of no document
  // Fails where the file has none of the bytes that MarksWriter makes.
  static Result<Marks> open(const std::string& path);

  const std::vector<Mark>& all() const { return all_; }  // that some document has, in order
  std::size_t docids() const { return docids_; }         // one more than the last
  Days days(std::uint32_t docid) const;
  // Is there such a document? Each has a kind.
  bool has(std::uint32_t docid) const {
    return docid < docids_ && begin_of(docid + 1) > begin_of(docid);
  }

  // Calls `take` with the index in all() of each mark of a document.
  template <class Take>
  void each(std::uint32_t docid, const Take& take) const {
    if (docid >= docids_) return;
    const std::size_t begin = begin_of(docid);
    const std::size_t end = begin_of(docid + 1);
    if (width_ == sizeof(std::uint16_t))
      each_between<std::uint16_t>(begin, end, take);
    else
      each_between<std::uint32_t>(begin, end, take);
  }

 private:
  std::uint32_t read4(std::size_t offset) const {
    return read_fixed<std::uint32_t>(bytes_, offset);
  }
  // In the marks of all documents.
  std::size_t begin_of(std::size_t docid) const {
    return std::min<std::size_t>(read4(rows_at_ + docid * row_size + first_mark_at), count_);
  }
  template <class Number, class Take>
  void each_between(std::size_t begin, std::size_t end, const Take& take) const {
    const std::string_view marks = bytes_.substr(marks_at_);
    const std::size_t known = all_.size();
    for (std::size_t i = begin; i < end; ++i)
      if (const std::uint32_t mark = read_fixed<Number>(marks, i * sizeof(Number));
          mark < known)
        take(mark);
  }

  MappedFile file_;
  std::string_view bytes_;  // of the file, without its hash
  std::vector<Mark> all_;
  std::size_t docids_ = 0;
  std::size_t rows_at_ = 0;
  std::size_t marks_at_ = 0;
  std::size_t count_ = 0;  // of the marks of all documents
  std::size_t width_ = 2;  // of a mark, in bytes
};

class MarksWriter {
 public:
  // In place of what the document had.
  void put(std::uint32_t docid, const Entry& entry);
  // All that `marks` has of documents that were not put.
  void keep(const Marks& marks);
  void remove(std::uint32_t docid) { rows_.erase(docid); }

  std::string encode() const;  // the bytes of a file

 private:
  struct Row {
    Days days = {};
    std::vector<std::uint32_t> marks = {};  // as known_ numbers them
  };
  std::uint32_t number_of(Mark mark);

  std::map<std::uint32_t, Row> rows_;    // by docid
  std::map<Mark, std::uint32_t> known_;  // in the order in which they were met
};

}  // namespace baraza::index
