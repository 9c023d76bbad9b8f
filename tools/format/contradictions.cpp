#include "tools/format/contradictions.hpp"

#include <ostream>
#include <utility>

#include "base/json.hpp"
#include "base/text.hpp"
#include "tools/format/entry_json.hpp"
#include "tools/format/wrap.hpp"

namespace baraza::tools {
namespace {

using index::Stand;

// The sides that an insight has, in their order, by name.
std::vector<std::pair<std::string, std::vector<const Stand*>>> sides_of(
    const std::vector<Stand>& stands) {
  std::vector<std::pair<std::string, std::vector<const Stand*>>> sides = {
      {"for", {}}, {"against", {}}, {"both", {}}};
  for (const Stand& stand : stands) {
    const std::size_t side = stand.supports && stand.against ? 2 : stand.supports ? 0 : 1;
    sides[side].second.push_back(&stand);
  }
  return sides;
}

std::string_view heading_of(const std::string& side) {
  if (side == "for") return "for it";
  return side == "against" ? "against it, or limiting it" : "on both sides";
}

// `Forty wells that kept working in Kitui · Kenya · 2014 to 2019`
std::vector<std::string> case_parts(const Stand& stand, const Look& look) {
  std::vector<std::string> parts = {stand.case_title.empty()
                                        ? std::string("a case that is not public")
                                        : visible(stand.case_title)};
  if (stand.case_title.empty()) return parts;
  const index::Entry& lesson = stand.lessons.front().lesson;
  const std::vector<std::string> terms = terms_texts(lesson, look);
  if (!terms.empty()) parts.push_back(terms.front());
  parts.push_back(period_text(lesson));
  return parts;
}

class SidesText {
 public:
  SidesText(const Look& look, std::ostream& out) : look_(look), out_(out) {}

  void write(const Contradiction& one, std::size_t number) {
    write_head(one.insight, number);
    for (const auto& [side, stands] : sides_of(one.stands)) {
      if (stands.empty()) continue;
      out_ << "\n    " << look_.paint(colour::blue, heading_of(side)) << '\n';
      for (const Stand* stand : stands) write_stand(*stand);
    }
    out_ << '\n';
  }

 private:
  void write_head(const index::Hit& insight, std::size_t number) {
    const std::string rank = std::to_string(number) + ".";
    const std::string indent(std::max<std::size_t>(4, rank.size() + 1), ' ');
    std::string title = wrapped(visible(insight.title), look_.width, indent);
    title.replace(0, rank.size(), rank);
    out_ << look_.paint(colour::bold, without_line_ends(title)) << '\n';
    out_ << wrapped_parts({"insight", visible(look_.label("states", insight.entry.state)),
                           tally_text(insight.tally)},
                          look_.width, indent);
    out_ << indent << look_.paint(colour::id, visible(insight.entry.id)) << '\n';
  }

  void write_stand(const Stand& stand) {
    out_ << wrapped_parts(case_parts(stand, look_), look_.width, "      ");
    for (const Stand::Bearing& bearing : stand.lessons) {
      const std::string stance = visible(look_.label("stances", bearing.support.stance));
      out_ << hung("        " + stance + ": ",
                   visible(bearing.lesson.title_in(look_.languages).title), look_.width);
      out_ << wrapped(visible(bearing.support.why), look_.width, "          ");
      out_ << "          " << look_.paint(colour::id, visible(bearing.lesson.id)) << '\n';
    }
  }

  const Look& look_;
  std::ostream& out_;
};

void write_stand_json(JsonWriter& json, const Stand& stand, const Look& look) {
  json.begin_object().key("case").begin_object().key("id").value(stand.case_id);
  json.key("title").value(stand.case_title).end_object();
  json.key("lessons").begin_array();
  for (const Stand::Bearing& bearing : stand.lessons) {
    json.begin_object().key("stance").value(bearing.support.stance);
    json.key("why").value(bearing.support.why);
    write_identity(json, bearing.lesson, look);
    write_facts(json, bearing.lesson, look);
    json.end_object();
  }
  json.end_array().end_object();
}

}  // namespace

void write_contradictions_text(const std::vector<Contradiction>& found, const Look& look,
                               std::ostream& out) {
  SidesText text(look, out);
  for (std::size_t i = 0; i < found.size(); ++i) text.write(found[i], i + 1);
}

void write_contradictions_tsv(const std::vector<Contradiction>& found, const Look& look,
                              std::ostream& out) {
  out << "insight\tside\tcase\tlesson\tstance\tclaim\twhy\n";
  for (const Contradiction& one : found)
    for (const auto& [side, stands] : sides_of(one.stands))
      for (const Stand* stand : stands)
        for (const Stand::Bearing& bearing : stand->lessons)
          out << visible(one.insight.entry.id) << '\t' << side << '\t'
              << visible(stand->case_id) << '\t' << visible(bearing.lesson.id) << '\t'
              << visible(bearing.support.stance) << '\t'
              << visible(bearing.lesson.title_in(look.languages).title) << '\t'
              << visible(bearing.support.why) << '\n';
}

void write_contradictions_json(const std::vector<Contradiction>& found, const Look& look,
                               std::ostream& out) {
  JsonWriter json(true);
  json.begin_object().key("format").value("baraza contradictions").key("version").value(1);
  json.key("insights").begin_array();
  for (const Contradiction& one : found) {
    json.begin_object();
    write_identity(json, one.insight.entry, look);
    json.key("state").value(one.insight.entry.state).key("cases");
    write_tally(json, one.insight.tally);
    json.key("sides").begin_object();
    for (const auto& [side, stands] : sides_of(one.stands)) {
      json.key(side).begin_array();
      for (const Stand* stand : stands) write_stand_json(json, *stand, look);
      json.end_array();
    }
    json.end_object().end_object();
  }
  json.end_array().end_object();
  out << json.text() << '\n';
}

}  // namespace baraza::tools
