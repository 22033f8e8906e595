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

# Prints the message when a loop of the file takes too long; else nothing.
too_long() {
    timeout 60 "$BUILD/bin/ppcc" --check --analysis-limit="$2" -w "$1" 2>&1 | grep 'takes longer than'
}

too_long_again() {
    too_long "$1" "$("$speed" "$BUILD/bin/ppcc" --check "$here/../e2e/array-affine.c" |
        awk -v limit=$limit '{ print limit * $1 }')"
}

if [ "${1:-}" = --one ]; then
    speed=$2
    if too_long "$3" $limit >/dev/null && too_long_again "$3" >/dev/null &&
        too_long_again "$3" >/dev/null && too_long_again "$3"; then
        exit 1
    fi
    echo "ok $3"
    exit 0
fi

work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT
"$PPCC_CC" -O1 -o "$work/speed" "$top/tests/bench/speed.c" || exit 2
for file in "$here"/*"${1:-}"*.c "$here"/../e2e/*"${1:-}"*.c "$top"/samples/*/*"${1:-}"*.c; do
    [ -f "$file" ] && ! grep -q -e '--analysis-limit' "$file" && echo "$file"
done >"$work/files"
xargs -n 1 -P "$(nproc)" sh "$here/time.sh" --one "$work/speed" <"$work/files" >"$work/results"
grep -v '^ok ' "$work/results"
total=$(wc -l <"$work/files")
passed=$(grep -c '^ok ' "$work/results")
echo "time: $passed files within $limit s a loop, $((total - passed)) not"
[ "$passed" -eq "$total" ] && [ "$passed" -gt 0 ]
