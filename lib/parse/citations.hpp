// Sources cited in running text by their ids: `(s3)`, `(s1, s4)`, `(s2, p. 12)`.
#pragma once

#include <string>
#include <string_view>

#include "base/diagnostic.hpp"
#include "content/tree.hpp"

namespace baraza::parse {

// Reports each id in round brackets that looks like those of the record's sources and is none
// of them: E318 (unknown-citation). Ids look alike when all are the same one to three letters
// and a number; where they do not, or the list is not whole, nothing is reported.
//
// `text` is the whole file, whose lines count from 1.
void check_citations(const content::Node& front, std::string_view text, const std::string& path,
                     Diagnostics& found);

}  // namespace baraza::parse
