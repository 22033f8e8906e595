#!/bin/sh
# Random structures that own memory, brought home: what the programs of packs.c print with ppcc, at 1,
# 2, 3 and 7 workers, is what they print without, and neither the address sanitizer nor its search for
# leaks has anything to say.
#
#     packs.sh [--count N] [--seed N]
#
# Loops that ppcc refuses are counted; more than half of them is a failure.
# Environment: BUILD, CC, TEST_CFLAGS.
set -u

here=$(cd "$(dirname "$0")" && pwd)
BUILD=${BUILD:-$here/../../build}
CC=${CC:-cc}
flags="-g -O1 -w -fsanitize=address,undefined -fno-sanitize-recover=undefined"
count=12
seed=1
while [ $# -gt 1 ]; do
    case $1 in
    --count) count=$2 ;;
    --seed) seed=$2 ;;
    *) echo "usage: packs.sh [--count N] [--seed N]" >&2 && exit 2 ;;
    esac
    shift 2
done
top=$(mktemp -d) || exit 2
trap 'rm -rf "$top"' EXIT
cd "$top" || exit 2
echo 'int main(void) { return 0; }' >none.c
$CC $flags -o none none.c 2>none.txt || { echo "no sanitizers: skipped" && exit 0; }
export ASAN_OPTIONS=detect_leaks=1

failed=0 refused=0 k=0
wrong() {
    echo "FAIL seed $1: $2"
    sed 's/^/    /' "$3" | head -n 12
    failed=$((failed + 1))
}
while [ "$k" -lt "$count" ]; do
    n=$((seed + k))
    k=$((k + 1))
    "$BUILD/tests/fuzz/packs" "$n" >made.c
    $CC $flags -o plain made.c 2>err.txt || { wrong $n "it is no C" err.txt && continue; }
    timeout 60 ./plain >plain.txt 2>err.txt || { wrong $n "the plain program fails" err.txt && continue; }
    if ! timeout 60 "$BUILD/bin/ppcc" ${TEST_CFLAGS:-} $flags -o made made.c 2>err.txt; then
        grep -q ': error: .* \[' err.txt || wrong $n "ppcc fails" err.txt
        refused=$((refused + 1))
        continue
    fi
    for workers in 1 2 3 7; do
        PPAR_WORKERS=$workers timeout 60 ./made >made.txt 2>err.txt ||
            wrong $n "status $? at $workers workers" err.txt
        cmp -s plain.txt made.txt || wrong $n "other output at $workers workers" err.txt
    done
done
echo "packs: $count programs, $refused refused, $failed failures"
[ "$failed" -eq 0 ] && [ $((2 * refused)) -le "$count" ]
