#!/bin/sh
# Runs the fuzz targets of build/fuzz, as many at a time as there are processors.
#   run.sh short SECONDS [TARGET...]  each from the kept corpus, the same way each time
#   run.sh long SECONDS [TARGET...]   each in a way of its own; what reaches new code is kept
# Tells of each target how many inputs it ran, or which file shows what is wrong, and ends with 1
# then. Such a file belongs in tests/fuzz/regressions/TARGET, under a name that says what it is.
set -eu
cd "$(dirname "$0")/../.."

run_one() { # MODE SECONDS TARGET
  target=$3
  work=build/fuzz/work/$target
  kept=tests/fuzz/corpus/$target
  case $1 in short) seed=-seed=1 ;; *) seed= ;; esac
  case $target in record) words=yaml ;; *) words=$target ;; esac
  rm -rf "$work"
  mkdir -p "$work/new" "tests/fuzz/regressions/$target"
  if ! "build/fuzz/tests/fuzz/fuzz_$target" $seed -max_total_time="$2" -max_len=4096 \
    -timeout=20 -rss_limit_mb=2048 -print_final_stats=1 -dict="tests/fuzz/$words.dict" \
    -artifact_prefix="$work/" "$work/new" "$kept" "tests/fuzz/regressions/$target" \
    >"$work/log" 2>&1; then
    file=$(find "$work" -maxdepth 1 \( -name 'crash-*' -o -name 'timeout-*' -o -name 'oom-*' \
      -o -name 'leak-*' \) | head -n 1)
    echo "fuzz: $target: finding in ${file:-$work/log}" >&2
    grep -E 'BROKEN|ERROR|runtime error|SUMMARY|exception' "$work/log" | head -n 5 >&2
    return 1
  fi
  runs=$(sed -n 's/^stat::number_of_executed_units: *//p' "$work/log")
  echo "fuzz: $target, $runs runs, no finding"
  case $1 in long) minimise "$target" ;; esac
}

# Keeps the 100 files that reach the most of the edges that the kept and the new ones reach: they
# are chosen, and so written, in that order.
minimise() { # TARGET
  small=$work/small
  rm -rf "$small"
  mkdir "$small"
  "build/fuzz/tests/fuzz/fuzz_$1" -set_cover_merge=1 -use_counters=0 -max_len=4096 -timeout=20 \
    "$small" "$kept" "$work/new" >"$work/merge.log" 2>&1
  find "$small" -type f -printf '%T@ %p\n' | sort -n | sed '1,100d; s/^[^ ]* //' | xargs -r rm
  rm -rf "$kept"
  mv "$small" "$kept"
}

mode=$1
seconds=$2
shift 2
if [ "$mode" = one ]; then
  run_one "$1" "$seconds" "$2"
  exit
fi
[ $# -gt 0 ] || set -- record check markdown
printf '%s\n' "$@" | xargs -P "$(nproc)" -I TARGET sh tests/fuzz/run.sh one "$seconds" "$mode" TARGET
