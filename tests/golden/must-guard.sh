#!/bin/sh
# Loops whose iterations are independent for some values that only the run knows: ppcc has to accept
# each of them with the guard that says for which.
#
#     must-guard.sh [PREFIX]      those of must-guard.txt, or those whose names start with PREFIX
#
# Exit status 0, within ten seconds, and the guard of the line behind the name. Prints a line for
# each loop of which that is not so, and a total. Environment: BUILD, the build tree.
set -u

here=$(cd "$(dirname "$0")" && pwd)
export BUILD="${BUILD:-$here/../../build}"
messages=$(mktemp) || exit 2
trap 'rm -f "$messages"' EXIT
total=0
failed=0

for name in $(sed -n "s/^\(${1:-[a-z]}[^: ]*\):.*/\1/p" "$here/must-guard.txt"); do
    total=$((total + 1))
    wanted=$(sed -n "/^$name:/{n;s/^ *//p;}" "$here/must-guard.txt")
    # The sources are words.
    # shellcheck disable=SC2046
    (cd "$here" && timeout 10 sh "$here/timely.sh" --check $(ls "$name.c" "$name".d/*.c 2>/dev/null)) >"$messages" 2>&1
    status=$?
    found=$(sed -n 's/.*: guarded by //p' "$messages")
    if [ $status -ne 0 ]; then
        echo "FAIL $name: status $status"
    elif [ "$found" != "$wanted" ]; then
        echo "FAIL $name: wanted the guard $wanted"
    else
        continue
    fi
    sed 's/^/    /' "$messages"
    failed=$((failed + 1))
done
echo "must-guard: $((total - failed)) guarded, $failed failed"
[ $failed -eq 0 ]
