#include "render/template_place.hpp"

namespace baraza::render {
namespace {

bool is_space(char one) {
  return one == ' ' || one == '\t' || one == '\n' || one == '\r' || one == '\f';
}

bool is_letter(char one) { return (one >= 'a' && one <= 'z') || (one >= 'A' && one <= 'Z'); }

char lower(char one) {
  return one >= 'A' && one <= 'Z' ? static_cast<char>(one - 'A' + 'a') : one;
}

}  // namespace

void HtmlPlace::read(std::string_view literal) {
  for (const char one : literal) {
    switch (spot_) {
      case Spot::text:
        read_text(one);
        break;
      case Spot::tag_name:
        read_tag_name(one);
        break;
      case Spot::tag:
        read_tag(one);
        break;
      case Spot::before_value:
      case Spot::unquoted:
      case Spot::double_quoted:
      case Spot::single_quoted:
        read_value(one);
        break;
      case Spot::comment:
        read_comment(one);
        break;
      case Spot::raw:
        read_raw(one);
        break;
    }
  }
}

void HtmlPlace::read_text(char one) {
  if (one != '<') return;
  spot_ = Spot::tag_name;
  element_.clear();
  attribute_.clear();
}

void HtmlPlace::read_tag_name(char one) {
  const bool opens = element_.empty();
  if (opens && !is_letter(one) && one != '/' && one != '!' && one != '?') {
    spot_ = Spot::text;  // a lone `<`
    read_text(one);
  } else if (one == '>') {
    end_tag();
  } else if (is_space(one) || (one == '/' && !opens)) {
    spot_ = Spot::tag;
  } else {
    element_ += lower(one);
    if (element_ != "!--") return;
    spot_ = Spot::comment;
    seen_.clear();
  }
}

void HtmlPlace::read_tag(char one) {
  if (one == '>') {
    end_tag();
  } else if (one == '=' && !attribute_.empty()) {
    spot_ = Spot::before_value;
  } else if (is_space(one)) {
    seen_ = " ";  // an attribute's name is over, unless `=` follows
  } else {
    if (!seen_.empty() || one == '/') attribute_.clear();
    seen_.clear();
    if (one != '/') attribute_ += lower(one);
  }
}

void HtmlPlace::read_value(char one) {
  const char quote = spot_ == Spot::double_quoted ? '"' : '\'';
  if (spot_ == Spot::double_quoted || spot_ == Spot::single_quoted) {
    if (one != quote) return;
    spot_ = Spot::tag;
    attribute_.clear();
    seen_.clear();
  } else if (one == '>') {
    end_tag();
  } else if (spot_ == Spot::unquoted) {
    if (!is_space(one)) return;
    spot_ = Spot::tag;
    attribute_.clear();
    seen_.clear();
  } else if (one == '"') {
    spot_ = Spot::double_quoted;
  } else if (one == '\'') {
    spot_ = Spot::single_quoted;
  } else if (!is_space(one)) {
    spot_ = Spot::unquoted;
  }
}

void HtmlPlace::read_comment(char one) {
  if (one == '-') {
    if (seen_.size() < 2) seen_ += one;
  } else if (one == '>' && seen_.size() == 2) {
    spot_ = Spot::text;
    seen_.clear();
  } else {
    seen_.clear();
  }
}

void HtmlPlace::read_raw(char one) {
  if (one == '<') {
    seen_ = "<";
    return;
  }
  if (seen_.empty()) return;

  const std::string end = "</" + element_;
  seen_ += lower(one);
  if (end.compare(0, seen_.size(), seen_) != 0) {
    seen_.clear();
  } else if (seen_ == end) {
    spot_ = Spot::tag_name;
    element_.insert(0, "/");
    seen_.clear();
  }
}

void HtmlPlace::end_tag() {
  spot_ = element_ == "script" || element_ == "style" ? Spot::raw : Spot::text;
  attribute_.clear();
  seen_.clear();
}

bool HtmlPlace::takes_code() const {
  return attribute_ == "style" || attribute_ == "srcdoc" || attribute_.rfind("on", 0) == 0;
}

std::string_view HtmlPlace::refusal(bool html) const {
  switch (spot_) {
    case Spot::text:
      return {};
    case Spot::tag_name:
    case Spot::tag:
      return "stands inside a tag, outside any attribute's value";
    case Spot::before_value:
    case Spot::unquoted:
      return "stands in an attribute's value without quotes";
    case Spot::double_quoted:
    case Spot::single_quoted:
      if (html) return "is HTML in an attribute's value";
      if (takes_code()) return "stands in an attribute that holds code";
      return {};
    case Spot::comment:
      return "stands in a comment";
    case Spot::raw:
      return element_ == "script" ? "stands in a script" : "stands in a style sheet";
  }
  return {};
}

bool HtmlPlace::same_as(const HtmlPlace& other) const {
  // `<li{{#here}} class="here"{{/here}}>`: the name ends whether or not the section is there.
  const auto in_tag = [](Spot spot) { return spot == Spot::tag_name || spot == Spot::tag; };
  if (spot_ == Spot::text && other.spot_ == Spot::text) return true;
  if (element_ != other.element_ || element_.empty()) return false;
  if (in_tag(spot_) && in_tag(other.spot_)) return true;
  return spot_ == other.spot_ && seen_ == other.seen_ && takes_code() == other.takes_code();
}

std::string_view name_of(HtmlPlace::Spot spot) {
  switch (spot) {
    case HtmlPlace::Spot::text:
      return "an element's text";
    case HtmlPlace::Spot::tag_name:
    case HtmlPlace::Spot::tag:
      return "a tag";
    case HtmlPlace::Spot::before_value:
    case HtmlPlace::Spot::unquoted:
    case HtmlPlace::Spot::double_quoted:
    case HtmlPlace::Spot::single_quoted:
      return "an attribute's value";
    case HtmlPlace::Spot::comment:
      return "a comment";
    case HtmlPlace::Spot::raw:
      return "a script or a style sheet";
  }
  return {};
}

}  // namespace baraza::render
