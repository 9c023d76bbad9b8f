// Numbers exactly as their digits say, where a double would lie: 0.3 is a multiple of 0.1, and
// 9007199254740993 is not 9007199254740992.
#pragma once

#include <string>
#include <string_view>

namespace baraza::check {

// digits * 10^exponent, without zeros at either end of `digits`; zero has no digits.
class Decimal {
 public:
  Decimal() = default;
  // Digits as JSON writes them, also with a leading `+` or `.`, and YAML's 0x and 0o forms.
  // Whatever else is written (`.inf`, `.nan`) is kept as `value` alone.
  Decimal(std::string_view text, double value);

  // Below 0, 0 or above 0. What is not finite compares as a double does; NaN equals nothing.
  int compare(const Decimal& other) const;
  bool is_integer() const { return finite_ && exponent_ >= 0; }
  // `divisor` is above 0. Exact for a divisor of up to 18 digits.
  bool is_multiple_of(const Decimal& divisor) const;
  double value() const { return value_; }
  // The number as JSON writes it; equal numbers give equal texts.
  std::string text() const;

 private:
  std::string digits_;
  long exponent_ = 0;
  bool negative_ = false;
  bool finite_ = true;
  double value_ = 0;
};

}  // namespace baraza::check
