#include <array>

#include "check/rule_rows.hpp"

namespace baraza::check {
namespace {

constexpr std::array rows = {
    Rule{"E101", Severity::error, "empty-file", "the file holds nothing",
         "It was made and never written, or emptied by accident. Spaces and blank lines count "
         "as nothing.",
         Example::record, "<3 blank lines>",
         "---\n"
         "title: Social audits in Andhra Pradesh\n"
         "---\n",
         "Write the record, or delete the file."},
    Rule{"E102", Severity::error, "not-utf8", "a byte is not UTF-8",
         "The file was saved in the encoding of an older program, often Latin-1 or "
         "Windows-1252. Other programs would show its accented letters as other signs.",
         Example::record,
         "---\n"
         "title: Cr<E8>ches for market women in Accra\n"
         "---\n",
         "---\n"
         "title: Crèches for market women in Accra\n"
         "---\n",
         "Save the file as UTF-8; in Notepad: Save as, Encoding, UTF-8."},
    Rule{"E103", Severity::error, "utf-16",
         "the file is saved as UTF-16, two bytes for each character",
         "Some editors of Windows call this encoding `Unicode`. Programs that work with plain "
         "text cannot read it.",
         Example::record,
         "<FF><FE>-<00>-<00>-<00><0A><00>\n"
         "<00>t<00>i<00>t<00>l<00>e<00>:<00> <00>W<00>e<00>l<00>l<00>s<00>",
         "---\n"
         "title: Wells\n"
         "---\n",
         "Save the file as UTF-8; in Notepad: Save as, Encoding, UTF-8."},
    Rule{"E104", Severity::error, "control-character",
         "a character that cannot be seen or printed is in the text",
         "It often comes along when a passage is copied out of a PDF.", Example::fields,
         "title: Village grants<0C> in Indonesia", "title: Village grants in Indonesia",
         "Delete the character; where it cannot be found, type the words around it anew."},
    Rule{"E105", Severity::error, "line-separator", "U+0085, U+2028 or U+2029 is in the text",
         "Some programs take this character for the end of a line, others do not, so that one "
         "file would mean two things. It often comes from a web page or a word processor.",
         Example::fields, "title: Village grants<U+2028>in Indonesia",
         "title: Village grants in Indonesia",
         "Put a space or a line end in its place; `baraza check --fix` puts a space."},
    Rule{"E106", Severity::warning, "hidden-direction",
         "a hidden character turns the text's direction, or has no width",
         "It can make a text look other than it is, and hide a word from a search. Nothing is "
         "said of those that a script needs: marks in a file, and turns in a line, that hold "
         "text written from right to left, spaces of no width in Khmer or Thai, and joiners.",
         Example::fields, "title: Village <U+202E>grants in Indonesia",
         "title: Village grants in Indonesia", "Delete it unless it is meant."},
    Rule{"E107", Severity::warning, "byte-order-mark", "the file opens with a byte order mark",
         "Some editors of Windows put three hidden bytes in front of a text to mark it as "
         "UTF-8. UTF-8 does not need them, and not every program expects them.",
         Example::record,
         "<EF><BB><BF>---\n"
         "title: Village grants in Indonesia\n"
         "---\n",
         "---\n"
         "title: Village grants in Indonesia\n"
         "---\n",
         "Save the file as UTF-8 without BOM; `baraza check --fix` takes the mark out."},
    Rule{"E108", Severity::error, "file-too-large",
         "the text handed over is larger than a file may be",
         "What an editor hands over, or what is staged for a commit, is more than baraza reads "
         "of a file: 2 MiB of a record, 4 MiB of a schema or a list of terms. Often a table of "
         "data was pasted into it.",
         Example::record,
         "---\n"
         "title: Water points of Tanzania\n"
         "---\n"
         "\n"
         "<70,000 lines: Water point 14 in Kigoma is dry.>",
         "---\n"
         "title: Water points of Tanzania\n"
         "---\n"
         "\n"
         "Every third water point in Kigoma is dry.",
         "Split it, or keep the data in a file of its own and say here what it shows."},
    Rule{"E109", Severity::error, "lone-carriage-return",
         "a line ends with a carriage return alone",
         "Very old systems ended lines in this way. Programs of today take the whole file for "
         "one line.",
         Example::record, "---<0D>title: Village grants in Indonesia<0D>---<0D>",
         "---\n"
         "title: Village grants in Indonesia\n"
         "---\n",
         "Save the file with line ends of the kind LF, also called Unix, or CRLF."},
    Rule{"E110", Severity::error, "file-unreadable", "the file or the folder cannot be read",
         "The system does not let baraza read it, often because it belongs to another user, it "
         "is gone, or something else has the name of a file, such as a folder.",
         Example::files, "schemas/vocabularies/organisations.yaml/",
         "schemas/vocabularies/organisations.yaml\n"
         "  terms: [{id: baraza, label: The baraza editors}]",
         "Allow yourself to read it (`chmod u+r FILE`), or delete it if it is not meant to be "
         "there."},
    Rule{"E111", Severity::error, "symlink-outside",
         "a symlink leads to a file outside of the bank",
         "What is outside is not published by accident, and would be missing wherever the bank "
         "is copied.",
         Example::files,
         "../notes/wells.md\n"
         "cases/kenya/wells.md -> ../../../notes/wells.md",
         "cases/kenya/wells.md", "Put the file itself in the place of the symlink."},
    Rule{"E112", Severity::error, "symlink-broken",
         "a symlink leads nowhere, or round in a circle",
         "What it leads to was renamed, moved or deleted.", Example::files,
         "cases/kenya/wells.md -> wells-of-kitui.md", "cases/kenya/wells.md",
         "Delete the symlink, or let it lead to a file of the bank."},
    Rule{"E113", Severity::error, "folder-like-file",
         "a folder has a name that ends in `.md`, as only records do",
         "Whoever sees the name expects a record there, and none would be read.",
         Example::files,
         "cases/kenya/wells.md/\n"
         "cases/kenya/wells.md/kitui.md",
         "cases/kenya/wells/\n"
         "cases/kenya/wells/kitui.md",
         "Rename the folder."},
    Rule{"E114", Severity::error, "file-over-limit",
         "the file is larger than baraza reads of one",
         "A record has at most 2 MiB, a schema or a list of terms 4 MiB, a picture or a "
         "template 64 MiB. Often a table of data was pasted into it.",
         Example::files,
         "cases/tanzania/water-points.md\n"
         "  summary: <70,000 times: Water point 14 in Kigoma is dry. >",
         "cases/tanzania/water-points.md\n"
         "  summary: Every third water point in Kigoma is dry.",
         "Split it, or keep the data in a file of its own and say here what it shows."},
    Rule{"E115", Severity::error, "file-name-bytes",
         "the name of a file or folder is not UTF-8",
         "It was made on a system with another encoding, often by unpacking an old archive.",
         Example::files, "cases/ghana/cr<E8>ches.md", "cases/ghana/creches.md",
         "Rename it; letters without accents are the safest."},
    Rule{"E117", Severity::error, "file-exhausts",
         "reading the file took too long, or too much memory",
         "The process that read it was stopped: it took more than 20 seconds or 2 GiB of "
         "memory, or broke down. No ordinary record needs so much.",
         Example::files, "cases/kenya/wells.md, made to be hard to read",
         "cases/kenya/wells.md, written as others are",
         "Take out what is unusual in it, such as very deep nesting or very long parts."},
    Rule{"E118", Severity::error, "symlinked-folder", "a symlink to a folder is not followed",
         "A bank is the same wherever it is copied, so its records lie in it themselves.",
         Example::files,
         "cases/kenya/wells.md\n"
         "cases/water -> kenya",
         "cases/kenya/wells.md\n"
         "cases/water/pumps.md",
         "Put the folder itself in the place of the symlink."},
    Rule{"E119", Severity::error, "record-ending", "a Markdown file does not end in `.md`",
         "Only files that end in `.md` are read as records; with another ending the file would "
         "be left out without a word.",
         Example::files, "cases/south-africa/clinics.markdown", "cases/south-africa/clinics.md",
         "Rename the file."},
    Rule{
        "E120", Severity::error, "front-matter-missing",
        "the first line of the file is not `---`",
        "A record opens with its fields, between two lines of three hyphens. Without the first "
        "of them the fields would be taken for the text.",
        Example::record,
        "title: Coaches for teachers in Kenya\n"
        "---\n"
        "\n"
        "Few children could read a sentence.\n",
        "---\n"
        "title: Coaches for teachers in Kenya\n"
        "---\n"
        "\n"
        "Few children could read a sentence.\n",
        "Write a line `---` first, then the fields, then another line `---`."},
    Rule{"E121", Severity::error, "front-matter-unclosed", "no line `---` ends the fields",
         "A record opens with its fields, between two lines of three hyphens. Without the "
         "second the text would be taken for fields.",
         Example::record,
         "---\n"
         "title: Coaches for teachers in Kenya\n"
         "\n"
         "Few children could read a sentence.\n",
         "---\n"
         "title: Coaches for teachers in Kenya\n"
         "---\n"
         "\n"
         "Few children could read a sentence.\n",
         "Write a line `---` after the last field."},
};

}  // namespace

std::span<const Rule> rules_of_files() { return rows; }

}  // namespace baraza::check
