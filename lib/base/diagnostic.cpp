#include "base/diagnostic.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

namespace baraza {
namespace {

auto order_of(const Diagnostic& one) {
  return std::tie(one.where.path, one.where.span.line, one.where.span.column, one.rule,
                  one.message, one.where.span.end_line, one.where.span.end_column, one.hint);
}

}  // namespace

std::string name_of(Severity severity) {
  switch (severity) {
    case Severity::error:
      return "error";
    case Severity::warning:
      return "warning";
    case Severity::hint:
      return "hint";
  }
  return {};
}

void Diagnostics::add(Diagnostic diagnostic) { all_.push_back(std::move(diagnostic)); }

void Diagnostics::add_all(const std::vector<Diagnostic>& diagnostics) {
  all_.insert(all_.end(), diagnostics.begin(), diagnostics.end());
}

std::size_t Diagnostics::count(Severity severity) const {
  return static_cast<std::size_t>(
      std::count_if(all_.begin(), all_.end(),
                    [&](const Diagnostic& one) { return one.severity == severity; }));
}

std::vector<Diagnostic> Diagnostics::sorted() const {
  std::vector<Diagnostic> result = all_;
  std::stable_sort(result.begin(), result.end(), [](const Diagnostic& a, const Diagnostic& b) {
    return order_of(a) < order_of(b);
  });
  result.erase(std::unique(result.begin(), result.end()), result.end());
  return result;
}

}  // namespace baraza
