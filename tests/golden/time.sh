#!/bin/sh
# The analysis of each loop of the tests and samples takes less than 100 ms of processor time.
#
#     time.sh [WORD]     only files with WORD in their name
#
# --analysis-limit refuses what takes longer, with a message that this looks for. A busy machine is
# slower by processor time, too, so a loop that is refused gets two more tries. Environment: BUILD,
# the build tree; CC.
set -u

here=$(cd "$(dirname "$0")" && pwd)
top=$here/../..
BUILD=${BUILD:-$top/build}
export PPCC_CC="${CC:-cc}"
limit=0.1
passed=0
failed=0

# Prints the message when a loop of the file takes too long; else nothing.
too_long() {
    timeout 60 "$BUILD/bin/ppcc" --check --analysis-limit=$limit -w "$1" 2>&1 | grep 'takes longer than'
}

for file in "$here"/*"${1:-}"*.c "$here"/../e2e/*"${1:-}"*.c "$top"/samples/*/*"${1:-}"*.c; do
    [ -f "$file" ] || continue
    grep -q -e '--analysis-limit' "$file" && continue
    if too_long "$file" >/dev/null && too_long "$file" >/dev/null && too_long "$file"; then
        failed=$((failed + 1))
    else
        passed=$((passed + 1))
    fi
done
echo "time: $passed files within $limit s a loop, $failed not"
[ $failed -eq 0 ] && [ $passed -gt 0 ]
