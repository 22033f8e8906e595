#!/bin/sh
# What gcc vectorizes of the plain loops it vectorizes of ppcc's: its two reports name the same
# lines. Usage: vectorize.sh; environment: BUILD, the build tree; CC, the plain compiler. Skipped
# where that is not gcc.
set -u
here=$(cd "$(dirname "$0")" && pwd)
BUILD=$(cd "${BUILD:-$here/../../build}" && pwd) || exit 2
CC=${CC:-cc}
$CC -v 2>&1 | grep -q '^gcc version' || exit 77
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$here" || exit 2
failed=0

# lines COMPILER FLAGS...: the lines of loops that are vectorized.
lines() {
    "$@" -c -o "$work/out.o" -fopt-info-vec-optimized vectorize.c 2>&1 |
        sed -n 's/^vectorize\.c:\([0-9]*\):.*loop vectorized.*/\1/p' | sort -u
}

# compare LEAST FLAGS...: with so many vectorized loops of the plain program, at least.
compare() {
    least=$1
    shift
    lines "$CC" "$@" >"$work/plain"
    PPCC_CC="$CC" lines "$BUILD/bin/ppcc" "$@" >"$work/ppcc"
    missing=$(comm -23 "$work/plain" "$work/ppcc" | tr '\n' ' ')
    if [ "$(wc -l <"$work/plain")" -lt "$least" ]; then
        echo "FAILED: $*: the plain compiler vectorizes $(wc -l <"$work/plain") loops, not $least"
        failed=1
    elif [ -n "$missing" ]; then
        echo "FAILED: $*: vectorized by the plain compiler alone: lines $missing"
        failed=1
    fi
}

compare 10 -O3
compare 5 -O2
compare 10 -O3 -march=x86-64-v3
compare 11 -O3 -ffast-math
[ $failed -eq 0 ] && echo "ok"
exit $failed
