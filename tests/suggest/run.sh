#!/bin/sh
# What --suggest prints is a patch; the patched file passes --check and is the same program.
#
#     run.sh [--update] [WORD]   the tests here whose names contain WORD
#     run.sh --e2e [START]       the programs of ../e2e whose names start so, without their pragmas
#
# A test is NAME.c with NAME.patch, what ppcc says of it. The patch is applied with `patch -p0` to a
# copy of the file; ppcc has to accept every loop of it, at the lines where the patch put a pragma;
# and the program, built from the patched copy, has to print at 1, 2, 3 and 7 workers what the
# plain compiler makes of the file as it was. First lines may say `/* flags: ... */`, as those of
# ../e2e do. A test without `main` is compiled only. Environment: BUILD, the build tree; CC, the plain
# compiler; TEST_CFLAGS, flags for ppcc alone (sanitizers).
set -u

here=$(cd "$(dirname "$0")" && pwd)
BUILD=$(cd "${BUILD:-$here/../../build}" && pwd) || exit 2
CC=${CC:-cc}
TEST_CFLAGS=${TEST_CFLAGS:-}
export LC_ALL=C PPCC_CC="$CC"
PPCC=$BUILD/bin/ppcc
export ASAN_OPTIONS="${ASAN_OPTIONS:-}:detect_leaks=0"
update=
programs=
case ${1:-} in
--update) update=yes && shift ;;
--e2e) programs=yes && shift ;;
esac
wanted=${1:-}

top=$(mktemp -d) || exit 2
trap 'rm -rf "$top"' EXIT
passed=0
failed=0

# setting KEY: the value of a comment "/* KEY: value */" among the first lines of the program
setting() {
    sed -n "1,8s|^/\\* $1: \\(.*\\) \\*/.*|\\1|p" "$source" | head -n 1
}

# run PROGRAM OUTPUT: stdout and the status
run() {
    # shellcheck disable=SC2086
    printf '%b' "$(setting stdin)" |
        (cd "$(dirname "$source")" && exec timeout 30 "$1" $(setting args)) >"$2" 2>/dev/null
    echo "status $?" >>"$2"
}

# The patched copy as ppcc sees it, and as a program.
judge() {
    flags=$(setting flags)
    flags=${flags:--O1 -lm}
    (cd "$top/work" && timeout 60 patch -s -p0 <../patch) || return 1
    # shellcheck disable=SC2086
    (cd "$top/work" && timeout 60 "$PPCC" --check $flags "$name.c") >"$top/verdicts" 2>&1 || {
        cat "$top/verdicts"
        return 1
    }
    tr -d '\r' <"$top/work/$name.c" | grep -n '^#pragma ppar for' | sed 's/:.*//' >"$top/pragmas"
    sed -n 's/^[^:]*:\([0-9]*\): loop on .*/\1/p' "$top/verdicts" |
        while read -r line; do echo $((line - 1)); done | diff "$top/pragmas" - || return 1
    sed 's/^[^:]*:[0-9]*: //' "$top/verdicts" >"$top/a"
    ! sed -n 's/^# [^:]*:[0-9]*: \(loop on .*\); about .*/\1/p' "$top/patch" |
        grep -vxF -f "$top/a" || return 1
    grep -q 'main *(' "$source" || flags="$flags -c"
    # shellcheck disable=SC2086
    (cd "$top/work" && timeout 60 "$PPCC" -w -o "$top/ours" "$name.c" $flags $TEST_CFLAGS) || return 1
    grep -q 'main *(' "$source" || return 0
    # shellcheck disable=SC2086
    (cd "$top/work" && $CC -w -o "$top/plain" "$source" $flags) || return 1
    run "$top/plain" "$top/expected"
    for workers in 1 2 3 7; do
        export PPAR_WORKERS=$workers
        run "$top/ours" "$top/out"
        cmp "$top/expected" "$top/out" || return 1
    done
}

# A program of ../e2e without its pragmas (and their continued lines).
strip() {
    sed -e ':a' -e '/#[ ]*pragma ppar.*\\$/{N;s/\\\n//;ba' -e '}' -e '/^[ ]*#[ ]*pragma ppar/d' "$1"
}

test_one() {
    rm -rf "$top/work"
    mkdir "$top/work"
    cp "$here"/../e2e/*.h "$top/work"
    if [ "$programs" ]; then
        strip "$source" >"$top/work/$name.c"
    else
        cp "$source" "$top/work/$name.c"
    fi
    # shellcheck disable=SC2046
    (cd "$top/work" && timeout 60 "$PPCC" --suggest $(setting flags) "$name.c") >"$top/patch" 2>"$top/err" || {
        cat "$top/err"
        return 1
    }
    if [ "$update" ]; then
        cp "$top/patch" "$here/$name.patch"
    elif ! [ "$programs" ]; then
        diff -u "$here/$name.patch" "$top/patch" || return 1
    fi
    [ ! -s "$top/patch" ] || judge
}

if [ "$programs" ]; then
    list=$(ls "$here/../e2e/$wanted"*.c)
else
    list=$(ls "$here"/*"$wanted"*.c)
fi
for source in $list; do
    name=${source##*/}
    name=${name%.c}
    if test_one >"$top/log" 2>&1; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "FAIL $name"
        sed 's/^/    /' "$top/log" | head -n 20
    fi
done
echo "suggest: $passed passed, $failed failed"
[ $failed -eq 0 ]
