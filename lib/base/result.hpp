// The stage base holds the words that every other stage speaks, and the standard library is all
// it knows. First among them: a value, or the Diagnostic that says why there is none.
#pragma once

#include <cassert>
#include <utility>
#include <variant>

#include "base/diagnostic.hpp"

namespace baraza {

template <class T>
class [[nodiscard]] Result {
 public:
  Result(T value) : held_(std::in_place_index<0>, std::move(value)) {}             // NOLINT
  Result(Diagnostic reason) : held_(std::in_place_index<1>, std::move(reason)) {}  // NOLINT

  bool has_value() const { return held_.index() == 0; }
  explicit operator bool() const { return has_value(); }

  T& operator*() { return value(); }
  const T& operator*() const { return value(); }
  T* operator->() { return &value(); }
  const T* operator->() const { return &value(); }

  const Diagnostic& error() const {
    assert(!has_value());
    return *std::get_if<1>(&held_);
  }

 private:
  T& value() {
    assert(has_value());
    return *std::get_if<0>(&held_);
  }
  const T& value() const {
    assert(has_value());
    return *std::get_if<0>(&held_);
  }

  std::variant<T, Diagnostic> held_;
};

// What a function answers that either does its work or says why not.
struct Done {};
using Status = Result<Done>;

}  // namespace baraza
