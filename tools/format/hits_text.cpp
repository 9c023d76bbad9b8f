#include <algorithm>
#include <ostream>

#include "base/text.hpp"
#include "language/width.hpp"
#include "tools/format/explanation.hpp"
#include "tools/format/hits.hpp"
#include "tools/format/wrap.hpp"

namespace baraza::tools {
namespace {

constexpr std::string_view quote_mark = "│ ";

// What to add to the command to see only the records with a term.
std::string way_to(const std::string& field, const std::string& flag, const std::string& term,
                   const HitsView& view) {
  if (field == "year") return "--year " + term;
  if (field == "kind") return term == "digest" ? "--digest" : "--" + term + "s";
  const bool option = std::find(view.flags.begin(), view.flags.end(), flag) != view.flags.end();
  return option ? "--" + flag + " " + term : "--where " + flag + "=" + term;
}

// The lines of one hit below its title.
class HitText {
 public:
  HitText(const index::Hit& hit, const Look& look, std::size_t indent, std::ostream& out)
      : hit_(hit), entry_(hit.entry), look_(look), indent_(indent, ' '), out_(out) {}

  void write(const HitPlace& place) {
    write_kind(place.group);
    write_facts();
    if (const std::string evidence = evidence_text(entry_, look_); !evidence.empty())
      write_labelled("evidence: ", evidence);
    for (const index::CountedStanding& one : hit_.insights) write_insight(one);
    if (entry_.kind == index::Kind::digest) write_labelled("at: ", visible(entry_.url));
    if (!place.in_common.empty()) write_labelled("in common: ", visible(place.in_common));
    write_excerpt();
    if (!hit_.gave.empty()) write_labelled("why: ", gave_text(hit_.gave));
    write_place();
  }

 private:
  // What it is and where it is from.
  void write_kind(std::string_view group) {
    std::vector<std::string> parts;
    switch (entry_.kind) {
      case index::Kind::lesson:
        parts = {"lesson", visible(kind_of_lesson())};
        if (group != index::group_by_case) parts.push_back(from_case());
        break;
      case index::Kind::insight:
        parts = {"insight", visible(look_.label("states", entry_.state)),
                 tally_text(hit_.tally)};
        break;
      case index::Kind::digest:
        parts = {"digest entry", visible(join(entry_.authors, ", ")),
                 visible(entry_.publisher)};
        break;
      case index::Kind::case_study:
        parts = {"case"};
        break;
    }
    if (!facts_below())
      for (const std::string& fact : facts()) parts.push_back(fact);
    out_ << wrapped_parts(parts, look_.width, indent_);
  }

  std::string kind_of_lesson() const {
    return entry_.lesson_kind.empty() ? std::string()
                                      : look_.label("lesson-kinds", entry_.lesson_kind);
  }

  std::string from_case() const {
    return entry_.case_title.empty() ? "from a case that is not public"
                                     : "from " + visible(entry_.case_title);
  }

  std::vector<std::string> facts() const {
    std::vector<std::string> facts = terms_texts(entry_, look_);
    facts.push_back(period_text(entry_));
    if (!entry_.stage.empty()) facts.push_back(visible(look_.label("stages", entry_.stage)));
    return facts;
  }

  // Below the title of a lesson's case, else beside what it is.
  bool facts_below() const { return entry_.kind == index::Kind::lesson; }

  void write_facts() {
    if (facts_below()) out_ << wrapped_parts(facts(), look_.width, indent_);
  }

  void write_labelled(std::string_view label, const std::string& text) {
    const std::string lead = indent_ + std::string(label);
    std::string lines = hung(lead, text, look_.width);
    lines.replace(0, lead.size(), indent_ + look_.paint(colour::faint, label));
    out_ << lines;
  }

  void write_insight(const index::CountedStanding& one) {
    const std::vector<std::string> said = {stance_text(one.standing.stance),
                                           tally_text(one.tally)};
    std::string text = visible(one.standing.title);
    std::string words;
    for (const std::string& part : said)
      if (!part.empty()) words += (words.empty() ? "" : "; ") + part;
    if (!words.empty()) text += " (" + words + ")";
    write_labelled("insight: ", text);
  }

  // How the lesson bears on an insight, where it does not simply support it.
  std::string stance_text(const std::string& stance) const {
    if (stance == "supports") return {};
    if (stance == "partly") return "supported in part";
    if (stance == "limits") return "limited by this lesson";
    if (stance == "contradicts") return "contradicted by this lesson";
    return visible(look_.label("stances", stance));
  }

  void write_excerpt() {
    const index::Excerpt& excerpt = hit_.excerpt;
    if (excerpt.text.empty()) return;
    std::string lead =
        excerpt.heading.empty() ? std::string() : visible(excerpt.heading) + ": ";
    if (excerpt.language != hit_.language) lead = "(" + visible(excerpt.language) + ") " + lead;
    const std::size_t bar = language::width_of(quote_mark);
    const std::string text = wrapped(lead + marked(excerpt.text, excerpt.ranges, look_.paint),
                                     look_.width - std::min(look_.width, bar), indent_);
    const std::string mark = look_.paint(colour::faint, quote_mark);
    for (const std::string_view line : lines_of(text))
      out_ << indent_ << mark << show_marks(line.substr(indent_.size())) << '\n';
  }

  // Its id and its place in the bank, in one line if there is room.
  void write_place() {
    const std::string id = visible(entry_.id);
    const std::string place = place_text(entry_, hit_.excerpt);
    const std::size_t used =
        indent_.size() + language::width_of(id) + 2 + language::width_of(place);
    out_ << indent_ << look_.paint(colour::id, id);
    if (!place.empty())
      out_ << (used <= look_.width ? "  " : "\n" + indent_)
           << look_.paint(colour::faint, place);
    out_ << '\n';
  }

  const index::Hit& hit_;
  const index::Entry& entry_;
  const Look& look_;
  std::string indent_;
  std::ostream& out_;
};

void write_facet_text(const index::FacetCount& facet, const HitsView& view, std::ostream& out) {
  constexpr std::size_t count_width = 6;
  std::size_t wide = 0;
  for (const index::TermCount& term : facet.terms)
    wide = std::max(wide, language::width_of(visible(term.label)));
  for (const index::TermCount& term : facet.terms) {
    const std::string count = std::to_string(term.count);
    const std::string label = visible(term.label);
    out << std::string(count_width - std::min(count_width, count.size()), ' ') << count << "  "
        << label << std::string(wide - language::width_of(label) + 2, ' ')
        << way_to(facet.field, facet.flag, term.term, view) << '\n';
  }
}

// `Kenya · 12 records`, and where there are more than are told, how to see them.
void write_groups_text(const index::Hits& hits, const Look& look, const HitsView& view,
                       std::ostream& out) {
  const bool by_case = view.group == index::group_by_case;
  const index::FacetLabels* facet = look.about.find_facet(view.group);
  for (const index::Group& group : hits.groups) {
    std::string label = visible(group.label);
    if (label.empty()) {
      if (by_case)
        label = group.key.empty() ? "Of no one case" : "A case that is not public";
      else
        label = "No " + visible(facet->facet.flag) + " is named";
    }
    const std::string count = counted(group.total, "record", "records");
    const std::string id = by_case && !group.label.empty() ? visible(group.key) : "";
    std::string head = wrapped_parts({label, id, count}, look.width, "");
    head.pop_back();
    out << look.paint(colour::blue, head) << "\n\n";
    for (const std::size_t hit : group.hits)
      write_hit_text(hits.hits[hit], look, {.group = view.group}, out);
    const std::size_t left = group.total - std::min(group.total, group.hits.size());
    if (left == 0) continue;
    out << "    and " << left << " more";
    if (facet != nullptr && !group.key.empty())
      out << ": " << way_to(facet->facet.field, facet->facet.flag, group.key, view);
    else if (by_case && !group.label.empty())
      out << ": baraza show " << visible(group.key);
    out << "\n\n";
  }
}

}  // namespace

void write_hit_text(const index::Hit& hit, const Look& look, const HitPlace& place,
                    std::ostream& out) {
  const std::string number = std::to_string(hit.rank) + ".";
  const std::string indent(std::max<std::size_t>(4, number.size() + 1), ' ');
  std::string title =
      wrapped(marked(hit.title, hit.title_ranges, look.paint), look.width, indent);
  if (title.empty()) title = indent + "\n";
  title.replace(0, number.size(), number);
  title.pop_back();
  out << look.paint(colour::bold, show_marks(title, colour::bold)) << '\n';
  HitText(hit, look, indent.size(), out).write(place);
  out << '\n';
}

void write_hits_text(const index::Hits& hits, const Look& look, const HitsView& view,
                     std::ostream& out) {
  if (hits.explanation) write_explanation_text(*hits.explanation, look, out);
  if (!view.group.empty()) return write_groups_text(hits, look, view, out);
  for (const index::Hit& hit : hits.hits) write_hit_text(hit, look, {}, out);
}

void write_facets_text(const index::Hits& hits, const HitsView& view, std::ostream& out) {
  bool first = true;
  for (const index::FacetCount& facet : hits.facets) {
    if (facet.terms.empty()) continue;
    out << (first ? "" : "\n") << facet.label << '\n';
    first = false;
    write_facet_text(facet, view, out);
  }
}

void write_facets_tsv(const index::Hits& hits, std::ostream& out) {
  out << "facet\tterm\tlabel\tcount\n";
  for (const index::FacetCount& facet : hits.facets)
    for (const index::TermCount& term : facet.terms)
      out << visible(facet.flag) << '\t' << visible(term.term) << '\t' << visible(term.label)
          << '\t' << term.count << '\n';
}

}  // namespace baraza::tools
