#!/bin/sh
# What an index must live through, on a small bank that changes all the time:
#   survive.sh kills N      the indexer is killed at N random moments
#   survive.sh readers N    people search while the index is made N times
#   survive.sh rot N        one bit of a file of the index is lost N times, and its time tells nothing
#   survive.sh powercuts N  the power fails at N random moments while it is made; needs root, loop
#                           devices and xfs_io, and ends with 77 where it has not got them
# Every answer must be that of one whole index, the one before or the new one; of an index that has
# rotted, when it was looked through and made again. BARAZA names the
# program, SEED another order of moments.
set -eu
here=$(cd "$(dirname "$0")/../.." && pwd)
baraza=${BARAZA:-$here/build/dev/tools/baraza}
seed=${SEED:-1}
work=$(mktemp -d)
mounted=
trap 'clean_up' EXIT INT TERM

clean_up() {
  [ -z "$mounted" ] || umount "$work/disk" 2>/dev/null || true
  rm -rf "$work"
}

fail() {
  echo "survive: $1" >&2
  exit 1
}

# ---- the bank

cases=60

make_bank() { # FOLDER
  mkdir -p "$1/cases" "$1/schemas/vocabularies"
  echo 'title: A bank that changes' >"$1/cases/bank.yaml"
  cat >"$1/schemas/case.schema.yaml" <<'END'
type: object
required: [title]
properties:
  title: {type: string}
  lessons: {type: array}
  topics: {type: array, items: {type: string, x-vocabulary: topics}, x-facet: {flag: topic, plural: topics}}
END
  write_topics "$1" 0
  for i in $(seq $cases); do write_case "$1" "$i" 0; done
}

write_topics() { # FOLDER VERSION
  printf 'schema: vocabulary/1\nlabel: {en: Topics}\nterms:\n  - {id: wells, label: {en: Topic%s}}\n' \
    "$2" >"$1/schemas/vocabularies/topics.yaml"
}

write_case() { # FOLDER NUMBER VERSION
  {
    printf -- '---\ntitle: Case %s\ntopics: [wells]\nlessons:\n' "$2"
    for lesson in a b; do
      printf '  - {id: %s, claim: "The market women of place %s mend wells, version%s."}\n' \
        "$lesson" "$2" "$3"
    done
    printf -- '---\n\n'
    for line in $(seq 40); do
      printf 'In line %s of case %s, version%s, the committee met the county about pump%s.\n\n' \
        "$line" "$2" "$3" $((line * $2 % 97))
    done
  } >"$1/cases/case-$2.md"
}

# One case, some of them, or what all depend on.
change() { # FOLDER VERSION
  case $(($2 % 3)) in
    0) write_topics "$1" "$2" ;;
    1) write_case "$1" $(($2 % cases + 1)) "$2" ;;
    2) for i in $(seq $(($2 % 5)) 7 $cases); do write_case "$1" $((i + 1)) "$2"; done ;;
  esac
}

# All that the index answers, in short.
answers() { # FOLDER
  for query in '' 'market women' 'committee county' '"of place 7"' 'topic:wells version*'; do
    "$baraza" -C "$1" search "$query" -n 300 --format json 2>&1 || echo "exit $?"
  done
}

# ---- moments

now() { date +%s%N; }

random() { # BELOW; a number for each call
  seed=$(((seed * 1103515245 + 12345) % 2147483648))
  chosen=$((seed / 7 % $1))
}

# Starts the indexer, and waits for a part of the time that it took before.
start_and_wait() { # FOLDER LONGEST
  "$baraza" -C "$1" index -q 2>"$work/told" &
  indexer=$!
  random "$2"
  sleep "$(printf '%d.%09d' $((chosen / 1000000000)) $((chosen % 1000000000)))"
}

time_a_run() { # FOLDER
  begin=$(now)
  "$baraza" -C "$1" index -q
  took=$(($(now) - begin))
}

kills() { # N
  make_bank "$work/bank"
  time_a_run "$work/bank"
  old=0
  for i in $(seq "$1"); do
    answers "$work/bank" >"$work/before"
    change "$work/bank" "$i"
    start_and_wait "$work/bank" $((took + took / 4))
    kill -9 $indexer 2>/dev/null || true
    wait $indexer 2>/dev/null || true
    answers "$work/bank" >"$work/got"
    "$baraza" -C "$work/bank" index -q || fail "kill $i: the next run of the index fails"
    answers "$work/bank" >"$work/after"
    "$baraza" -C "$work/bank" index --verify -q || fail "kill $i: the index is damaged"
    cmp -s "$work/before" "$work/after" && fail "kill $i: a change had no effect"
    if cmp -s "$work/got" "$work/before"; then
      old=$((old + 1))
    elif ! cmp -s "$work/got" "$work/after"; then
      fail "kill $i: the answers are neither those of before nor the new ones"
    fi
  done
  left=$(find "$work/bank/.baraza" -name '*tmp*' -o -name unfinished)
  [ -z "$left" ] || fail "something is left: $left"
  rm -rf "$work/bank/.baraza"
  "$baraza" -C "$work/bank" index -q
  answers "$work/bank" >"$work/anew"
  cmp -s "$work/after" "$work/anew" || fail "an index from nothing answers otherwise"
  echo "survive: $1 kills; the old index answered $old times, else the new one"
}

# ---- readers

read_on() { # FOLDER NAME
  : >"$work/reads-$2"
  while [ ! -e "$work/done" ]; do
    "$baraza" -C "$1" search 'committee county' -n 300 --cases --format json >"$work/read-$2" 2>&1 ||
      echo "a search failed: $(cat "$work/read-$2")" >"$work/broken-$2"
    versions=$(grep -o 'version[0-9][0-9]*' "$work/read-$2" | sort -u | wc -l)
    hits=$(grep -c '"kind": *"case"' "$work/read-$2" || true)
    [ "$versions" = 1 ] || echo "$versions versions in one answer" >"$work/broken-$2"
    [ "$hits" = $cases ] || echo "$hits cases in one answer" >"$work/broken-$2"
    echo >>"$work/reads-$2"
  done
}

readers() { # N
  make_bank "$work/bank"
  "$baraza" -C "$work/bank" index -q
  for reader in 1 2 3; do read_on "$work/bank" $reader & done
  for i in $(seq "$1"); do
    for number in $(seq $cases); do write_case "$work/bank" "$number" "$i"; done
    "$baraza" -C "$work/bank" index -q || echo "run $i of the index failed" >"$work/broken-index"
  done
  touch "$work/done"
  wait
  for broken in "$work"/broken-*; do [ ! -e "$broken" ] || fail "$(cat "$broken")"; done
  echo "survive: $(cat "$work"/reads-* | wc -l) searches while the index was made $1 times"
}

# ---- rot

# The files of the generation in use, one of each kind: those of one shard, and one pack.
files_in_use() { # FOLDER SHARD
  (
    cd "$1/.baraza/index"
    generation=$(cat current)
    echo current
    find "$generation" -type f -size +0 -not -path '*/shard-*' -not -name 'pack-*'
    find "$generation" -name 'pack-*' | sort | tail -n 1
    find "$generation/shard-$2" -type f -size +0
  ) | sort
}

flip() { # FILE
  random "$(stat -c %s "$1")"
  at=$chosen
  random 8
  byte=$(($(od -An -tu1 -j "$at" -N 1 "$1") ^ (1 << chosen)))
  touch -r "$1" "$work/time"
  printf "\\$(printf %03o $byte)" | dd of="$1" bs=1 seek="$at" conv=notrunc status=none
  touch -r "$work/time" "$1"
}

rot() { # N
  make_bank "$work/bank"
  "$baraza" -C "$work/bank" index -q
  for i in $(seq "$1"); do
    random 8
    files_in_use "$work/bank" "$chosen" >"$work/files"
    kinds=$(wc -l <"$work/files")
    file=$(sed -n "$(((i - 1) % kinds + 1))p" "$work/files")
    answers "$work/bank" >"$work/before"
    flip "$work/bank/.baraza/index/$file"
    told="rot $i, in byte $at of $file"
    answers "$work/bank" >"$work/got"
    ! grep -Eq '^exit [0-9]{2}' "$work/got" || fail "$told: a search does not end well"
    # Of each kind, one is looked for, and another met while a change is indexed.
    changes=$(((i - 1) / kinds % 2))
    if [ $changes = 1 ]; then
      change "$work/bank" "$i"
      "$baraza" -C "$work/bank" index -q 2>"$work/told" || fail "$told: $(cat "$work/told")"
    fi
    looked=0
    "$baraza" -C "$work/bank" index --verify >"$work/told" 2>&1 || looked=$?
    [ $looked -le 1 ] || fail "$told: $(cat "$work/told")"
    [ $looked = 1 ] || [ $changes = 1 ] || fail "$told: it is not found"
    "$baraza" -C "$work/bank" index -q 2>"$work/told" || fail "$told: $(cat "$work/told")"
    "$baraza" -C "$work/bank" index --verify -q || fail "$told: the index stays damaged"
    answers "$work/bank" >"$work/after"
    [ $changes = 1 ] || cmp -s "$work/before" "$work/after" ||
      fail "$told: the answers are not those of before"
  done
  rm -rf "$work/bank/.baraza"
  "$baraza" -C "$work/bank" index -q
  answers "$work/bank" >"$work/anew"
  cmp -s "$work/after" "$work/anew" || fail "an index from nothing answers otherwise"
  echo "survive: $1 bits lost, and every time the index was whole again"
}

# ---- power cuts

mount_disk() { mount -o loop "$work/image" "$work/disk" && mounted=1; }
unmount_disk() {
  mounted=
  tries=0
  until umount "$work/disk"; do
    tries=$((tries + 1))
    [ $tries -lt 50 ] || fail "the disk stays in use"
    sleep 0.1
  done
}

powercuts() { # N
  mkdir "$work/disk"
  truncate -s 300M "$work/image"
  if ! command -v xfs_io >/dev/null || ! mkfs.ext4 -q -F "$work/image" || ! mount_disk; then
    echo "survive: power cuts need root, loop devices, mkfs.ext4 and xfs_io" >&2
    exit 77
  fi
  make_bank "$work/disk/bank"
  time_a_run "$work/disk/bank"
  old=0
  for i in $(seq "$1"); do
    answers "$work/disk/bank" >"$work/before"
    change "$work/disk/bank" "$i"
    sync -f "$work/disk"
    start_and_wait "$work/disk/bank" $((took + took / 2))
    finished=
    kill -0 $indexer 2>/dev/null || finished=1
    xfs_io -x -c shutdown "$work/disk"
    kill -9 $indexer 2>/dev/null || true
    wait $indexer 2>/dev/null || true
    unmount_disk
    mount_disk
    answers "$work/disk/bank" >"$work/got"
    "$baraza" -C "$work/disk/bank" index --verify -q || fail "power cut $i: the index is damaged"
    "$baraza" -C "$work/disk/bank" index -q || fail "power cut $i: the next run of the index fails"
    answers "$work/disk/bank" >"$work/after"
    if cmp -s "$work/got" "$work/before"; then
      [ -z "$finished" ] || fail "power cut $i: the index was made, and is lost"
      old=$((old + 1))
    elif ! cmp -s "$work/got" "$work/after"; then
      fail "power cut $i: the answers are neither those of before nor the new ones"
    fi
  done
  unmount_disk
  echo "survive: $1 power cuts; the old index answered $old times, else the new one"
}

"$1" "$2"
