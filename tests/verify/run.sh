#!/bin/sh
# PPAR_VERIFY finds what clauses and declared effects say and is not so. Each program of lies/ is
# accepted by ppcc, prints something else than the serial program at two workers, or nothing that is
# wrong by luck, and has to end with status 3 and a report that says, in the order of the comments,
#
#     /* finds: text */
#
# The sources in NAME.d are compiled by the plain compiler, so ppcc does not see them. A program in
# which everything is so has to run as always: those of truths/.
#
#     run.sh [NAME...]            all, or those whose names start with a NAME
#
# Environment: BUILD, the build tree; CC, the plain compiler; TEST_CFLAGS, flags for ppcc alone.
set -u

here=$(cd "$(dirname "$0")" && pwd)
BUILD=${BUILD:-$here/../../build}
CC=${CC:-cc}
export PPCC_CC="$CC"
work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT
failed=0 count=0

fail() {
    echo "FAIL $1: $2"
    [ -z "${3:-}" ] || sed 's/^/    /' "$3" | head -n 20
    failed=$((failed + 1))
}

# build SOURCE: into $work/program, with the level of optimisation of $level
build() {
    objects=
    for other in "${1%.c}.d"/*.c; do
        [ -f "$other" ] || continue
        object=$work/$(basename "$other" .c).o
        # shellcheck disable=SC2086
        $CC "$level" -w ${TEST_CFLAGS:-} -c -o "$object" "$other" || return 1
        objects="$objects $object"
    done
    # The objects, and the flags, are several words.
    # shellcheck disable=SC2086
    (cd "$(dirname "$1")" && "$BUILD/bin/ppcc" "$level" -w -o "$work/program" "$(basename "$1")" \
        $objects ${TEST_CFLAGS:-} -lm)
}

run() {
    timeout 30 "$work/program" >"$work/out" 2>"$work/err" </dev/null
}

# All that the program says it finds.
check_finds() {
    sed -n 's|^/\* finds: \(.*\) \*/$|\1|p' "$1" >"$work/wanted"
    [ -s "$work/wanted" ] || fail "$name" "it does not say what is found"
    while IFS= read -r text; do
        grep -qF -e "$text" "$work/err" || fail "$name $level" "no '$text' in the report" "$work/err"
    done <"$work/wanted"
}

check_lie() {
    name=$(basename "$1" .c)
    count=$((count + 1))
    build "$1" 2>"$work/err" || {
        fail "$name" "it does not compile" "$work/err"
        return
    }
    PPAR_WORKERS=2 PPAR_VERIFY=1 run
    status=$?
    [ $status -eq 3 ] || fail "$name $level" "status $status, not 3" "$work/err"
    check_finds "$1"
    PPAR_VERIFY=0 run
    status=$?
    [ $status -eq 0 ] && [ ! -s "$work/err" ] ||
        fail "$name $level" "status $status without PPAR_VERIFY" "$work/err"
}

# What it prints, and how it ends, is that of a serial run; and each of its loops has been compared.
check_truth() {
    name=$(basename "$1" .c)
    count=$((count + 1))
    build "$1" 2>"$work/err" || {
        fail "$name" "it does not compile" "$work/err"
        return
    }
    PPAR_SERIAL=1 run
    expected=$?
    mv "$work/out" "$work/expected"
    for part in 1 30%; do
        PPAR_WORKERS=3 PPAR_VERIFY=$part PPAR_VERBOSE=1 run
        status=$?
        [ $status -eq $expected ] || fail "$name $level" "$part: status $status" "$work/err"
        cmp -s "$work/expected" "$work/out" ||
            fail "$name $level" "$part: it prints something else" "$work/err"
        [ "$(grep -c 'the serial run leaves the same' "$work/err")" -eq \
            "$(grep -c ' workers, [0-9]* trips' "$work/err")" ] &&
            grep -q 'the serial run leaves the same' "$work/err" ||
            fail "$name $level" "$part: some loop was not compared" "$work/err"
    done
}

# Half of the iterations are enough for some.
check_sample() {
    name="half of independent-global"
    count=$((count + 1))
    build "$here/lies/independent-global.c" 2>"$work/err" || fail "$name" "it does not compile"
    PPAR_WORKERS=2 PPAR_VERIFY=50% run
    status=$?
    [ $status -eq 3 ] || fail "$name" "status $status, not 3" "$work/err"
    grep -qF "'v'" "$work/err" || fail "$name" "no 'v' in the report" "$work/err"
    [ ! -s "$work/out" ] || fail "$name" "the sample has printed" "$work/out"
}

# What notes a run changes memory, too, and is none of the program's.
check_watched() {
    name="a truth that is watched"
    count=$((count + 1))
    build "$here/truths/everything.c" 2>"$work/err" || fail "$name" "it does not compile"
    PPAR_TRACE=$work/trace PPAR_PROGRESS=1 PPAR_VERBOSE=1 PPAR_VERIFY=1 run
    status=$?
    [ $status -ne 3 ] || fail "$name" "status $status" "$work/err"
    grep -qF "leaves the same" "$work/err" || fail "$name" "not compared" "$work/err"
    [ -s "$work/trace" ] || fail "$name" "no trace"
}

wants() {
    [ $# -eq 1 ] && return 0
    wanted=$1
    shift
    for start in "$@"; do
        case $(basename "$wanted" .c) in "$start"*) return 0 ;; esac
    done
    return 1
}

for level in -O0 -O2; do
    for source in "$here"/lies/*.c; do
        wants "$source" "$@" && check_lie "$source"
    done
    for source in "$here"/truths/*.c; do
        wants "$source" "$@" && check_truth "$source"
    done
done
level=-O2
[ $# -gt 0 ] || check_sample
[ $# -gt 0 ] || check_watched
left=$(ls -l /proc/[0-9]*/exe 2>/dev/null | grep -c -F -e "-> $work/program")
[ "$left" -eq 0 ] || fail "all" "$left processes are left"
echo "verify: $count programs, $failed failed"
[ $failed -eq 0 ]
