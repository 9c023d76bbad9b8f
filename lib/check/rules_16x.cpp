#include <array>

#include "check/rule_rows.hpp"

namespace baraza::check {
namespace {

constexpr std::array rows = {
    Rule{"E160", Severity::error, "markdown-too-large", "the text is larger than 1 MiB",
         "That is as much as a thick book. A case is a few pages, and often a table of data "
         "was pasted into it.",
         Example::body, "<30,000 lines: Water point 14 in Kigoma has been dry since March.>",
         "Every third water point in Kigoma is dry.",
         "Split it into several records, or keep the data in a file beside the case."},
    Rule{"E161", Severity::error, "markdown-long-block",
         "1,500 lines, or 64 KiB, follow without a blank line",
         "So long a paragraph takes its reader too long, person or program. Often a table of "
         "data was pasted into the text.",
         Example::body, "<1,501 lines: Water point 14 is dry.>",
         "Water point 14 is dry.\n"
         "\n"
         "Water point 15 gives water.",
         "Divide the text by blank lines."},
    Rule{"E162", Severity::error, "markdown-brackets",
         "more than 600 brackets are in one paragraph",
         "Each bracket may begin a link, and to find out takes too long with so many.",
         Example::body, "<601 times: [ ] >water points", "[ ] water point 14",
         "Divide it by blank lines, or put a line ``` before it and another behind it."},
    Rule{"E163", Severity::error, "markdown-angles",
         "more than 400 signs `<` are in one paragraph",
         "Each of them may begin HTML, and to find out takes too long with so many.",
         Example::body, "<401 times: 3 < 4, >and so on", "3 < 4, and so on",
         "Divide it by blank lines, or put a line ``` before it and another behind it."},
    Rule{"E164", Severity::error, "markdown-emphasis",
         "more than 1,500 signs * _ or ~ are in one paragraph",
         "Each of them may begin or end words that are emphasised, and to find out takes too "
         "long with so many.",
         Example::body, "<1,501 times: dry* >", "dry*",
         "Divide it by blank lines, or put a line ``` before it and another behind it."},
    Rule{"E165", Severity::error, "markdown-nesting",
         "more than 24 marks of lists or quotes open one line",
         "Each `-` or `>` at the head of a line opens a list or a quotation inside the one "
         "before it. Often a message that went to and fro was pasted in.",
         Example::body, "<25 times: - >Water point 14 is dry.", "- Water point 14 is dry.",
         "Write the text in fewer levels."},
    Rule{"E166", Severity::error, "markdown-wide-table",
         "a line holds more than 101 signs `|` of a table",
         "No page can show a hundred columns; often a sheet of data was pasted into the text.",
         Example::body, "<102 times: | dry >",
         "| Water point | State |\n"
         "| --- | --- |\n"
         "| 14 | dry |",
         "Make the table narrower, or keep the data in a file beside the case."},
    Rule{"E167", Severity::error, "markdown-large-table", "a table has more than 20,000 cells",
         "No page can show so many; often a sheet of data was pasted into the text.",
         Example::body,
         "|1|2|3|4|5|6|7|8|9|1|2|3|4|5|6|7|8|9|1|2|3|4|5|6|7|\n"
         "|-|-|-|-|-|-|-|-|-|-|-|-|-|-|-|-|-|-|-|-|-|-|-|-|-|\n"
         "<900 lines: |1|2|3|4|5|6|7|8|9|1|2|3|4|5|6|7|8|9|1|2|3|4|5|6|7|>",
         "|1|2|3|4|5|\n"
         "|-|-|-|-|-|\n"
         "|1|2|3|4|5|",
         "Divide the table, or keep the data in a file beside the case."},
    Rule{"E168", Severity::error, "markdown-repeated-sign",
         "the same sign stands 120 times in a row",
         "To read it takes too long. Often it is a line to write on, copied from a form.",
         Example::body, "Name of the clinic: <120 times: _>", "Name of the clinic:",
         "Delete them, or put a line ``` before them and another behind them."},
    Rule{"E169", Severity::error, "markdown-blank-lines",
         "more than 200 blank lines follow one another",
         "A page shows no more of many blank lines than of one.", Example::body,
         "Few clinics had medicines.\n"
         "<201 blank lines>\n"
         "Then the court spoke.",
         "Few clinics had medicines.\n"
         "\n"
         "Then the court spoke.",
         "Leave one; it divides paragraphs."},
    Rule{"E170", Severity::error, "link-scheme", "a link is of a kind that pages do not have",
         "A link begins with https:, http:, mailto: or tel:, or names a file of the bank. One "
         "to a file of your own computer leads nowhere for others; its words are shown without "
         "it.",
         Example::body, "The auditors published [their report](file:///C:/reports/audit.pdf).",
         "The auditors published [their report](https://example.org/audit.pdf).",
         "Write an address that begins with https:."},
    Rule{"E171", Severity::error, "remote-image", "an image comes from another site",
         "Pages of the bank load nothing from elsewhere: it may vanish, and its owner would "
         "learn who reads the page.",
         Example::body, "![Women of Kitui at the new well](https://example.org/well.jpg)",
         "![Women of Kitui at the new well](well.jpg)",
         "Put a copy of it beside the case, if its licence allows, and write its name."},
    Rule{"E172", Severity::error, "undefined-footnote", "a footnote has no text",
         "A mark `[^1]` in the text belongs to a paragraph that begins with `[^1]:`, and there "
         "is none.",
         Example::body, "Half of the pumps broke again.[^1]",
         "Half of the pumps broke again.[^1]\n"
         "\n"
         "[^1]: County water report, 2016, p. 12.",
         "Add a paragraph `[^1]: ...` below, or take the mark out."},
    Rule{"E173", Severity::warning, "undefined-reference",
         "a link is to a name that has no address",
         "A link may name its address, which is then told once in a line of its own. There is "
         "no such line.",
         Example::body, "The auditors published [their report][audit].",
         "The auditors published [their report][audit].\n"
         "\n"
         "[audit]: https://example.org/audit.pdf",
         "Add a line `[audit]: https://...`, or write `[their report](https://...)`."},
    Rule{"E174", Severity::error, "markdown-references",
         "addresses with a name are too long for their many uses",
         "Each use copies the address, which makes a page of many megabytes.", Example::body,
         "<300 times: [audit] >\n"
         "\n"
         "[audit]: https://example.org/<60,000 times: a>",
         "[audit]\n"
         "\n"
         "[audit]: https://example.org/audit.pdf",
         "Shorten the addresses, or write them at their links."},
    Rule{"E175", Severity::warning, "heading-jump", "a heading skips a level",
         "Who listens to a page goes from heading to heading, and takes a level that is left "
         "out for one that was missed. The first heading is of the second level, below the "
         "page's title.",
         Example::body,
         "## What was done\n"
         "\n"
         "#### The first year\n"
         "\n"
         "Officers became coaches.",
         "## What was done\n"
         "\n"
         "### The first year\n"
         "\n"
         "Officers became coaches.",
         "Write one `#` more than the heading above has, and `##` for the first."},
    Rule{"E176", Severity::warning, "heading-one", "a heading is as large as the page's title",
         "A page has one title, which it takes from the field `title`.", Example::body,
         "# What was done\n"
         "\n"
         "Officers became coaches.",
         "## What was done\n"
         "\n"
         "Officers became coaches.",
         "Write `##`."},
    Rule{"E177", Severity::warning, "unused-footnote", "a footnote is not shown",
         "No mark in the text uses it, or another footnote has its name.", Example::body,
         "Half of the pumps broke again.\n"
         "\n"
         "[^1]: County water report, 2016, p. 12.",
         "Half of the pumps broke again.[^1]\n"
         "\n"
         "[^1]: County water report, 2016, p. 12.",
         "Put its mark after the words it belongs to, or take it out."},
    Rule{"E178", Severity::warning, "unused-reference",
         "an address that has a name is not used",
         "No link of the text uses it, or another address has its name.", Example::body,
         "The auditors published their report.\n"
         "\n"
         "[audit]: https://example.org/audit.pdf",
         "The auditors published [their report][audit].\n"
         "\n"
         "[audit]: https://example.org/audit.pdf",
         "Write `[their report][audit]` where the link belongs, or take the line out."},
    Rule{"E179", Severity::error, "table-cells",
         "a row of a table has more cells than the first, or fewer",
         "Words in further cells would not be shown. A `|` that belongs to the text is written "
         "`\\|`, also in code.",
         Example::body,
         "| Year | Wells |\n"
         "| --- | --- |\n"
         "| 2015 | 40 | two dry |",
         "| Year | Wells | Remark |\n"
         "| --- | --- | --- |\n"
         "| 2015 | 40 | two dry |",
         "Give each row as many cells as the first, and put a blank line after the table."},
    Rule{"E180", Severity::warning, "image-alt",
         "an image has no words for those who do not see it",
         "Some readers listen to the page, and on a slow connection the image does not come.",
         Example::body, "![](well.jpg)", "![Women of Kitui at the new well](well.jpg)",
         "Say between the brackets what the image shows that matters here."},
    Rule{"E181", Severity::warning, "link-words",
         "the words of a link do not say where it leads",
         "Many readers hear or skim the links alone, and `click here` or a bare address tells "
         "them nothing. Bare addresses in footnotes, alone in a line and in the references of "
         "a list, a table or a part `## Sources` are fine.",
         Example::body, "For the report [click here](https://example.org/audit.pdf).",
         "The auditors published [their report](https://example.org/audit.pdf).",
         "Make the name of what is found there the words of the link."},
};

}  // namespace

std::span<const Rule> rules_of_markdown() { return rows; }

}  // namespace baraza::check
