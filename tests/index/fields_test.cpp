// What stands in the brackets of a field, by the records that it finds.
#include <string>
#include <string_view>

#include "small_bank.hpp"

namespace baraza::index {
namespace {

TEST_CASE("signs and operators hold inside the brackets of a field") {
  SmallBank small = make_small_bank();
  small.add_case("both", "Wells on a border", "kenya", "water", {})
      .card.terms["countries"]
      .push_back("ghana");
  small.add_case("cape", "A school by the sea", "south-africa", "education", {});
  const Folder folder;
  const Index index = open_index(small, folder);
  struct Row {
    std::string_view text, ids;
  };
  const Row rows[] = {
      {"country:(kenya OR ghana)", "both reading water-points"},
      {"country:(kenya OR ghana OR RSA)", "both cape reading water-points"},
      {"country:(kenya, ghana)", "both reading water-points"},
      {"country:(kenya,ghana)", "both reading water-points"},
      {"country:kenya, teachers", "reading"},
      {"country:(\"south africa\", ghana)", "both cape water-points"},
      {"country:(-kenya)", "cape water-points"},
      {"country:(NOT kenya)", "cape water-points"},
      {"country:(-kenya -RSA)", "water-points"},
      {"country:(kenya -ghana)", "reading"},
      {"country:(kenya NOT ghana)", "reading"},
      {"country:(kenya AND ghana)", "both"},
      {"country:kenya AND country:ghana", "both"},
      {"country:(+kenya +ghana)", "both"},
      {"country:(+kenya ghana)", "both reading"},
      {"country:((kenya -ghana) OR RSA)", "cape reading"},
      {"country:(kenya (ghana -kenya))", "both reading water-points"},
      {"-country:(kenya OR ghana)", "cape"},
      {"-country:(kenya ghana)", "cape"},
      {"-country:(-kenya)", "both reading"},
      {"-country:(kenya -ghana)", "both cape water-points"},
      {"country:(kenya -ghana) sector:(water education)", "reading"},
      {"country:(kenya OR ghana) sector:(-water)", "reading"},
      {"country:(kenya OR ghana) -sector:(water)", "reading"},
      {"country:(nowhere OR RSA)", "cape"},
      {"country:(-nowhere)", "both cape reading water-points"},
      {"teachers (-country:kenya)", "water-points"},
      {"country:(kenya OR ghana) OR sector:education", "both cape reading water-points"},
      {"title:(wells OR sea)", "both cape"},
      {"title:(school -sea)", "reading"},
      {"year:(2011, 2016)", "reading water-points"},
      {"year:(2011 -2011)", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(ids_of(index, {.text = std::string(row.text) + " +kind:case", .order = Order::id}) ==
          row.ids);
  }
}

}  // namespace
}  // namespace baraza::index
