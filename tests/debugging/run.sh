#!/bin/sh
# What docs/DEBUGGING.md says of tools that tests/docs/run.sh does not run, for they are not
# everywhere or their output is never the same twice.
#
#     run.sh [WORD]              all cases, or those whose names contain WORD
#
# A case is a function NAME with the tools that it needs; it fails with a message on its output. One
# whose tools are not here, or cannot work on this machine, is skipped. Exit status 77 if all are.
# Environment: BUILD, the build tree; CC, the compiler behind ppcc.
set -u

here=$(cd "$(dirname "$0")" && pwd)
BUILD=$(cd "${BUILD:-$here/../../build}" && pwd) || exit 2
page=$here/../../docs/DEBUGGING.md
export PPCC_CC="${CC:-cc}" PPAR_WORKERS=2 LC_ALL=C
wanted=${1:-}
passed=0
failed=0

top=$(mktemp -d) || exit 2
trap 'rm -rf "$top"' EXIT

# page_file NAME: the program of that name on the page
page_file() {
    awk -v marker="<!-- file $1 -->" '
        $0 == marker { found = 1; next }
        found && /^```c/ { inside = 1; next }
        inside && /^```/ { exit }
        inside
    ' "$page" >"$1"
}

ppcc() {
    timeout 20 "$BUILD/bin/ppcc" "$@"
}

# run_case NAME TOOL...: in a folder of its own, with fit.c in it
run_case() {
    name=$1
    shift
    case $name in *"$wanted"*) ;; *) return ;; esac
    for tool in "$@"; do
        command -v "$tool" >/dev/null || {
            echo "skip $name: there is no $tool"
            return
        }
    done
    mkdir "$top/$name"
    (cd "$top/$name" && page_file fit.c && "$name") >"$top/log" 2>&1
    status=$?
    case $status in
    0)
        passed=$((passed + 1))
        echo "ok   $name"
        ;;
    77) echo "skip $name: $(tail -n 1 "$top/log")" ;;
    *)
        failed=$((failed + 1))
        echo "FAIL $name: status $status"
        sed 's/^/    /' "$top/log"
        ;;
    esac
}

# From here on a core file is left in the current folder, by the name of core.
leaves_cores() {
    [ "$(cat /proc/sys/kernel/core_pattern /proc/sys/kernel/core_uses_pid)" = "core
0" ] && ulimit -c unlimited && return 0
    echo "core files go elsewhere"
    return 1
}

# gdb finds the iteration's frame in the core file that is left.
core_file() {
    leaves_cores || return 77
    ppcc -g -o fit fit.c || return 1
    ./fit >out 2>&1 # its status is the signal's
    gdb -q -batch -ex backtrace ./fit core >calls 2>&1
    grep -q 'slope (p=0x10)' calls && return 0
    cat out calls
    return 1
}

# Results that were written in place are in core files that are asked for them.
core_of_results() {
    leaves_cores || return 77
    cat >large.c <<'END'
#include <stdlib.h>
static double result[100000];
int main(void)
{
#pragma ppar for
    for (int i = 0; i < 100000; i++)
        result[i] = i;
    abort();
}
END
    ppcc -g -o large large.c || return 1
    for filter in 0x33 0x37; do
        rm -f core
        (echo $filter >/proc/self/coredump_filter && exec ./large)
        gdb -q -batch -ex 'print result[50000]' ./large core >$filter 2>&1
        tail -n 1 $filter
    done
    grep -q '= 50000' 0x37 && ! grep -q '= 50000' 0x33
}

# perf sees the body, in more than one process. The function is a part of main there.
perf_report() {
    perf record -o perf.data true >log 2>&1 || { tail -n 1 log && return 77; }
    ppcc -O2 -g -DSTEPS=5000000 -o fit fit.c || return 1
    perf record -q -o perf.data ./fit all >log 2>&1 || { cat log && return 1; }
    perf report -i perf.data --stdio --sort symbol 2>&1 | grep -v '^#' | grep . | head -n 3 | tee report
    [ "$(perf script -i perf.data -F pid 2>/dev/null | sort -u | wc -l)" -ge 2 ] &&
        grep -q '^ *\(100\|[89][0-9]\)\..* \(main\|slope\)' report
}

run_case core_file gdb
run_case core_of_results gdb
run_case perf_report perf
echo "debugging: $passed passed, $failed failed"
[ "$failed" -eq 0 ] || exit 1
[ "$passed" -gt 0 ] || exit 77
