#!/bin/sh
# How long ppcc takes for a file of 2000 lines with ten annotated loops: --check, --emit, a whole
# compilation, and the same by the compiler alone, in turn, ROUNDS times; prints the medians.
# Usage: run.sh [build-folder [rounds]]. The goal: --emit within 0.3 s.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
build=$(cd "${1:-$here/../../../build}" && pwd)
rounds=${2:-7}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

sh "$here/generate.sh" >file.c
sed '/^#pragma ppar/d' file.c >plain.c
accepted=$("$build/bin/ppcc" --check -c file.c | grep -c proven)

milliseconds() {
    start=$(date +%s%N)
    "$@" >/dev/null
    echo $((($(date +%s%N) - start) / 1000000))
}
round=0
while [ "$round" -lt "$rounds" ]; do
    milliseconds "$build/bin/ppcc" --check -c file.c >>check
    milliseconds "$build/bin/ppcc" --emit file.c >>emit
    milliseconds "$build/bin/ppcc" -O1 -c file.c -o file.o >>compile
    milliseconds "$build/bin/ppcc" -O1 -c plain.c -o plain.o >>plain
    milliseconds cc -O1 -c plain.c -o plain.o >>cc
    round=$((round + 1))
done
median() {
    sort -n "$1" | awk '{ time[NR] = $1 } END { print time[int((NR + 1) / 2)] }'
}
echo "$(wc -l <file.c) lines, $accepted of 10 loops proven, median of $rounds, in ms:"
echo "    --check $(median check), --emit $(median emit), -O1 -c $(median compile)" \
    "(without pragmas $(median plain), cc alone $(median cc))"
