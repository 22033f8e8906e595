#!/bin/sh
# Independent loops, many of which look otherwise: ppcc has to accept each of those in must-accept.txt
# as proven, and each of those in must-trust.txt, where a pragma vouches for something, as trusted.
#
#     must-accept.sh [PREFIX]     all of them, or those whose names start with PREFIX
#
# Exit status 0 and that verdict for each loop, without a guard, within ten seconds. Prints a line for each loop that
# is not, and a total. Environment: BUILD, the build tree.
set -u

here=$(cd "$(dirname "$0")" && pwd)
export BUILD="${BUILD:-$here/../../build}"
messages=$(mktemp) || exit 2
report=$(mktemp) || exit 2
trap 'rm -f "$messages" "$report"' EXIT
total=0
failed=0

# check LIST VERDICT [PREFIX]
check() {
    for name in $(sed -n "s/^\(${3:-[a-z]}[^: ]*\):.*/\1/p" "$here/$1.txt"); do
        total=$((total + 1))
        # The sources are words.
        # shellcheck disable=SC2046
        (cd "$here" && timeout 10 sh "$here/timely.sh" --check --report="$report" $(ls "$name.c" "$name".d/*.c 2>/dev/null)) \
            >"$messages" 2>&1
        status=$?
        if [ $status -ne 0 ]; then
            echo "FAIL $name: status $status"
        elif grep -v "\"verdict\":\"$2\",\"guard\":null" "$report" | grep -q .; then
            echo "FAIL $name: not $2"
        elif ! grep -q . "$report"; then
            echo "FAIL $name: no verdict"
        else
            continue
        fi
        sed 's/^/    /' "$messages"
        failed=$((failed + 1))
    done
}

check must-accept proven "${1:-}"
check must-trust trusted "${1:-}"
echo "must-accept: $((total - failed)) accepted, $failed failed"
[ $failed -eq 0 ]
