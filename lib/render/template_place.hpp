// Follows the HTML or XML of a template far enough to know where a value would stand.
//
// It is the tokenizer of the HTML standard cut down to what decides how a value must be
// escaped, https://html.spec.whatwg.org/multipage/parsing.html#tokenization; the idea of
// escaping by place is that of Go's html/template, https://pkg.go.dev/html/template.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace baraza::render {

class HtmlPlace {
 public:
  enum class Spot : std::uint8_t {
    text,           // an element's text
    tag_name,       // from `<` on
    tag,            // in a tag, where attributes are named
    before_value,   // after `=`
    unquoted,       // in a value without quotes
    double_quoted,  // in a value
    single_quoted,
    comment,
    raw,  // in <script> or <style>
  };

  void read(std::string_view literal);  // goes on over the next stretch of the template

  Spot spot() const { return spot_; }
  // Why a value must not stand here, as the end of a sentence; empty where it may. `html` asks
  // for a value that is printed as it is.
  std::string_view refusal(bool html) const;
  // Whether what follows may follow `other` just as well: so do both ends of a section.
  bool same_as(const HtmlPlace& other) const;

 private:
  void read_text(char one);
  void read_tag_name(char one);
  void read_tag(char one);
  void read_value(char one);
  void read_comment(char one);
  void read_raw(char one);
  void end_tag();
  bool takes_code() const;  // in the value of an attribute that is a script, a style or a page

  Spot spot_ = Spot::text;
  std::string element_;    // lower case; of an end tag with its `/`; of a comment `!--`
  std::string attribute_;  // lower case; the one last named in the open tag
  std::string seen_;       // of a comment's or raw text's end, what has been met so far
};

// Where a place is, for a message: `a quoted attribute`, `a comment`, ...
std::string_view name_of(HtmlPlace::Spot spot);

}  // namespace baraza::render
