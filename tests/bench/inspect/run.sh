#!/bin/sh
# What the look at an index array costs: the inspector's time against that of the serial loop, for
# bodies of several weights and for indices close together, far apart, and ascending. Prints medians
# of ROUNDS.
# Usage: run.sh [rounds]. Environment: BUILD, the build tree.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
BUILD=${BUILD:-$here/../../../build}
rounds=${1:-9}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

gcc -O2 -o "$work/serial" "$here/inspect.c"
"$BUILD/bin/ppcc" -O2 -o "$work/ppar" "$here/inspect.c"

# measure ELEMENTS STEPS APART SHUFFLED
measure() {
    rm -f "$work"/*.times
    round=0
    while [ "$round" -lt "$rounds" ]; do
        for way in serial ppar; do
            "$work/$way" "$@" >>"$work/$way.times"
        done
        round=$((round + 1))
    done
    if [ "$(cat "$work"/*.times | cut -d' ' -f3 | sort -u | wc -l)" != 1 ]; then
        echo "the results differ" >&2
        exit 1
    fi
    serial=$(median serial 1) parallel=$(median ppar 1) inspector=$(median ppar 2)
    awk -v n="$1" -v s="$2" -v a="$3" -v o="$4" -v l="$serial" -v p="$parallel" -v i="$inspector" 'BEGIN {
        printf "%8d elements %3d apart, %s, %4d operations each: ", n, a, o ? "shuffled" : "ascending", 8 * s
        printf "serial %.4f s, ppcc %.4f s, inspector %.4f s, ", l, p, i
        printf "inspector / serial %.3f\n", i / l
    }'
}

median() {
    cut -d' ' -f"$2" "$work/$1.times" | sort -n |
        awk '{ time[NR] = $1 } END { print time[int((NR + 1) / 2)] }'
}

for steps in 1 6 60; do
    measure 1000000 $steps 1 1
    measure 1000000 $steps 100 1
    measure 1000000 $steps 1 0
done
