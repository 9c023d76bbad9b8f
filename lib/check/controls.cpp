#include "check/controls.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "base/text.hpp"
#include "check/rules.hpp"

namespace baraza::check {
namespace {

using content::Suppression;

std::string nearest_code(const std::string& code) {
  std::vector<std::string> codes;
  for (const Rule& rule : rules()) codes.emplace_back(rule.code);
  const std::string near = did_you_mean(nearest(codes, code));
  return near.empty() ? "`baraza explain` lists all codes" : near;
}

std::optional<Severity> severity_of(std::string_view level) {
  for (const Severity severity : {Severity::error, Severity::warning, Severity::hint})
    if (name_of(severity) == level) return severity;
  return std::nullopt;
}

Diagnostic finding(Severity severity, std::string rule, Place where, std::string message,
                   std::string hint) {
  return {.severity = severity,
          .rule = std::move(rule),
          .where = std::move(where),
          .message = std::move(message),
          .hint = std::move(hint)};
}

// Why a comment cannot be heard, at the place of the reason; nothing where it can.
void check_form(const std::string& path, const Suppression& wish, Diagnostics& found) {
  const auto bad = [&](Span span, std::string message, std::string hint) {
    found.add(finding(Severity::error, "E341", {path, span},
                      std::move(message),  // bad-suppression
                      std::move(hint)));
  };
  if (wish.codes.empty())
    bad(wish.span, "this comment does not say which finding it silences",
        "write the code of the finding: `baraza-disable-next-line E321 because ...`");
  else if (wish.reason.empty())
    bad(wish.span, "this comment does not say why the finding is silenced",
        "end it with `because` and the reason, for the next reader");
  for (const Suppression::Code& code : wish.codes) {
    const Rule* rule = find_rule(code.code);
    if (rule == nullptr)
      bad(code.span, "there is no finding `" + shorten(code.code, 40) + "`",
          nearest_code(code.code));
    else if (rule->severity == Severity::error)
      bad(code.span, "`" + code.code + "` is an error and cannot be silenced",
          "mend what it finds; only warnings and hints can be silenced");
  }
}

bool speaks_of(const Suppression& wish, const Diagnostic& found) {
  if (wish.reason.empty()) return false;
  if (found.where.span.line < wish.first_line || found.where.span.line > wish.last_line)
    return false;
  return std::any_of(wish.codes.begin(), wish.codes.end(),
                     [&](const Suppression::Code& code) { return code.code == found.rule; });
}

class Controls {
 public:
  Controls(const content::RuleLevels& levels, const Suppressions& suppressions)
      : levels_(levels), suppressions_(suppressions) {}

  Diagnostics apply(const Diagnostics& found) {
    for (const Diagnostic& one : found.all()) take(one);
    for (const auto& [path, wishes] : suppressions_)
      for (const Suppression& wish : wishes) {
        check_form(path, wish, result_);
        report_unused(path, wish);
      }
    return std::move(result_);
  }

 private:
  void take(Diagnostic one) {
    const Rule* rule = find_rule(one.rule);
    if (rule == nullptr || rule->severity == Severity::error) return result_.add(one);
    if (is_silenced(one)) return;
    const auto level = levels_.find(one.rule);
    if (level != levels_.end()) {
      if (level->second == "off") return;
      one.severity = severity_of(level->second).value_or(one.severity);
    }
    result_.add(std::move(one));
  }

  bool is_silenced(const Diagnostic& one) {
    const auto wishes = suppressions_.find(one.where.path);
    if (wishes == suppressions_.end()) return false;
    bool silenced = false;
    for (const Suppression& wish : wishes->second)
      if (speaks_of(wish, one)) {
        silenced = true;
        used_.emplace_back(&wish, one.rule);
      }
    return silenced;
  }

  void report_unused(const std::string& path, const Suppression& wish) {
    if (wish.reason.empty()) return;
    for (const Suppression::Code& code : wish.codes) {
      const Rule* rule = find_rule(code.code);
      const bool can_be = rule != nullptr && rule->severity != Severity::error;
      const bool used = std::any_of(used_.begin(), used_.end(), [&](const auto& one) {
        return one.first == &wish && one.second == code.code;
      });
      const auto level = levels_.find(code.code);
      if (!can_be || used || (level != levels_.end() && level->second == "off")) continue;
      result_.add(finding(Severity::warning, "E340", {path, code.span},  // unused-suppression
                          "`" + code.code + "` is silenced here, and nothing of it was found",
                          wish.codes.size() == 1 ? "delete this comment"
                                                 : "take the code out of this comment"));
    }
  }

  const content::RuleLevels& levels_;
  const Suppressions& suppressions_;
  Diagnostics result_;
  std::vector<std::pair<const Suppression*, std::string>> used_;
};

}  // namespace

void check_rule_levels(const content::Node& bank_yaml, const std::string& path,
                       Diagnostics& found) {
  const content::Node* table = bank_yaml.find("rules");
  if (table == nullptr || !table->is_map()) return;
  for (std::size_t i = 0; i < table->keys.size(); ++i) {
    const content::Key& key = table->keys[i];
    const content::Node& level = table->children[i];
    const Rule* rule = find_rule(key.name);
    if (rule == nullptr) {
      found.add(finding(Severity::error, "E416", {path, key.span},  // unknown-rule
                        "there is no finding `" + shorten(key.name, 40) + "`",
                        nearest_code(key.name)));
    } else if (rule->severity == Severity::error && level.is_text() && level.text != "error") {
      found.add(finding(Severity::error, "E417", {path, level.span},  // rule-level
                        "`" + key.name + "` is an error and stays one",
                        "take the line out; only warnings and hints can be set"));
    }
  }
}

Diagnostics apply_controls(const content::RuleLevels& levels, const Suppressions& suppressions,
                           const Diagnostics& found) {
  return Controls(levels, suppressions).apply(found);
}

}  // namespace baraza::check
