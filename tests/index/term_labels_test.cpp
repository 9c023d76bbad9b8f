#include "index/term_labels.hpp"

#include <string>
#include <vector>

#include <doctest/doctest.h>

namespace baraza::index {
namespace {

TermLabels some() {
  return {{.id = "water", .label = {{"en", "Water"}, {"sw", "Maji"}}, .alt = {"wells"}},
          {.id = "education", .label = {{"en", "Education"}}},
          {.id = "report", .csl = "report"}};
}

TEST_CASE("terms are read from bytes as they were written, by id") {
  const TermLabels read = TermLabels::of(encode(some()));
  CHECK(read == some());
  CHECK(read.size() == 3);
  CHECK(read.begin()->id == "education");
  CHECK(read.find("water")->alt == std::vector<std::string>{"wells"});
  CHECK(read.find("report")->csl == "report");
  CHECK(read.find("waters") == nullptr);
  CHECK(read.find("") == nullptr);
  CHECK(TermLabels() == TermLabels::of(encode(TermLabels())));
  CHECK(encode(read) == encode(some()));
}

TEST_CASE("a term is called by its label, and without one by its id") {
  const TermLabels labels = some();
  CHECK(labels.label("water", "sw") == "Maji");
  CHECK(labels.label("water", "hi") == "Water");
  CHECK(labels.label("report", "en") == "report");
  CHECK(labels.label("unknown", "en") == "unknown");
}

TEST_CASE("terms that are added stand in order, each once, and leave the others alone") {
  for (TermLabels labels : {some(), TermLabels::of(encode(some()))}) {
    labels.add({"zoo", "aid", "water", "aid"});
    CHECK(labels.size() == 5);
    CHECK(labels.begin()->id == "aid");
    CHECK(labels.find("zoo")->label.empty());
    CHECK(labels.label("water", "sw") == "Maji");
  }
}

TEST_CASE("bytes that are cut short give the terms before the cut") {
  const std::string bytes = encode(some());
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    CAPTURE(size);
    const TermLabels cut = TermLabels::of(bytes.substr(0, size));
    CHECK(cut.size() < 3);
    for (const TermLabel& term : cut) CHECK(some().find(term.id) != nullptr);
  }
}

}  // namespace
}  // namespace baraza::index
