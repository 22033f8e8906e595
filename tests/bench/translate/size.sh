#!/bin/sh
# What ppcc takes for files of 2, 20, 60 and 228 kLOC: processor time and peak memory, beside those
# of `gcc -O2 -c` for the same file without pragmas; and what a file without pragmas costs more with
# ppcc than with gcc. Each is run in turn with the other, ROUNDS times; prints medians.
# Usage: size.sh [build-folder [rounds]]. Needs GNU time.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
build=$(cd "${1:-$here/../../../build}" && pwd)
rounds=${2:-9}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

# measured NAME COMMAND...: adds a line of milliseconds of processor time and megabytes.
measured() {
    name=$1
    shift
    /usr/bin/time -o time -f '%U %S %M' "$@" >/dev/null
    awk '{ print ($1 + $2) * 1000, $3 / 1024 }' time >>"$name"
}
median() {
    sort -n "$1" | awk -v c="$2" '{ v[NR] = $c } END { printf "%.0f", v[int((NR + 1) / 2)] }'
}

# functions loops: 2, 20, 60 and 228 kLOC
for size in 99:10 1000:50 3000:100 11900:200; do
    sh "$here/generate.sh" "${size%:*}" "${size#*:}" >file.c
    sed '/^#pragma ppar/d' file.c >plain.c
    rm -f ppcc gcc
    round=0
    while [ "$round" -lt "$rounds" ]; do
        measured ppcc "$build/bin/ppcc" --emit file.c -o file.out.c
        measured gcc gcc -O2 -c plain.c -o plain.o
        round=$((round + 1))
    done
    echo "$(wc -l <file.c) lines: ppcc $(median ppcc 1) ms, $(median ppcc 2) MB;" \
        "gcc $(median gcc 1) ms, $(median gcc 2) MB"
done

echo 'int main(void) { return 0; }' >small.c
microseconds() {
    start=$(date +%s%N)
    "$@"
    echo $((($(date +%s%N) - start) / 1000))
}
round=0
while [ "$round" -lt $((rounds * 5)) ]; do
    microseconds env PPCC_CC=gcc "$build/bin/ppcc" -c small.c -o small.o >>with
    microseconds env PPCC_CC= gcc -c small.c -o small.o >>without
    round=$((round + 1))
done
echo "without pragmas: $(median with 1) us with ppcc, $(median without 1) us with gcc alone"
