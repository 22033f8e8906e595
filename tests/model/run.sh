#!/bin/sh
# All interleavings of the protocol (protocol.pml), for several numbers of deaths and iterations; and
# the same with one step left out or two exchanged, which has to be found. With --long, which takes
# half an hour and 8 GB of memory, for more of them. Needs spin; where it is missing the test is
# skipped.
set -u

HERE=$(cd "$(dirname "$0")" && pwd)
command -v spin >/dev/null 2>&1 || exit 77
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 1
failed=0
limit=500 table=25

# verify MODEL SETTINGS...: prints "errors: N", or nothing when it was not finished.
verify() {
    model=$1
    shift
    rm -f pan pan.?
    spin "$@" -a "$model" >spin.log 2>&1 || cat spin.log >&2
    ${CC:-cc} -w -O1 -DSAFETY -DHC4 -o pan pan.c || return
    timeout "$limit" ./pan "-w$table" -m1000000 >pan.log 2>&1
    grep -q 'max search depth too small' pan.log || sed -n 's/.*\(errors: [0-9]*\).*/\1/p' pan.log
}

# holds SETTINGS...
holds() {
    found=$(verify "$HERE/protocol.pml" "$@")
    [ "$found" = "errors: 0" ] && return
    echo "FAILED: $*: ${found:-not finished}"
    grep -E 'pan:|timed out' pan.log
    failed=1
}

# breaks WHAT SCRIPT SETTINGS...: the model is edited by sed.
breaks() {
    what=$1
    sed "$2" "$HERE/protocol.pml" >broken.pml
    shift 2
    cmp -s broken.pml "$HERE/protocol.pml" && {
        echo "FAILED: $what: nothing was changed"
        failed=1
        return
    }
    found=$(verify broken.pml "$@")
    [ "$found" = "errors: 1" ] && return
    echo "FAILED: $what: not found (${found:-not finished})"
    failed=1
}

holds -DDEATHS=1 -DITERS=3
holds -DDEATHS=0 -DITERS=5 -DCHUNK=3
holds -DDEATHS=0 -DBAD=2
holds -DDEATHS=0 -DBAD=2 -DSKIP=1
holds -DDEATHS=0 -DBAD=0 -DRETRIES=1
if [ "${1:-}" = --long ]; then
    limit=1800 table=28
    holds -DDEATHS=2 -DITERS=3
    holds -DDEATHS=1 -DITERS=3 -DCHUNK=1
    holds -DDEATHS=1 -DBAD=1
    holds -DDEATHS=1 -DBAD=2 -DSKIP=1
    holds -DDEATHS=1 -DBAD=0 -DRETRIES=1
    breaks "a task that begins again because of help" \
        's/:: task_left\[k\] < task_last\[k\] -> first = task_left\[k\];/:: seen[k] < task_last[k] -> first = seen[k];/' \
        -DDEATHS=2 -DITERS=3
fi

breaks "a claim that two can win" 's/:: claimed == from -> claimed/:: true -> claimed/'
breaks "a pipe that is not emptied" 's/ && empty(pipe\[k\]))) -> finish/)) -> finish/'
breaks "a record that has come and counts as lost" 's/ && seen\[k\] != last -> / -> /'
breaks "help before everything sent is taken" 's/limit \&\& empty(pipe\[me\])/limit/' \
    -DDEATHS=0 -DITERS=4 -DCHUNK=3
breaks "a stock that two can take from at once" 's/stock\[who\] = (to == stock_end/stock_end[who] = stock_end[who]; \/\/ /'
breaks "what is held counts as missing" 's/:: kind == RECORD && first < task_last\[k\] -> /&skip; \/\/ /' \
    -DDEATHS=2 -DITERS=3 -DCHUNK=1
breaks "what is missing is not looked for" 's/:: IS_STUCK -> missing()/:: IS_STUCK -> skip/'
[ $failed -eq 0 ] && echo "ok"
exit $failed
