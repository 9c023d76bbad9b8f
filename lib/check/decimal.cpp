#include "check/decimal.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdint>

namespace baraza::check {
namespace {

// Larger exponents are cut to this: no two numbers that people write differ beyond it.
constexpr long largest_exponent = 1'000'000'000;

long read_exponent(std::string_view text) {
  if (!text.empty() && text.front() == '+') text.remove_prefix(1);
  long exponent = 0;
  const auto parsed = std::from_chars(text.data(), text.data() + text.size(), exponent);
  if (parsed.ec == std::errc::result_out_of_range)
    return text.front() == '-' ? -largest_exponent : largest_exponent;
  return std::clamp(exponent, -largest_exponent, largest_exponent);
}

bool is_decimal(std::string_view text) {
  bool digits = false;
  for (const char c : text) {
    const bool exponent = c == 'e' || c == 'E';
    if (c >= '0' && c <= '9') {
      digits = true;
    } else if (std::string_view("+-.eE").find(c) == std::string_view::npos ||
               (exponent && !digits)) {
      return false;
    }
  }
  return digits;
}

std::string digits_of(double value) {
  std::string text(64, '\0');
  const auto written = std::to_chars(text.data(), text.data() + text.size(), value);
  text.resize(static_cast<std::size_t>(written.ptr - text.data()));
  return text;
}

}  // namespace

Decimal::Decimal(std::string_view text, double value) : value_(value) {
  std::string own;
  if (!is_decimal(text)) {
    if (!std::isfinite(value)) {
      finite_ = false;
      return;
    }
    own = digits_of(value);
    text = own;
  }
  if (text.front() == '-' || text.front() == '+') {
    negative_ = text.front() == '-';
    text.remove_prefix(1);
  }
  const std::size_t e = text.find_first_of("eE");
  if (e != std::string_view::npos) exponent_ = read_exponent(text.substr(e + 1));
  const std::string_view mantissa = text.substr(0, e);
  const std::size_t point = mantissa.find('.');
  digits_ = mantissa.substr(0, point);
  if (point != std::string_view::npos) {
    digits_ += mantissa.substr(point + 1);
    exponent_ -= static_cast<long>(mantissa.size() - point - 1);
  }
  digits_.erase(0, std::min(digits_.find_first_not_of('0'), digits_.size()));
  while (!digits_.empty() && digits_.back() == '0') {
    digits_.pop_back();
    ++exponent_;
  }
  if (digits_.empty()) {
    exponent_ = 0;
    negative_ = false;
  }
}

int Decimal::compare(const Decimal& other) const {
  if (!finite_ || !other.finite_)
    return value_ < other.value_ ? -1 : (value_ == other.value_ ? 0 : 1);
  if (negative_ != other.negative_) return negative_ ? -1 : 1;
  const int sign = negative_ ? -1 : 1;
  if (digits_.empty() || other.digits_.empty())
    return sign *
           (static_cast<int>(!digits_.empty()) - static_cast<int>(!other.digits_.empty()));
  const long size = static_cast<long>(digits_.size()) + exponent_;
  const long other_size = static_cast<long>(other.digits_.size()) + other.exponent_;
  if (size != other_size) return size < other_size ? -sign : sign;
  // Both are 0.digits * 10^size now, and comparing those is comparing the texts.
  const int order = digits_.compare(other.digits_);
  return order == 0 ? 0 : (order < 0 ? -sign : sign);
}

bool Decimal::is_multiple_of(const Decimal& divisor) const {
  if (!finite_ || !divisor.finite_ || divisor.digits_.empty()) return false;
  if (digits_.empty()) return true;
  if (exponent_ < divisor.exponent_) return false;  // neither ends in a zero
  std::uint64_t by = 0;
  const std::string& other = divisor.digits_;
  if (other.size() > 18) return std::fmod(value_, divisor.value_) == 0;
  std::from_chars(other.data(), other.data() + other.size(), by);
  std::uint64_t rest = 0;
  for (const char c : digits_) rest = (rest * 10 + static_cast<std::uint64_t>(c - '0')) % by;
  // Each power of ten can take one 2 and one 5 out of the divisor, which has fewer than 64.
  const long zeros = std::min(exponent_ - divisor.exponent_, 64L);
  for (long i = 0; i < zeros && rest != 0; ++i) rest = rest * 10 % by;
  return rest == 0;
}

std::string Decimal::text() const {
  if (!finite_) return "null";
  if (digits_.empty()) return "0";
  std::string text = negative_ ? "-" : "";
  const long point = static_cast<long>(digits_.size()) + exponent_;
  if (exponent_ >= 0 && point <= 21) {
    text += digits_ + std::string(static_cast<std::size_t>(exponent_), '0');
  } else if (exponent_ < 0 && point > 0) {
    const auto whole = static_cast<std::size_t>(point);
    text += digits_.substr(0, whole) + "." + digits_.substr(whole);
  } else if (exponent_ < 0 && point > -6) {
    text += "0." + std::string(static_cast<std::size_t>(-point), '0') + digits_;
  } else {
    text += digits_ + "e" + std::to_string(exponent_);
  }
  return text;
}

}  // namespace baraza::check
