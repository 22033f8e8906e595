#!/bin/sh
# The programs of e2e/ again, while most of their workers are killed: each has to print what the plain
# program prints, and end as it does.
#
#     run.sh [NAME...]            all programs, or those whose names start with a NAME
#
# Environment: as for e2e/run.sh; TIMES, how often each name is run.
set -u

here=$(cd "$(dirname "$0")" && pwd)
CC=${CC:-cc}
folder=$(mktemp -d) || exit 2
trap 'rm -rf "$folder"' EXIT
"$CC" -O1 -shared -fPIC -o "$folder/chaos.so" "$here/chaos.c" || exit 2
for _ in $(seq "${TIMES:-1}"); do
    LD_PRELOAD="$folder/chaos.so" PPAR_RETRIES=1000 sh "$here/../e2e/run.sh" "$@" || exit 1
done
