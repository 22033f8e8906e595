#!/bin/sh
# The analysis of each loop of the tests and samples takes less than 100 ms of processor time.
#
#     time.sh [WORD]     only files with WORD in their name
#
# --analysis-limit refuses what takes longer, with a message that this looks for. A busy or slower
# machine takes more processor time, too: a loop that is refused gets three more tries, with as much
# more time as ppcc takes just then for a small file (bench/speed.c). Environment: BUILD, the build tree; CC.
set -u

here=$(cd "$(dirname "$0")" && pwd)
top=$here/../..
BUILD=${BUILD:-$top/build}
export PPCC_CC="${CC:-cc}"
limit=0.1
speed=$(mktemp) || exit 2
trap 'rm -f "$speed"' EXIT
"$PPCC_CC" -O1 -o "$speed" "$top/tests/bench/speed.c" || exit 2
passed=0
failed=0

# Prints the message when a loop of the file takes too long; else nothing.
too_long() {
    timeout 60 "$BUILD/bin/ppcc" --check --analysis-limit="$2" -w "$1" 2>&1 | grep 'takes longer than'
}

too_long_again() {
    too_long "$1" "$("$speed" "$BUILD/bin/ppcc" --check "$here/../e2e/array-affine.c" |
        awk -v limit=$limit '{ print limit * $1 }')"
}

for file in "$here"/*"${1:-}"*.c "$here"/../e2e/*"${1:-}"*.c "$top"/samples/*/*"${1:-}"*.c; do
    [ -f "$file" ] || continue
    grep -q -e '--analysis-limit' "$file" && continue
    if too_long "$file" $limit >/dev/null && too_long_again "$file" >/dev/null &&
        too_long_again "$file" >/dev/null && too_long_again "$file"; then
        failed=$((failed + 1))
    else
        passed=$((passed + 1))
    fi
done
echo "time: $passed files within $limit s a loop, $failed not"
[ $failed -eq 0 ] && [ $passed -gt 0 ]
