#!/bin/sh
# The analysis of each loop of the end-to-end tests and samples takes less than 100 ms of processor
# time; what is run in this folder is timed there (timely.sh).
#
#     time.sh [WORD]     only files with WORD in their name
#
# Environment: BUILD, the build tree; CC.
set -u

here=$(cd "$(dirname "$0")" && pwd)
top=$here/../..
export BUILD="${BUILD:-$top/build}" PPCC_CC="${CC:-cc}"

if [ "${1:-}" = --one ]; then
    timeout 240 sh "$here/timely.sh" --check -w "$2" | grep 'takes longer than' && exit 1
    echo "ok $2"
    exit 0
fi

work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT
for file in "$here"/../e2e/*"${1:-}"*.c "$top"/samples/*/*"${1:-}"*.c; do
    [ -f "$file" ] && echo "$file"
done >"$work/files"
xargs -n 1 -P "$(nproc)" sh "$here/time.sh" --one <"$work/files" >"$work/results"
grep -v '^ok ' "$work/results"
total=$(wc -l <"$work/files")
passed=$(grep -c '^ok ' "$work/results")
echo "time: $passed files within 0.1 s a loop, $((total - passed)) not"
[ "$passed" -eq "$total" ] && [ "$passed" -gt 0 ]
