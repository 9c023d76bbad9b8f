#!/bin/sh
# Measures the released program beside others that work on the same texts, and prints one row for
# each kind of work. Times of one machine mean little, ratios more.
#   run.sh CASES TIMES FOLDER   on a bank of CASES cases, each long work TIMES times
# What it makes stays in FOLDER/baraza-bench until the next run, so that a row can be looked into.
set -eu
cd "$(dirname "$0")/../.."
top=$(pwd)
cases=$1
times=$2
folder=$3/baraza-bench
baraza=$top/build/release/tools/baraza
generate=$top/build/release/tests/bench/bench_generate
pairs=$top/build/release/tests/bench/bench_pairs

rm -rf "$folder"
mkdir -p "$folder"
cd "$folder"
"$generate" "$cases" bank
"$generate" 1000 thousand
changed=$(find bank/cases -name '*-1.md')

files=$(find bank/cases -name '*.md' | wc -l)
echo "$files records, $(find bank/cases -name '*.md' -exec cat {} + | wc -c | awk '{printf "%.0f", $1 / 1e6}') MB;" \
  "each long work $times times, each of 50 searches 5 times; memory: largest process/all together"

cat >fts.sql <<'END'
create virtual table documents using fts5(id unindexed, title, text, country, sector, capability,
  tokenize='porter unicode61');
.import --csv bank/peers/documents.csv documents
END
ask_fts="select id, title, snippet(documents, 2, '[', ']', '...', 24) from documents \
where documents match '{1} OR {2}' order by bm25(documents, 0, 2) limit 10"

long() { # the rest: options and commands of bench_pairs
  "$pairs" -k "$times" "$@"
}
each_query() {
  "$pairs" -k 5 --each bank/peers/queries.txt "$@"
}

"$pairs" --header
long --name "check from nothing / find" --most-memory 400 --before 'rm -rf bank/.baraza' \
  -- "$baraza" -q -C bank check -- find bank/cases -type f
long --name "check, nothing changed / find" \
  -- "$baraza" -q -C bank check -- find bank/cases -type f
"$pairs" -k 5 --name "check 1,000 from nothing / find" \
  --before 'rm -rf thousand/.baraza' \
  -- "$baraza" -q -C thousand check -- find thousand/cases -type f

long --name "index from nothing / scriptindex" --within 0.6 --most-memory 400 \
  --before 'rm -rf bank/.baraza' --before-peer 'rm -rf omega' \
  -- "$baraza" -q -C bank index -- scriptindex omega bank/peers/index.script bank/peers/dump.txt
long --peer-times 1 --name "  files read before / scriptindex" \
  --before 'rm -rf bank/.baraza/index' --before-peer 'rm -rf omega' \
  -- "$baraza" -q -C bank index -- scriptindex omega bank/peers/index.script bank/peers/dump.txt
"$pairs" -k 1 --name "index from nothing / SQLite FTS5" \
  --before 'rm -rf bank/.baraza' --before-peer 'rm -f fts.db' \
  -- "$baraza" -q -C bank index -- sqlite3 fts.db '.read fts.sql'
long --peer-times 1 --name "nothing changed / from nothing" --within 0.02 \
  --before-peer 'rm -rf bank/.baraza' -- "$baraza" -q -C bank index -- "$baraza" -q -C bank index
long --peer-times 1 --name "one case changed / from nothing" --within 0.02 \
  --before "echo 'Somebody counted once more.' >>$changed" --before-peer 'rm -rf bank/.baraza' \
  -- "$baraza" -q -C bank index -- "$baraza" -q -C bank index

each_query --name "search, excerpts / quest" --within 3 \
  -- "$baraza" -C bank search {1} {2} -- quest --db=omega {}
each_query --name "search, excerpts, facets / quest" --within 3 \
  -- "$baraza" -C bank search --format json {1} {2} -- quest --db=omega {}
each_query --name "search, excerpts / SQLite FTS5" \
  -- "$baraza" -C bank search {1} {2} -- sqlite3 -readonly fts.db "$ask_fts"
each_query --name "search, excerpts / ripgrep" \
  -- "$baraza" -C bank search {1} {2} -- rg -i -e {1} -e {2} bank/cases
