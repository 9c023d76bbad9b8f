// Writes JSON, RFC 8259: one value, in the order it is told, with no white space or indented by
// two.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace baraza {

// Commas and quotes are its duty, balance is the caller's. Text is escaped where JSON asks for
// it and also `<`, U+2028 and U+2029, so that the result may stand in a script, and U+007F to
// U+009F and what turns the direction of text (U+202A to U+202E, U+2066 to U+2069), so that a
// terminal may be shown it; bytes that are not UTF-8 become U+FFFD.
class JsonWriter {
 public:
  explicit JsonWriter(bool indented = false) : indented_(indented) {}

  JsonWriter& begin_object();
  JsonWriter& end_object();
  JsonWriter& begin_array();
  JsonWriter& end_array();
  JsonWriter& key(std::string_view name);
  JsonWriter& value(std::string_view text);
  JsonWriter& value(const char* text) { return value(std::string_view(text)); }
  JsonWriter& value(const std::string& text) { return value(std::string_view(text)); }
  JsonWriter& value(std::int64_t number);
  JsonWriter& value(int number) { return value(static_cast<std::int64_t>(number)); }
  JsonWriter& value(std::size_t number) { return value(static_cast<std::int64_t>(number)); }
  JsonWriter& value(double number);  // the shortest form that reads back the same; no NaN
  JsonWriter& value(bool yes);
  JsonWriter& null();
  JsonWriter& raw(std::string_view json);  // a value that is JSON already
  JsonWriter& value(const std::vector<std::string>& texts);

  const std::string& text() const { return text_; }

 private:
  void before_value();
  void new_line();

  std::string text_;
  std::vector<bool> has_items_;
  bool indented_ = false;
  bool after_key_ = false;
};

std::string escape_json(std::string_view text);  // with its quotes

}  // namespace baraza
