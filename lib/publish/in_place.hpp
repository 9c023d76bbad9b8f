// Makes a site equal to its standby file by file, where the two cannot be exchanged.
//
// A journal in the standby says, from before the first change until after the last, that this
// is going on; each step may be repeated, so whoever finds the journal starts over.
#pragma once

#include "base/result.hpp"
#include "publish/manifest.hpp"
#include "publish/tree.hpp"

namespace baraza::publish {

// Copies what is `wanted` from the whole standby into the site, then removes what of `written`
// is not wanted any more and was not changed by hand.
Status replace_in_place(Tree& site, const Manifest& written, Tree& standby,
                        const Manifest& wanted);

bool has_journal(Tree& standby);
void remove_journal(Tree& standby);

}  // namespace baraza::publish
