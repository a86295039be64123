#!/bin/sh
# bench.sh [BEFORE [PERCENT]]: runs the benchmarks into bench.txt, and compares them with those of the file BEFORE where there
# is one. Ends with 3 where something is worse by more than PERCENT (10 where none is said) and it is no chance.
set -eu
before=${1:-}
most=${2:-10}
go test -run '^$' -bench . -benchmem -count "${BENCH_COUNT:-8}" ./... >bench.txt
grep -q '^Benchmark' bench.txt || { echo "bench.sh: there are no benchmarks" >&2; exit 2; }
if [ -z "$before" ] || [ ! -s "$before" ]; then
  echo "bench.sh: nothing to compare with; bench.txt is for the next build"
  exit 0
fi
benchstat=golang.org/x/perf/cmd/benchstat@v0.0.0-20250813145418-2f7363a06fe1
go run $benchstat "$before" bench.txt
go run $benchstat -format csv "$before" bench.txt 2>/dev/null |
  awk -F, -v most="$most" '
    $2 ~ /\/op$/ { unit = $2 }
    $6 ~ /^\+/ && $1 != "geomean" { sub(/%/, "", $6); if ($6 + 0 > most + 0) { print "bench.sh: worse: " $1 " " unit " " $6 " %"; worse = 1 } }
    END { exit worse ? 3 : 0 }'
