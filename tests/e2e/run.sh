#!/bin/sh
# End to end: what the C compiler makes of a program is what ppcc has to make of it.
#
#     run.sh [NAME...]            all programs, or those whose names start with a NAME
#
# Each NAME.c, with the sources in the folder NAME.d if there is one, is built by the plain compiler and
# by ppcc with the same flags, by one command each; <ppar.h> is there for both. At 1, 2, 3 and 7 workers
# (WORKERS, if that is set) the bytes on stdout and the exit status have to be those of the plain program, in time, and no
# process may be left. The first lines of a program can say
#
#     /* flags: -O2 -lm */        instead of -O1 -lm
#     /* args: 3 4 */             its arguments
#     /* stdin: text\n */         its input, as printf '%b' prints it; else it is empty
#     /* verdict: proven */       what ppcc has to say of its loops: one word for all, or one for each
#
# Prints a line for each program that fails, with the reason, and a total. Environment: BUILD, the
# build tree; CC, the plain compiler; TEST_CFLAGS, flags for ppcc alone (sanitizers); BACKWARDS=1: the
# runtime of tests/runtime/special/backwards.c, whose workers begin with the last iterations.
set -u

here=$(cd "$(dirname "$0")" && pwd)
BUILD=${BUILD:-$here/../../build}
CC=${CC:-cc}
TEST_CFLAGS=${TEST_CFLAGS:-}
tree=$BUILD${BACKWARDS:+/backwards}
export BUILD CC TEST_CFLAGS PPCC_CC="$CC"

# The value of a comment "/* KEY: value */" among the first lines of the program.
setting() {
    sed -n "1,8s|^/\\* $1: \\(.*\\) \\*/.*|\\1|p" "$here/$name.c" | head -n 1
}

fail() {
    echo "FAIL $name: $1"
    [ -z "${2:-}" ] || sed 's/^/    /' "$2" | head -n 20
    exit 1
}

build() {
    sources=$(ls "$here/$name.c" "$here/$name.d"/*.c 2>/dev/null)
    flags=$(setting flags)
    flags=${flags:--O1 -lm}
    # The flags, and the sources, are several words. Libraries have to follow the source, other flags may.
    # shellcheck disable=SC2086
    timeout 60 $CC -w -isystem "$tree/include" -o "$work/plain" $sources $flags 2>"$work/err" ||
        fail "the plain compiler refuses it" "$work/err"
    # shellcheck disable=SC2086
    timeout 60 "$tree/bin/ppcc" --report="$work/report" -w -o "$work/$name" $sources \
        $flags $TEST_CFLAGS 2>"$work/err" || fail "ppcc refuses it (status $?)" "$work/err"
}

check_verdict() {
    wanted=$(setting verdict)
    [ -n "$wanted" ] || return 0
    found=$(grep -o '"verdict":"[a-z]*"' "$work/report" | cut -d '"' -f 4 | tr '\n' ' ')
    [ -n "$found" ] || fail "no verdict, wanted $wanted"
    case $wanted in
    *' '*) [ "$found" = "$wanted " ] || fail "verdicts $found, wanted $wanted" ;;
    *) for one in $found; do
        [ "$one" = "$wanted" ] || fail "verdict $one, wanted $wanted" "$work/report"
    done ;;
    esac
}

# run PROGRAM OUTPUT: the program's status is the result.
run() {
    # shellcheck disable=SC2086
    (cd "$here" && exec timeout 30 "$1" $(setting args)) <"$work/stdin" >"$2" 2>"$work/err"
}

compare() {
    workers=$1
    PPAR_WORKERS=$workers run "$work/$name" "$work/out"
    status=$?
    [ $status -ne 124 ] || fail "$workers workers: does not end" "$work/err"
    cmp "$work/expected" "$work/out" >"$work/cmp" 2>&1 ||
        fail "$workers workers: $(cat "$work/cmp")" "$work/err"
    [ $status -eq "$expected_status" ] ||
        fail "$workers workers: status $status, not $expected_status" "$work/err"
}

# Workers are copies of the program, and run the same file.
check_processes() {
    left=$(ls -l /proc/[0-9]*/exe 2>/dev/null | grep -c -F -e "-> $work/$name")
    [ "$left" -eq 0 ] || fail "$left processes are left"
}

# A program may leak what it likes, and die by its own signals; only its output and status count.
run_one() {
    name=$1
    work=$(mktemp -d) || exit 2
    trap 'rm -rf "$work"' EXIT
    build
    check_verdict
    export ASAN_OPTIONS="${ASAN_OPTIONS:-}:detect_leaks=0:handle_segv=0"
    # The escapes in the setting are for printf.
    printf '%b' "$(setting stdin)" >"$work/stdin"
    run "$work/plain" "$work/expected"
    expected_status=$?
    [ $expected_status -ne 124 ] || fail "the plain program does not end"
    for count in ${WORKERS:-1 2 3 7}; do
        compare $count
    done
    check_processes
    echo "ok $name"
}

if [ "${1:-}" = --one ]; then
    run_one "$2"
    exit 0
fi

names=$(for start in "${@:-}"; do
    ls "$here/$start"*.c
done | sort -u | sed 's|.*/||; s|\.c$||')
results=$(mktemp) || exit 2
trap 'rm -f "$results"' EXIT
# The names are words.
# shellcheck disable=SC2086
printf '%s\n' $names | xargs -n 1 -P "$(nproc)" sh "$here/run.sh" --one >"$results" 2>&1
grep -v '^ok ' "$results"
total=$(printf '%s\n' $names | wc -l)
passed=$(grep -c '^ok ' "$results")
echo "e2e: $passed passed, $((total - passed)) failed"
[ "$passed" -eq "$total" ]
