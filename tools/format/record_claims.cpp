// How a record is known, and what other records say of it.
#include <algorithm>
#include <ostream>
#include <set>

#include "base/text.hpp"
#include "tools/format/record_writer.hpp"
#include "tools/format/wrap.hpp"

namespace baraza::tools {
namespace {

using content::Node;

std::vector<Node> cited(const Node& item) {
  const Node* sources = item.find("sources");
  if (sources == nullptr) return {};
  return sources->is_list() ? sources->children : std::vector<Node>{*sources};
}

std::string id_of(const Node& citation) {
  return citation.is_map() ? citation.text_of("id") : citation.scalar();
}

}  // namespace

std::string why_of(const ShownRecord& insight, const content::Support& support) {
  for (const Node& own : insight.sheet.fields.items_of("rests_on"))
    if (own.text_of("lesson") == support.lesson) return own.text_of("why");
  return support.why;
}

std::string RecordWriter::citations(const Node& item) const {
  std::vector<std::string> said;
  for (const Node& one : cited(item)) {
    std::string id = id_of(one);
    if (id.empty()) continue;
    if (const std::string at = one.text_of("at"); !at.empty()) id.append(" ").append(at);
    said.push_back(std::move(id));
  }
  return said.empty()
             ? std::string()
             : words_.count("case.cited", said.size()) + " " + join(said, word("list.comma"));
}

void RecordWriter::from_case() {
  heading(word("lesson.case"));
  if (entry_.case_title.empty()) return line(word("lesson.not_public"));
  const std::string title = record_.case_fields.text_of("title");
  line(title.empty() ? entry_.case_title : title);
  id_line(entry_.case_id, 2);
}

void RecordWriter::evidence() {
  heading(word("lesson.strength"));
  if (entry_.basis.empty() && entry_.corroboration.empty())
    return line(word("lesson.strength_unknown"));
  line(word("lesson.rests_on") + ": " + terms("bases", entry_.basis));
  if (!entry_.corroboration.empty())
    line(word("lesson.agreement") + ": " + terms("corroborations", entry_.corroboration));
}

void RecordWriter::usefulness() {
  const std::string moments = terms("moments", scalars("moments"));
  const std::string roles = terms("roles", scalars("roles"));
  if (moments.empty() && roles.empty()) return;
  heading(word("lesson.useful"));
  if (!moments.empty()) line(word("lesson.moments") + ": " + moments);
  if (!roles.empty()) line(word("lesson.roles") + ": " + roles);
}

void RecordWriter::insights() {
  if (record_.hit.insights.empty()) return;
  heading(word(entry_.kind == index::Kind::lesson ? "lesson.insights" : "case.insights"));
  for (const index::CountedStanding& one : record_.hit.insights) {
    gap();
    line(one.standing.title);
    std::string said;
    if (entry_.kind == index::Kind::lesson) said = term("stances", one.standing.stance);
    if (const std::string tally = tally_text(one.tally); !tally.empty())
      said.append(said.empty() ? "" : "; ").append(tally);
    if (!said.empty()) line(said, 4);
    id_line(one.standing.insight, 4);
  }
}

// `Forty wells that kept working in Kitui · Kenya`
void RecordWriter::case_line(const index::Stand& stand) {
  std::vector<std::string> parts = {
      visible(stand.case_title.empty() ? word("insight.not_public") : stand.case_title)};
  // The first facet tells most about where a case is from.
  const std::vector<std::string> terms = terms_texts(stand.lessons.front().lesson, look_);
  if (!stand.case_title.empty() && !terms.empty()) parts.push_back(terms.front());
  *out_ << wrapped_parts(parts, look_.width, "  ");
}

// The cases of one side of an insight, each with what its lessons say.
void RecordWriter::side(std::string_view key, const std::vector<const index::Stand*>& stands) {
  heading(word("insight." + std::string(key)) + ": " +
          words_.count("count.cases", stands.size()));
  if (stands.empty()) line(word("insight.none_" + std::string(key)));
  for (const index::Stand* stand : stands) {
    gap();
    case_line(*stand);
    for (const index::Stand::Bearing& bearing : stand->lessons) {
      line(term("stances", bearing.support.stance) + ": " +
               bearing.lesson.title_in(look_.languages).title,
           4);
      line(why_of(record_, bearing.support), 6);
      id_line(bearing.lesson.id, 6);
    }
  }
}

void RecordWriter::state() {
  if (entry_.state.empty()) return;
  shown_.insert("state");
  heading(field_label("state") + ": " + term("states", entry_.state));
  if (const std::string because = fields_.text_of("because"); !because.empty()) line(because);
}

void RecordWriter::known() {
  std::vector<Fact> facts;
  add(facts, word("facts.interests"), words_.list(scalars("interests")));
  if (const Node* made = fields_.find("provenance"); made != nullptr && made->is_map()) {
    shown_.insert("provenance");
    for (const content::Key& key : made->keys) {
      std::vector<std::string> texts = made->texts_of(key.name);
      std::string text = key.name == "how" ? terms("provenances", texts) : words_.list(texts);
      if (key.name == "checked_with" && text == "nobody") text = word("facts.nobody");
      add(facts, words_.text_or("facts." + key.name, field_label(key.name)), std::move(text));
    }
  }
  if (const Node* review = fields_.find("review"); review != nullptr && review->is_map()) {
    shown_.insert("review");
    std::vector<std::string> said;
    if (const std::string status = review->text_of("status"); !status.empty())
      said.push_back(term("review", status));
    for (const char* part : {"by", "on", "due"})
      if (const std::string text = review->text_of(part); !text.empty())
        said.push_back(
            words_.fill(std::string("facts.review_") + part, {{"what", words_.date(text)}}));
    add(facts, word("facts.review"), join(said, word("list.comma")));
  }
  for (const char* field : {"published", "updated"})
    for (const std::string& text : scalars(field))
      add(facts, word("facts." + std::string(field)), words_.date(text));
  if (facts.empty()) return;
  heading(word("case.known"));
  table(facts);
}

// `Wells counted again. Mwende Kilonzo, County Press, 2019. Report`
std::string RecordWriter::source(const Node& item) const {
  std::string text = item.text_of("title");
  const auto add_sentence = [&](const std::string& sentence) {
    if (sentence.empty()) return;
    const bool ended =
        !text.empty() && (text.back() == '.' || text.back() == '?' || text.back() == '!');
    text +=
        (text.empty() || ended ? "" : ".") + std::string(text.empty() ? "" : " ") + sentence;
  };
  std::vector<std::string> by = {item.text_of("author"), item.text_of("publisher"),
                                 words_.date(item.text_of("year"))};
  std::erase(by, "");
  add_sentence(join(by, ", "));
  if (const std::string kind = item.text_of("kind"); !kind.empty())
    add_sentence(term("source-kinds", kind));
  if (const std::string seen = item.text_of("seen"); !seen.empty() && seen != "original")
    add_sentence(term("seen", seen));
  return text;
}

void RecordWriter::sources() {
  const bool lesson = entry_.kind == index::Kind::lesson;
  std::set<std::string> wanted;
  if (lesson) {
    shown_.insert("sources");
    for (const Node& one : cited(fields_)) wanted.insert(id_of(one));
  }
  const std::vector<Node>& items =
      lesson ? record_.case_fields.items_of("sources") : maps("sources");
  bool any = false;
  for (const Node& one : items) {
    if (lesson && !wanted.contains(one.text_of("id"))) continue;
    if (!any) heading(word("case.sources"));
    any = true;
    *out_ << hung("  " + visible(one.text_of("id")) + "  ", visible(source(one)), look_.width);
    if (const std::string url = one.text_of("url"); !url.empty()) faint(url, 4);
    if (const std::string copy = one.text_of("archived"); !copy.empty())
      faint(word("case.archived") + ": " + copy, 4);
  }
}

void RecordWriter::related() {
  const std::vector<std::string> ids = fields_.texts_of("related");
  if (ids.empty()) return;
  heading(word("case.related"));
  for (const std::string& id : ids) id_line(id, 2);
}

// As the site says it; a digest entry stands for what it points to.
std::string RecordWriter::citation() const {
  const bool digest = entry_.kind == index::Kind::digest;
  const bool of_case = entry_.kind == index::Kind::lesson && !entry_.case_title.empty();
  std::string who = digest ? fields_.text_of("author") : words_.list(entry_.authors);
  if (who.empty() && digest) who = entry_.publisher;
  if (who.empty())
    who = look_.about.publisher.empty() ? look_.about.title : look_.about.publisher;
  const std::string& own = entry_.published.empty() ? entry_.updated : entry_.published;
  const content::Date date = content::parse_date(digest ? fields_.text_of("date") : own);
  std::string said = who + (date.known() ? " (" + std::to_string(date.year) + ")" : "") + ". " +
                     (of_case ? entry_.case_title : record_.hit.title);
  const auto end_sentence = [&] {
    if (said.back() != '.' && said.back() != '?' && said.back() != '!') said += '.';
  };
  end_sentence();
  const std::string& in = digest ? entry_.publisher : look_.about.title;
  if (!in.empty() && in != who) said += " " + in;
  end_sentence();
  if (!digest && !entry_.updated.empty() && entry_.updated != entry_.published)
    said += " " + words_.fill("cite.version", {{"date", words_.date(entry_.updated)}});
  return said;
}

void RecordWriter::cite() {
  heading(word("case.cite"));
  line(citation());
  if (const std::string address = address_of(entry_, look_.about); !address.empty())
    faint(address, 2);
  std::string licence = record_.case_fields.text_of("licence");
  if (licence.empty()) licence = look_.about.licence;
  if (licence.empty() || entry_.kind == index::Kind::digest) return;
  std::string key = licence;  // a dot parts the keys of texts
  std::replace(key.begin(), key.end(), '.', '_');
  line(word("cite.licence") + " " + words_.text_or("licences." + key + ".name", licence) + ".");
}

}  // namespace baraza::tools
