#!/bin/sh
# The programs of e2e/ again, while most of their workers are killed: each has to print what the plain
# program prints, and end as it does.
#
#     run.sh [NAME...]            all programs, or those whose names start with a NAME
#
# Not among all: a program that leaves what an iteration has written in the buffer of a stream, where
# the death of a worker that has long sent the iteration takes it away; and those in which an iteration
# fails, for they end as its last worker did, and that may be one that was killed here. Nor those of
# workers that stay, which with retries they do not: what they execute hundreds of times would be forked
# anew each time (runtime/stay kills such workers).
#
# Environment: as for e2e/run.sh; TIMES, how often each program is run; RETRIES, for PPAR_RETRIES.
set -u

here=$(cd "$(dirname "$0")" && pwd)
CC=${CC:-cc}
folder=$(mktemp -d) || exit 2
trap 'rm -rf "$folder"' EXIT
if [ $# -eq 0 ]; then
    for path in "$here"/../e2e/*.c; do
        name=$(basename "$path" .c)
        case $name in
        out-file-left-open | failure-abort | failure-fault | failure-last-words | stay-*) ;;
        *) set -- "$@" "$name" ;;
        esac
    done
fi
"$CC" -O1 -shared -fPIC -o "$folder/chaos.so" "$here/preload.c" || exit 2
for _ in $(seq "${TIMES:-1}"); do
    LD_PRELOAD="$folder/chaos.so" PPAR_RETRIES=${RETRIES:-1000} sh "$here/../e2e/run.sh" "$@" ||
        exit 1
done
