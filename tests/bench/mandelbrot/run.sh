#!/bin/sh
# Mandelbrot rows: libppar against gcc's OpenMP and the serial loop, in turn, ROUNDS times; prints
# the medians and the ratio. Usage: run.sh [rounds [workers]]
set -eu
here=$(cd "$(dirname "$0")" && pwd)
runtime=$here/../../../runtime
rounds=${1:-9}
workers=${2:-2}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cmake -S "$runtime" -B "$work/runtime" -DCMAKE_BUILD_TYPE=Release >"$work/log"
cmake --build "$work/runtime" --target ppar_static >>"$work/log"
library=$(find "$work/runtime" -name libppar.a)
gcc -O2 -o "$work/serial" "$here/mandelbrot.c"
gcc -O2 -fopenmp -o "$work/openmp" "$here/mandelbrot.c"
gcc -O2 -D_PPAR -I"$runtime/include" -o "$work/ppar" "$here/mandelbrot.c" "$library"

export OMP_NUM_THREADS="$workers" PPAR_WORKERS="$workers"
round=0
while [ "$round" -lt "$rounds" ]; do
    for way in ppar openmp; do
        "$work/$way" >>"$work/$way.times"
    done
    round=$((round + 1))
done
"$work/serial" >"$work/serial.times"

if [ "$(cat "$work"/*.times | cut -d' ' -f2 | sort -u | wc -l)" != 1 ]; then
    echo "the pictures differ" >&2
    exit 1
fi
median() {
    sort -n "$1" | awk '{ time[NR] = $1 } END { print time[int((NR + 1) / 2)] }'
}
ppar=$(median "$work/ppar.times")
openmp=$(median "$work/openmp.times")
serial=$(median "$work/serial.times")
awk -v p="$ppar" -v o="$openmp" -v s="$serial" -v w="$workers" -v n="$rounds" 'BEGIN {
    printf "mandelbrot, %d workers, median of %d: ppar %.4f s, OpenMP %.4f s, serial %.4f s\n", w, n, p, o, s
    printf "ppar / OpenMP %.3f   serial / ppar %.2f\n", p / o, s / p
}'
