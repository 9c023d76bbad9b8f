// Views of what a record's front matter says: facts, sources, actors, events and the rest.
//
// What a field holds is shown if it has the form that section's fields have; any other field,
// and any other form, is shown among the facts as it stands. So a bank with fields of its own
// loses nothing.
#pragma once

#include <initializer_list>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "content/record.hpp"
#include "render/maker.hpp"
#include "render/view.hpp"

namespace baraza::render {

class RecordView {
 public:
  // `here` is the path of the page the views stand on, `sources_page` that of the page which
  // lists all sources of the record; empty: none does. Maker and record must outlive the view.
  RecordView(const Maker& maker, const content::Record& record, std::string here,
             std::string sources_page);

  // Each is a section, {items}, or nothing; each remembers the field it has shown.
  View outcomes();
  View timeline();
  View people();  // {groups: [{label, items}], relations: {items}}
  View transfer();
  View voices();
  View harms();  // also {none: true}
  View funding();
  View lenses();
  View sources();
  View sources(const std::vector<std::string>& only) const;
  View authors();  // {label} or nothing: all names
  View known();    // facts about how the record was made
  // Where, when and how far, then every field that no other part has shown: call it last.
  // Without `terms`, those of facets are left to the rest of the page.
  View facts(bool terms = true);
  // Fields of one of its lessons that lessons do not have elsewhere.
  View lesson_facts(const std::string& lesson_id) const;
  // The page shows these fields by itself.
  void leave_out(std::initializer_list<std::string_view> fields);

  // Where a claim is found: {label, items: [{label, href, title}]} or nothing.
  View citations(const content::Node& item) const;
  ResolveSource source_links() const;
  View cited(std::string_view text) const;  // as HTML, ids of sources linked
  View cite() const;                        // {text, address, licence}: how to cite the page

 private:
  struct Source {
    std::string id = {};
    const content::Node* node = nullptr;
  };
  View source(const Source& source) const;
  std::string makers_of(const Source& source) const;  // author, publisher and year
  std::string title_of(const Source& source) const;
  View actor(const content::Node& item) const;
  std::string actor_name(const std::string& id) const;
  View relations();
  View lens(const content::Node& item) const;
  View fact(std::string_view key, View value) const;
  void term_facts(View& facts) const;
  void place_facts(View& facts);
  void own_facts(View& facts);
  void unknown_facts(View& facts);
  std::string field_label(const std::string& name) const;
  // The items of a list of maps, which is then shown; none if the field has another form.
  const std::vector<content::Node>& maps(const std::string& field);
  std::vector<std::string> scalars(const std::string& field);
  View value_of(const content::Node& node, int depth) const;
  std::string citation() const;
  std::string organisation(const std::string& id) const;

  const Maker* maker_;
  const content::Record* record_;
  std::string here_;
  std::string sources_page_;
  std::vector<Source> sources_;
  std::set<std::string> shown_;
};

// A value of the template `value`: a text, a link or a list of values.
View text_value(std::string text);
View link_value(std::string label, std::string href);
View list_value(View items);

}  // namespace baraza::render
