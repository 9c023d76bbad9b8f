// How loud rules are: the table `rules` of bank.yaml, and the comments in which a writer asks
// for silence at one place.
//
// What would reach a page broken is an error by default, and stays one: only warnings and hints
// can be turned down, turned up or silenced.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "content/schema.hpp"
#include "content/suppression.hpp"
#include "content/tree.hpp"

namespace baraza::check {

using Suppressions = std::map<std::string, std::vector<content::Suppression>>;  // by path

// Adds [unknown-rule] and [rule-level] for the table `rules` of bank.yaml.
void check_rule_levels(const content::Node& bank_yaml, const std::string& path,
                       Diagnostics& found);

// What is left of `found` when the bank's levels and its writers' wishes are heard; with
// [unused-suppression] and [bad-suppression] for wishes that were not.
Diagnostics apply_controls(const content::RuleLevels& levels, const Suppressions& suppressions,
                           const Diagnostics& found);

}  // namespace baraza::check
