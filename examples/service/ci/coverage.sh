#!/bin/sh
# coverage.sh [PERCENT]: fails where coverage.out covers less of the statements; 85 where none is said.
set -eu
least=${1:-85}
[ -s coverage.out ] || { echo "coverage.sh: there is no coverage.out: run test.sh first" >&2; exit 2; }
have=$(go tool cover -func=coverage.out | awk '$1 == "total:" { sub("%", "", $NF); print $NF }')
echo "coverage: $have % of the statements; at least $least % are wanted"
awk -v have="$have" -v least="$least" 'BEGIN { exit !(have + 0 >= least + 0) }'
