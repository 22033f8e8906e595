#!/bin/sh
# Independent loops, many of which look otherwise: ppcc has to accept each of them as proven.
#
#     must-accept.sh [PREFIX]     those of must-accept.txt, or those whose names start with PREFIX
#
# Exit status 0 and one `proven` for each loop, within ten seconds. Prints a line for each loop that
# is not, and a total. Environment: BUILD, the build tree.
set -u

here=$(cd "$(dirname "$0")" && pwd)
BUILD=${BUILD:-$here/../../build}
messages=$(mktemp) || exit 2
report=$(mktemp) || exit 2
trap 'rm -f "$messages" "$report"' EXIT
total=0
failed=0

for name in $(sed -n "s/^\(${1:-[a-z]}[^: ]*\):.*/\1/p" "$here/must-accept.txt"); do
    total=$((total + 1))
    (cd "$here" && timeout 10 "$BUILD/bin/ppcc" --check --report="$report" "$name.c") \
        >"$messages" 2>&1
    status=$?
    if [ $status -ne 0 ]; then
        echo "FAIL $name: status $status"
    elif grep -v '"verdict":"proven"' "$report" | grep -q .; then
        echo "FAIL $name: not proven"
    elif ! grep -q . "$report"; then
        echo "FAIL $name: no verdict"
    else
        continue
    fi
    sed 's/^/    /' "$messages"
    failed=$((failed + 1))
done
echo "must-accept: $((total - failed)) proven, $failed failed"
[ $failed -eq 0 ]
