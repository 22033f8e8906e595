#!/bin/sh
# Programs of e2e/ with PPAR_VERIFY=1: what ppcc has proven does not differ, so each prints what the
# plain program prints, and ends as it does.
#
#     e2e.sh [NAME...]            some of all kinds, or those whose names start with a NAME
#     e2e.sh --all                all of them, in some minutes
#
# Not among them: stay-others, which has a timer whose handler changes variables while the loop runs,
# and stay-triangles, which executes a loop thousands of times.
set -u

here=$(cd "$(dirname "$0")" && pwd)
left_out='stay-others stay-triangles'
is_left_out() {
    case " $left_out " in *" $1 "*) return 0 ;; esac
    return 1
}

if [ $# -eq 0 ] || [ "$1" = --all ]; then
    all=${1:-} kind='' taken=0
    set --
    for path in "$here"/../e2e/*.c; do
        name=$(basename "$path" .c)
        is_left_out "$name" && continue
        [ "${name%%-*}" = "$kind" ] || taken=0
        kind=${name%%-*} taken=$((taken + 1))
        [ "$all" = --all ] || [ $taken -le 3 ] || continue
        set -- "$@" "$name"
    done
fi
PPAR_VERIFY=1 WORKERS=3 exec sh "$here/../e2e/run.sh" "$@"
