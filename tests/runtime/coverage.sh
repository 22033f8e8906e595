#!/bin/sh
# The counts of a program built with --coverage are the same at any number of workers. Usage:
# coverage.sh PROGRAM OBJECT GCOV
program=$1 object=$2 gcov=$3
case $gcov in
'' | *NOTFOUND*)
    echo "no gcov"
    exit 77
    ;;
esac
top=$(mktemp -d) || exit 2
trap 'rm -rf "$top"' EXIT
cd "$top" || exit 2

# counts WORKERS ARGUMENTS: "count: line", without the lines that are run once a chunk.
counts() {
    rm -rf data *.gcov counted*
    PPAR_WORKERS=$1 GCOV_PREFIX=$top/data "$program" $2 >/dev/null
    echo "status $?"
    base=$(basename "$object" .o)
    cp "$(dirname "$object")/$base.gcno" "$(find data -name "$base.gcda")" . || return
    $gcov "$base.gcda" >/dev/null
    sed -n '/:  *0:/d; /ppar_chunk/d; /ppar\.first/d; /ppar_commit/d; s/^ *\([-#0-9]*\)\*\{0,1\}:/\1:/p' ./*counted*.gcov
}

status=0
for argument in '' exit; do
    counts 1 $argument >"$top/serial"
    grep -q '^67:.*if (i % 2)' "$top/serial" || {
        echo "this is no count:"
        cat "$top/serial"
        status=1
    }
    for workers in 2 3 7; do
        counts $workers $argument >"$top/parallel"
        diff "$top/serial" "$top/parallel" || status=1
    done
done
exit $status
