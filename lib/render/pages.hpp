// The kinds of pages: each function makes all pages of one kind and hands them to the sink.
#pragma once

#include "base/result.hpp"
#include "content/record.hpp"
#include "render/maker.hpp"
#include "render/site.hpp"

namespace baraza::render {

// The page of a case, and the pages of its lessons; of a `lesson-only` case the latter alone.
// `card` is the bank's own card of the record.
Status render_case(Maker& maker, const content::Card& card, const content::Record& record);
Status render_insight(Maker& maker, const content::Card& card, const content::Record& record);

Status render_home(Maker& maker);
Status render_case_list(Maker& maker);
Status render_insight_list(Maker& maker);
Status render_digest(Maker& maker, const RecordReader& read);

// The list of a facet's terms, a page for each term, and for each two that stand together.
Status render_facet(Maker& maker, std::size_t facet);

// The frameworks; after all cases, whose lenses they show.
Status render_frameworks(Maker& maker);
Status render_about(Maker& maker);
Status render_not_found(Maker& maker);

}  // namespace baraza::render
