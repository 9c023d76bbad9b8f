#include "tests/bench/files.hpp"

#include <algorithm>
#include <string_view>
#include <vector>

#include "base/text.hpp"

namespace baraza::bench {
namespace {

constexpr std::size_t width = 112;

// Would Markdown take a line that begins with this word for an item of a list?
bool begins_item(std::string_view word) {
  const std::size_t digits = word.find_first_not_of("0123456789");
  return digits != std::string_view::npos && digits > 0 && digits + 1 == word.size() &&
         (word[digits] == '.' || word[digits] == ')');
}

std::string wrapped(const std::string& text, const std::string& indent) {
  std::string lines;
  std::size_t column = 0;
  for (const std::string_view word : split(text, ' ')) {
    const bool breaks = column > 0 && column + 1 + word.size() > width && !begins_item(word);
    if (breaks) lines += '\n';
    if (column == 0 || breaks) {
      lines += indent;
      column = indent.size();
    } else {
      lines += ' ';
      ++column;
    }
    lines += word;
    column += word.size();
  }
  return lines + '\n';
}

// The texts that are made hold neither quotation marks nor backslashes.
std::string quoted(const std::string& text) { return '"' + text + '"'; }

std::string list_of(const std::vector<std::string>& items) {
  return '[' + join(items, ", ") + ']';
}

// `key: text`, in a block of its own where it is long or where YAML may take it for more.
std::string field(const std::string& indent, const std::string& key, const std::string& text) {
  const std::string line = indent + key + ": " + text;
  const bool plain = text.find(": ") == std::string::npos && !text.ends_with(':') &&
                     ((text[0] >= 'A' && text[0] <= 'Z') || (text[0] >= 'a' && text[0] <= 'z'));
  if (plain && line.size() <= width) return line + '\n';
  return indent + key + ": >-\n" + wrapped(text, indent + "  ");
}

std::string field_if_said(const std::string& indent, const std::string& key,
                          const std::string& text) {
  return text.empty() ? std::string() : field(indent, key, text);
}

std::string list_field(const std::string& indent, const std::string& key,
                       const std::vector<std::string>& items) {
  return items.empty() ? std::string() : indent + key + ": " + list_of(items) + '\n';
}

std::string texts_field(const std::string& key, const std::vector<std::string>& texts) {
  std::string out = "  " + key + ":\n";
  for (const std::string& text : texts) out += "    - " + quoted(text) + '\n';
  return out;
}

std::string head_of(const MadeCase& made) {
  const std::string first = std::to_string(made.first_year);
  const std::string last = std::to_string(made.last_year);
  std::string out = "schema: case/1\ntitle: " + quoted(made.title) + '\n' +
                    field("", "summary", made.summary) +
                    list_field("", "countries", made.countries) +
                    list_field("", "sectors", made.sectors) +
                    list_field("", "capabilities", made.capabilities) + "places:\n";
  for (const std::string& place : made.names.places) out += "  - name: " + place + '\n';
  std::vector<std::string> tags;
  for (const std::string& tag : made.tags) tags.push_back(quoted(tag));
  return out + "level: " + made.level + "\nperiod: {start: " + first + ", end: " + last +
         "}\nstage: {term: " + made.stage + ", as_of: " + last + "}\n" +
         list_field("", "tags", tags) + list_field("", "groups", made.groups) +
         "authors:\n  - name: " + made.names.people.front() +
         "\nowner: baraza\nlanguage: en\nlicence: CC-BY-4.0\n"
         "interests: \"none: made to measure programs with, of sentences that others wrote\"\n"
         "provenance: {how: [desk], checked_with: nobody}\nharms: none-known\n"
         "published: 2025-03-01\nupdated: 2025-03-01\n"
         "review: {status: done, by: " +
         made.names.people.back() + ", on: 2025-03-01}\n\n";
}

std::string network_of(const MadeCase& made) {
  std::string out = "actors:\n";
  for (const MadeActor& actor : made.actors)
    out += "  - {id: " + actor.id + ", name: " + actor.name + ", kind: " + actor.kind +
           ", role: " + actor.role + "}\n";
  out += "relations:\n";
  for (const MadeTie& tie : made.ties)
    out += "  - {from: " + tie.from + ", to: " + tie.to + ", kind: " + tie.kind +
           (tie.words.empty() ? "" : ", words: " + quoted(tie.words)) + "}\n";
  out += "\nevents:\n";
  for (const MadeEvent& event : made.events)
    out += "  - id: " + event.id + "\n    date: " + std::to_string(event.year) + '\n' +
           field("    ", "what", event.what) + list_field("    ", "sources", event.sources);
  return out + '\n';
}

std::string findings_of(const MadeCase& made) {
  std::string out = "outcomes:\n";
  for (const MadeOutcome& outcome : made.outcomes)
    out += "  - id: " + outcome.id + '\n' + field("    ", "claim", outcome.claim) +
           "    aim: " + outcome.aim + "\n    direction: " + outcome.direction + '\n' +
           list_field("    ", "basis", outcome.basis) +
           "    corroboration: " + outcome.corroboration + '\n' +
           list_field("    ", "sources", outcome.sources) +
           field("    ", "limits", outcome.limits);
  out += "\nlessons:\n";
  for (const MadeLesson& lesson : made.lessons)
    out += "  - id: " + lesson.id + '\n' + field("    ", "claim", lesson.claim) +
           field("    ", "because", lesson.because) +
           field_if_said("    ", "limits", lesson.limits) +
           list_field("    ", "sources", lesson.sources) +
           list_field("    ", "outcomes", lesson.outcomes) +
           field_if_said("    ", "question", lesson.question) + "    kind: " + lesson.kind +
           '\n' + list_field("    ", "moments", lesson.moments) +
           list_field("    ", "roles", lesson.roles);
  return out + "\ntransfer:\n" + texts_field("needs", made.needs) +
         texts_field("breaks_if", made.breaks_if);
}

std::string sources_of(const MadeCase& made) {
  std::string out = "\nsources:\n";
  for (const MadeSource& source : made.sources)
    out += "  - id: " + source.id + "\n    title: " + quoted(source.title) +
           "\n    author: " + source.author + "\n    year: " + std::to_string(source.year) +
           "\n    url: https://example.org/" + made.id + '/' + source.id +
           "\n    kind: " + source.kind + "\n    seen: original\n";
  return out;
}

std::string body_of(const std::vector<MadeSection>& sections) {
  std::string out;
  for (const MadeSection& section : sections) {
    out += "\n## " + section.heading + '\n';
    for (const std::string& paragraph : section.paragraphs)
      out += '\n' + wrapped(paragraph, "");
  }
  return out;
}

}  // namespace

std::string file_of(const MadeCase& made) {
  return "---\n" + head_of(made) + network_of(made) + findings_of(made) + sources_of(made) +
         "---\n" + body_of(made.sections);
}

std::string file_of(const MadeInsight& made) {
  std::string out = "---\nschema: insight/1\nkind: insight\ntitle: " + quoted(made.title) +
                    '\n' + field("", "summary", made.summary) + "rests_on:\n";
  for (const MadeStand& stand : made.rests_on)
    out += "  - lesson: " + quoted(stand.lesson) + "\n    stance: " + stand.stance + '\n' +
           field("    ", "why", stand.why);
  return out + "state: " + made.state + "\nauthors:\n  - name: " + made.author +
         "\nowner: baraza\nlanguage: en\nlicence: CC-BY-4.0\npublished: 2025-03-01\n---\n" +
         body_of(made.sections);
}

}  // namespace baraza::bench
