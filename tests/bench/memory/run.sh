#!/bin/sh
# run.sh [megabytes...]: what a worker more costs in memory, beyond the 4 MB that it writes, for
# programs with so much memory in use (64 and 4096). Environment: BUILD, the build tree.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
BUILD=${BUILD:-$here/../../../build}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$BUILD/bin/ppcc" -O2 -o "$work/memory" "$here/memory.c"
[ $# -gt 0 ] || set -- 64 4096
echo "in use   workers   all together   a worker more, beyond what it writes"
for size; do
    before=
    for workers in 2 4 8; do
        all=$("$work/memory" "$size" 4096 $workers | cut -d' ' -f2)
        more=
        [ -z "$before" ] || more="$(((all - before) / (workers - from) - 4096)) KB"
        printf '%5d MB %6d %11d MB   %s\n' "$size" $workers $((all / 1024)) "$more"
        before=$all from=$workers
    done
done
