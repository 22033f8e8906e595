#!/bin/sh
# Loops that fool a weak analysis: ppcc has to refuse each of them.
#
#     must-reject.sh [PREFIX]     those of must-reject.txt, or those whose names start with PREFIX
#
# Each has to end with an error message and exit status 1, within ten seconds, and the report has to hold
# the pair of iterations that the list names. Prints a line for each that does not, and a total. Environment: BUILD, the build tree.
set -u

here=$(cd "$(dirname "$0")" && pwd)
export BUILD="${BUILD:-$here/../../build}"
messages=$(mktemp) || exit 2
report=$(mktemp) || exit 2
trap 'rm -f "$messages" "$report"' EXIT
total=0
failed=0

# witness NAME: what the report says of the pair of iterations that stands below the name
witness() {
    sed -n "/^$1:/{
        n
        s/^    [a-z_]* = \\(-*[0-9]*\\) and [a-z_]* = \\(-*[0-9]*\\), \\(.*\\)/\"first\":\\1,\"second\":\\2,\"location\":\"\\3\"/p
    }" "$here/must-reject.txt"
}

for name in $(sed -n "s/^\(${1:-[a-z]}[^: ]*\):.*/\1/p" "$here/must-reject.txt"); do
    total=$((total + 1))
    # The sources are words.
    # shellcheck disable=SC2046
    (cd "$here" && timeout 10 sh "$here/timely.sh" --check --report="$report" $(ls "$name.c" "$name".d/*.c 2>/dev/null)) >"$messages" 2>&1
    status=$?
    if [ $status -eq 0 ]; then
        echo "FAIL $name: accepted"
    elif [ $status -ne 1 ]; then
        echo "FAIL $name: status $status"
    elif ! grep -q 'error:' "$messages"; then
        echo "FAIL $name: refused without an error message"
    elif pair=$(witness "$name") && [ "$pair" ] && ! grep -qF "$pair" "$report"; then
        echo "FAIL $name: the report has no $pair"
    else
        continue
    fi
    sed 's/^/    /' "$messages"
    failed=$((failed + 1))
done
echo "must-reject: $((total - failed)) refused, $failed failed"
[ $failed -eq 0 ]
