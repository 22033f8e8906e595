#!/bin/sh
# Installs what is missing, builds everything and runs every test:
#
#     sh tests/run.sh
#
#   - build/        the normal build, all tests
#   - build-asan/   compiler and runtime with the address and undefined behaviour sanitizers, all tests
#   - build-clang/  built by clang, warnings are errors
#   - the format of the sources, where clang-format 14 is there
#
# The last line says how many tests passed and failed; the status is 0 when none failed.
set -u

TOP=$(cd "$(dirname "$0")/.." && pwd)
. "$TOP/cmake/setup.sh"

passed=0
failed=0

# check NAME COMMAND...: one test of this script's own.
check() {
    name=$1
    shift
    if "$@"; then
        passed=$((passed + 1))
        say "ok   $name"
    else
        failed=$((failed + 1))
        say "FAIL $name"
    fi
}

# Runs the tests of a build tree; what CTest counts is added up. Half as many again as there are
# processors, since many tests wait.
run_tests() {
    folder=$1
    log=$TOP/$folder/tests.log
    say "Testing $folder..."
    (cd "$TOP/$folder" && ctest --output-on-failure -j $(($(nproc) * 3 / 2)) >"$log" 2>&1)
    grep -E '^[0-9 ]+% tests passed' "$log" >/dev/null || {
        tail -n 20 "$log"
        failed=$((failed + 1))
        return
    }
    bad=$(sed -n 's/.*tests passed, \([0-9]*\) tests* failed.*/\1/p' "$log")
    all=$(sed -n 's/.*tests* failed out of \([0-9]*\).*/\1/p' "$log")
    passed=$((passed + all - bad))
    failed=$((failed + bad))
    if [ "$bad" -ne 0 ]; then
        grep -vE '^ +Start |^ *[0-9]+/[0-9]+ Test .* Passed ' "$log" | tail -n 200
        say "The whole output is in $log"
    fi
}

# clang-format's taste changes from version to version; ours is the one of Debian 12.
formatter() {
    for program in clang-format-14 clang-format; do
        command -v $program >/dev/null 2>&1 || continue
        $program --version | grep -q 'version 14\.' && printf '%s\n' $program && return
    done
}

check_format() {
    (cd "$TOP" && git ls-files '*.c' '*.h' ':!tests/golden' ':!tests/e2e' ':!tests/suggest' |
        xargs "$1" --dry-run -Werror) 2>"$TOP/build/format.log" && return 0
    head -n 20 "$TOP/build/format.log"
    return 1
}

# shellcheck disable=SC2086
need_packages $BUILD_PACKAGES $TEST_PACKAGES

say "Building..."
check "build with gcc" build default build
[ $failed -eq 0 ] || {
    say "$passed passed, $failed failed"
    exit 1
}
check "build with the sanitizers" build asan build-asan
check "build with clang" build clang build-clang
format=$(formatter)
if [ -n "$format" ] && [ -d "$TOP/.git" ]; then
    check "format of the sources" check_format "$format"
else
    say "skip format of the sources (needs clang-format 14 and git)"
fi
run_tests build
[ -x "$TOP/build-asan/bin/ppcc" ] && run_tests build-asan
say "$passed passed, $failed failed"
[ $failed -eq 0 ]
