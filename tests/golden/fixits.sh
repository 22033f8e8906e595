#!/bin/sh
# Fix-its mend what they stand at.
#
#     fixits.sh [WORD]     all tests, or those whose names contain WORD
#
# For each NAME.c of this folder for which ppcc has fix-its, they are applied to a copy, as an editor
# would. Then every message that brought one has to be gone, and no new one may be there; where all
# errors brought one, --check has to accept the file. Environment: BUILD, the build tree.
set -u

here=$(cd "$(dirname "$0")" && pwd)
BUILD=$(cd "${BUILD:-$here/../../build}" && pwd) || exit 2
export LC_ALL=C
wanted=${1:-}
top=$(mktemp -d) || exit 2
trap 'rm -rf "$top"' EXIT
total=0
failed=0

# check NAME FOLDER OUTPUT: what ppcc says of the file in that folder
check() {
    flags=$(sed -n '1,5s|^/\* flags: \(.*\) \*/$|\1|p' "$here/$1.c")
    # shellcheck disable=SC2086
    (cd "$2" && timeout 10 "$BUILD/bin/ppcc" --check -fdiagnostics-parseable-fixits $flags "$1.c") \
        >"$3" 2>&1
}

# apply NAME: the fix-its in $top/before to the copy, from the last one to the first
apply() {
    sed -n 's/^fix-it:"[^"]*":{\([0-9]*\):\([0-9]*\)-\([0-9]*\):\([0-9]*\)}:"\(.*\)"$/\1 \2 \3 \4 \5/p' \
        "$top/before" | sort -u | sort -s -k1,1nr -k2,2nr >"$top/fixits"
    awk -v fixits="$top/fixits" '
        BEGIN {
            while ((getline fixit <fixits) > 0) {
                split(fixit, at, " ")
                text = substr(fixit, length(at[1] at[2] at[3] at[4]) + 5)
                gsub(/\\n/, "\n", text)
                count++
                line[count] = at[1]; from[count] = at[2]; to[count] = at[4]; new[count] = text
            }
        }
        {
            for (k = 1; k <= count; k++)
                if (line[k] == NR)
                    $0 = substr($0, 1, from[k] - 1) new[k] substr($0, to[k])
            print
        }' "$here/$1.c" >"$top/copy/$1.c"
}

# judge NAME
judge() {
    mkdir -p "$top/copy"
    apply "$1"
    check "$1" "$top/copy" "$top/after"
    status=$?
    errors=$(grep -c ': error: ' "$top/before")
    mended=$(awk '/: error: /{ open = 1 } /^fix-it:/{ if (open) count++; open = 0 } END { print count + 0 }' "$top/before")
    left=$(grep -c ': error: ' "$top/after")
    if grep -q '^fix-it:' "$top/after"; then
        echo "FAIL $1: the fix-its are not enough"
    elif [ "$left" -gt $((errors - mended)) ]; then
        echo "FAIL $1: of $errors errors $mended have a fix-it, and $left are left"
    elif [ "$errors" -eq "$mended" ] && [ $status -ne 0 ]; then
        echo "FAIL $1: is not accepted with its fix-its"
    else
        return 0
    fi
    sed 's/^/    /' "$top/after"
    return 1
}

for source in "$here"/*"$wanted"*.c; do
    [ -e "$source" ] || continue
    name=$(basename "$source" .c)
    # One whose message has no fix-it is not of interest, and one in several files has others' lines.
    [ -e "$here/$name.err" ] && ! [ -d "$here/$name.d" ] || continue
    check "$name" "$here" "$top/before"
    grep -q '^fix-it:' "$top/before" || continue
    total=$((total + 1))
    judge "$name" || failed=$((failed + 1))
done
echo "fixits: $total files, $failed failed"
[ $failed -eq 0 ] && { [ $total -gt 0 ] || [ "$wanted" ]; }
