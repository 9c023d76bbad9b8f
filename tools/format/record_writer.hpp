// Writes the parts of a record for a terminal, in the order in which they are called: what
// record_text.cpp is made of.
//
// What a field holds is shown in its own part if it has the form that such fields have; any
// other field, and any other form, is shown among the facts as it stands. So a bank with fields
// of its own loses nothing.
#pragma once

#include <iosfwd>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tools/format/record.hpp"

namespace baraza::tools {

class RecordWriter {
 public:
  RecordWriter(const ShownRecord& record, const Look& look, const render::Words& words,
               std::ostream& out)
      : record_(record),
        entry_(record.hit.entry),
        fields_(record.sheet.fields),
        look_(look),
        words_(words),
        out_(&out) {}

  void title(std::ostream& out);
  void text(std::string_view heading, std::string_view field);  // one text, below its heading
  void lessons();
  void outcomes();
  void body(std::string_view heading);  // of a record its text, of a lesson its detail
  void timeline();
  void people();
  void funding();
  void transfer();
  void voices();
  void harms();
  void lenses();
  void insights();
  void from_case();
  void evidence();
  void usefulness();
  void side(std::string_view key, const std::vector<const index::Stand*>& stands);
  void state();
  void known();
  void sources();
  void related();
  void cite();
  // Where, when and how far, then every field that no other part has shown: so it is called
  // last, and may be told to write before them.
  void facts(std::ostream& out);

 private:
  using Node = content::Node;
  struct Fact {
    std::string label = {};
    std::string value = {};
  };

  // --- forms of fields; each remembers the field it has shown
  const std::vector<Node>& maps(const std::string& field);
  std::vector<std::string> scalars(const std::string& field);
  bool is_facet(const std::string& field) const;

  // --- words
  std::string word(std::string_view key) const;
  std::string term(std::string_view list, const std::string& id) const;
  std::string terms(std::string_view list, const std::vector<std::string>& ids) const;
  std::string field_label(const std::string& name) const;
  std::string actor_name(const std::string& id) const;
  std::string relation(const Node& item) const;
  std::string value_text(const Node& node, int depth) const;
  std::string citations(const Node& item) const;
  std::string source(const Node& item) const;
  std::string money(const Node& item) const;
  std::string years(const std::string& text) const;
  std::string authors();
  std::string citation() const;

  // --- lines
  void heading(const std::string& text);
  void line(const std::string& text, std::size_t indent = 2);
  void item(const std::string& text, std::size_t indent = 2);
  void faint(const std::string& text, std::size_t indent);
  void id_line(const std::string& id, std::size_t indent);
  void limits(const Node& item);
  void case_line(const index::Stand& stand);
  void table(const std::vector<Fact>& facts);
  void gap();

  // --- facts
  void add_terms(std::vector<Fact>& facts) const;
  void add_own(std::vector<Fact>& facts);
  void add_digest(std::vector<Fact>& facts);
  void add_unknown(std::vector<Fact>& facts);
  static void add(std::vector<Fact>& facts, std::string label, std::string value);

  const ShownRecord& record_;
  const index::Entry& entry_;
  const Node& fields_;
  const Look& look_;
  const render::Words& words_;
  std::ostream* out_;
  std::set<std::string> shown_ = {};
  bool first_ = true;  // of the items below a heading
};

// Fields that are said elsewhere or are for the bank's keepers alone.
bool is_kept_back(std::string_view field);

}  // namespace baraza::tools
