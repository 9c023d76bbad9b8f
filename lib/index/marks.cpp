#include "index/marks.hpp"

#include <algorithm>
#include <limits>

#include "base/binary.hpp"
#include "index/damaged.hpp"
#include "language/stem.hpp"

namespace baraza::index {
namespace {

// Behind the head stand the marks by name, then the rows and one more to tell where the last
// one's marks end, then the marks of all rows.
constexpr std::size_t narrow = 4;
constexpr std::size_t head_size = 4 * narrow;  // bytes of names, docids, marks, width

// No file has so many bytes or marks that four bytes could not count them.
void put4(std::string& bytes, std::size_t number) {
  put_fixed(bytes, static_cast<std::uint32_t>(number));
}

std::uint32_t day(int yyyymmdd) { return static_cast<std::uint32_t>(std::max(yyyymmdd, 0)); }

std::vector<Mark> marks_of(const Entry& entry) {
  std::vector<Mark> marks = {{std::string(kind_mark_field), std::string(name_of(entry.kind))}};
  for (const Title& title : entry.titles)
    marks.push_back({std::string(language_mark_field),
                     std::string(language::primary_language(title.language))});
  for (const auto& [field, terms] : entry.terms)
    for (const std::string& term : terms) marks.push_back({field, term});
  std::sort(marks.begin(), marks.end());
  marks.erase(std::unique(marks.begin(), marks.end()), marks.end());
  return marks;
}

}  // namespace

Days days_of(const Entry& entry) {
  Days days;
  if (entry.start.known()) {
    days.first = day(content::earliest_day(entry.start));
    const content::Date& end = entry.end.known() ? entry.end : entry.start;
    days.last = entry.ongoing ? goes_on : day(content::latest_day(end));
  }
  const content::Date newest =
      content::parse_date(entry.updated.empty() ? entry.published : entry.updated);
  if (newest.known()) days.newest = day(content::latest_day(newest));
  return days;
}

Result<Marks> Marks::open(const std::string& path) {
  Result<MappedFile> file = MappedFile::open(path);
  const std::string name = path.substr(path.rfind('/', path.rfind('/') - 1) + 1);
  if (!file) return damaged("`" + name + "` cannot be read");
  const Diagnostic bad = damaged_inside("`" + name + "` does not read as written");
  const std::optional<std::string_view> bytes = without_hash(file->bytes());
  if (!bytes || bytes->size() < head_size) return bad;
  Marks marks;
  marks.file_ = std::move(*file);
  marks.bytes_ = *bytes;
  const std::uint64_t names = marks.read4(0);
  const std::uint64_t docids = marks.read4(narrow);
  const std::uint64_t count = marks.read4(2 * narrow);
  const std::uint64_t width = marks.read4(3 * narrow);
  if ((width != 2 && width != narrow) ||
      head_size + names + (docids + 1) * row_size + count * width != bytes->size())
    return bad;
  BinaryReader in(bytes->substr(head_size, static_cast<std::size_t>(names)));
  for (std::size_t left = in.count(); left > 0 && in.ok(); --left) {
    Mark mark{.field = in.text()};
    mark.term = in.text();
    marks.all_.push_back(std::move(mark));
  }
  if (!in.ok() || !in.at_end()) return bad;
  marks.docids_ = static_cast<std::size_t>(docids);
  marks.rows_at_ = head_size + static_cast<std::size_t>(names);
  marks.marks_at_ = marks.rows_at_ + (marks.docids_ + 1) * row_size;
  marks.count_ = static_cast<std::size_t>(count);
  marks.width_ = static_cast<std::size_t>(width);
  return marks;
}

Days Marks::days(std::uint32_t docid) const {
  if (docid >= docids_) return {};
  const std::size_t row = rows_at_ + docid * row_size;
  return {read4(row), read4(row + narrow), read4(row + 2 * narrow)};
}

std::uint32_t MarksWriter::number_of(Mark mark) {
  return known_.emplace(std::move(mark), static_cast<std::uint32_t>(known_.size()))
      .first->second;
}

void MarksWriter::put(std::uint32_t docid, const Entry& entry) {
  Row row{.days = days_of(entry)};
  for (Mark& mark : marks_of(entry)) row.marks.push_back(number_of(std::move(mark)));
  rows_[docid] = std::move(row);
}

void MarksWriter::keep(const Marks& marks) {
  std::vector<std::uint32_t> numbers;
  for (const Mark& mark : marks.all()) numbers.push_back(number_of(mark));
  for (std::uint32_t docid = 0; docid < marks.docids(); ++docid) {
    if (!marks.has(docid)) continue;
    Row row{.days = marks.days(docid)};
    marks.each(docid, [&](std::uint32_t mark) { row.marks.push_back(numbers[mark]); });
    rows_.emplace(docid, std::move(row));
  }
}

// Marks are numbered anew, in order and without those that no document has any longer, so that
// the same documents give the same bytes whatever came before.
std::string MarksWriter::encode() const {
  std::vector<bool> used(known_.size());
  std::size_t count = 0;
  for (const auto& [docid, row] : rows_) {
    for (const std::uint32_t mark : row.marks) used[mark] = true;
    count += row.marks.size();
  }
  BinaryWriter names;
  std::vector<std::size_t> numbers(known_.size());
  std::size_t kept = 0;
  for (const auto& [mark, number] : known_)
    if (used[number]) numbers[number] = kept++;
  names.number(kept);
  for (const auto& [mark, number] : known_) {
    if (!used[number]) continue;
    names.text(mark.field);
    names.text(mark.term);
  }
  const std::size_t width = kept > std::numeric_limits<std::uint16_t>::max() ? narrow : 2;
  const std::size_t docids = rows_.empty() ? 0 : std::size_t{rows_.rbegin()->first} + 1;
  std::string bytes;
  bytes.reserve(head_size + names.bytes().size() + (docids + 1) * Marks::row_size +
                count * width);
  for (const std::size_t number : {names.bytes().size(), docids, count, width})
    put4(bytes, number);
  bytes += names.bytes();
  std::size_t begin = 0;
  auto row = rows_.begin();
  for (std::size_t docid = 0; docid <= docids; ++docid) {
    const bool some = row != rows_.end() && row->first == docid;
    const Days days = some ? row->second.days : Days{};
    for (const std::size_t number :
         {std::size_t{days.first}, std::size_t{days.last}, std::size_t{days.newest}, begin})
      put4(bytes, number);
    if (some) begin += (row++)->second.marks.size();
  }
  for (const auto& [docid, one] : rows_) {
    std::vector<std::size_t> sorted;
    for (const std::uint32_t mark : one.marks) sorted.push_back(numbers[mark]);
    std::sort(sorted.begin(), sorted.end());
    for (const std::size_t number : sorted) {
      if (width == narrow)
        put4(bytes, number);
      else
        put_fixed(bytes, static_cast<std::uint16_t>(number));
    }
  }
  return with_hash(bytes);
}

}  // namespace baraza::index
