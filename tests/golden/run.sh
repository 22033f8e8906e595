#!/bin/sh
# What ppcc says and writes, compared with what it should, byte for byte.
#
#     run.sh [--update] [WORD]     all tests, or those whose names contain WORD
#
# A test is NAME.c, and the sources in the folder NAME.d if there is one, with at least one of
#     NAME.err     what `ppcc --check NAME.c NAME.d/*.c` prints
#     NAME.json    what it writes with --report
#     NAME.out     what `ppcc --emit NAME.c` writes
# and its first lines may say `/* status: 1 */`, the exit status of --check (0 without), and
# `/* flags: ... */`, flags for all. --update rewrites the expectations that there are, and an .err
# for a test that has none; look at the difference before you commit it. A NAME.c without any must
# be in one of the lists must-accept.txt, must-guard.txt, must-reject.txt and must-trust.txt, which are
# run here too. At the end the
# ids of the diagnostics are compared with those that the tests show: each must have a test.
# Environment: BUILD, the build tree.
set -u

here=$(cd "$(dirname "$0")" && pwd)
BUILD=$(cd "${BUILD:-$here/../../build}" && pwd) || exit 2
export BUILD LC_ALL=C
update=
if [ "${1:-}" = --update ]; then
    update=yes
    shift
fi
wanted=${1:-}

cd "$here" || exit 2
top=$(mktemp -d) || exit 2
trap 'rm -rf "$top"' EXIT
passed=0
failed=0

# word NAME KEY: what stands in the comment `/* KEY: ... */` near the top of NAME.c
word() {
    sed -n "1,5s|^/\* $2: \(.*\) \*/\$|\1|p" "$1.c"
}

# ppcc FLAGS...: with a time limit, and one for the analysis of each loop
ppcc() {
    timeout 30 sh ./timely.sh "$@"
}

# sources NAME: the sources of the test
sources() {
    ls "$1.c" "$1".d/*.c 2>/dev/null
}

# compare EXPECTED ACTUAL
compare() {
    if [ "$update" ] && [ -s "$2" ]; then
        cp "$2" "$1"
    elif [ -e "$1" ]; then
        diff -u "$1" "$2"
    else
        diff -u /dev/null "$2"
    fi
}

check() {
    name=$1
    status=$(word "$name" status)
    flags=$(word "$name" flags)
    # shellcheck disable=SC2046,SC2086
    ppcc --check $flags --report="$top/json" $(sources "$name") >"$top/err" 2>&1
    result=$?
    fine=0
    if [ $result -ne "${status:-0}" ]; then
        echo "status $result, expected ${status:-0}"
        fine=1
    fi
    if [ -e "$name.err" ] || [ "${status:-0}" -ne 0 ]; then
        compare "$name.err" "$top/err" || fine=1
    fi
    if [ -e "$name.json" ]; then
        compare "$name.json" "$top/json" || fine=1
    fi
    if [ -e "$name.out" ]; then
        # shellcheck disable=SC2086
        ppcc --emit $flags -o "$top/out" "$name.c" >"$top/said" 2>&1 || fine=1
        cat "$top/said"
        compare "$name.out" "$top/out" || fine=1
    fi
    return $fine
}

is_listed() {
    grep -q "^$1:" must-accept.txt must-guard.txt must-reject.txt must-trust.txt
}

for source in *"$wanted"*.c; do
    [ -e "$source" ] || continue
    name=${source%.c}
    if ! [ -e "$name.err" ] && ! [ -e "$name.json" ] && ! [ -e "$name.out" ]; then
        is_listed "$name" && continue
        if ! [ "$update" ]; then
            echo "FAIL $name: nothing says what is expected of it"
            failed=$((failed + 1))
            continue
        fi
    fi
    rm -f "$top"/*
    if check "$name" >"$top/log"; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "FAIL $name"
        sed 's/^/    /' "$top/log"
    fi
done
echo "golden: $passed passed, $failed failed"

for list in must-accept must-guard must-reject; do
    if [ -e $list.sh ] && ! [ "$update" ]; then
        sh ./$list.sh "$wanted" || failed=$((failed + 1))
    fi
done

# Every id has a test, and every id in a test exists.
if ! [ "$wanted" ] && ! [ "$update" ]; then
    sed -n 's/^DIAG_ID([A-Z_]*, "\([a-z-]*\)".*/\1/p' ../../compiler/diag_ids.def | sort >"$top/ids"
    sed -n -e 's/^[^ ].*: \(error\|warning\): .* \[\(-Wppar-\)\{0,1\}\([a-z-]*\)\]$/\3/p' \
        -e 's/^[^ ].*: remark: .* \[-Rppar-missed\]$/missed/p' \
        -e 's/^[^ ].*: remark: .* \[-Rppar\]$/parallel/p' ./*.err | sort -u >"$top/shown"
    if ! diff "$top/ids" "$top/shown" >"$top/lists"; then
        sed -n -e 's/^< /FAIL no golden test shows the id /p' \
            -e 's/^> /FAIL diag_ids.def does not have the id /p' "$top/lists"
        failed=$((failed + 1))
    fi
fi
[ $failed -eq 0 ]
