#!/bin/sh
# Results that own memory: ppcc's loop against Python's multiprocessing.Pool, which returns the same
# data, in turn, ROUNDS times; prints the medians and the ratio. Usage: run.sh [rounds [workers]]
set -eu
here=$(cd "$(dirname "$0")" && pwd)
BUILD=${BUILD:-$here/../../../build}
rounds=${1:-5}
workers=${2:-2}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cc -O2 -Wno-unknown-pragmas -o "$work/serial" "$here/pack.c"
"$BUILD/bin/ppcc" -O2 -o "$work/ppcc" "$here/pack.c"

round=0
while [ "$round" -lt "$rounds" ]; do
    PPAR_WORKERS=$workers "$work/ppcc" >>"$work/ppcc.times"
    python3 "$here/pack.py" "$workers" >>"$work/python.times"
    round=$((round + 1))
done
"$work/serial" >"$work/serial.times"

if [ "$(cat "$work"/*.times | cut -d' ' -f2- | sort -u | wc -l)" != 1 ]; then
    echo "the results differ" >&2
    exit 1
fi
median() {
    sort -n "$1" | awk '{ time[NR] = $1 } END { print time[int((NR + 1) / 2)] }'
}
awk -v p="$(median "$work/ppcc.times")" -v y="$(median "$work/python.times")" \
    -v s="$(median "$work/serial.times")" -v w="$workers" -v n="$rounds" 'BEGIN {
    printf "20000 results of 1000 doubles and a name, %d workers, median of %d: ", w, n
    printf "ppcc %.3f s, Python %.3f s, serial C %.3f s\n", p, y, s
    printf "%.0f MB/s through ppcc; Python / ppcc %.1f\n", 20000 * 8e-3 / p, y / p
}'
