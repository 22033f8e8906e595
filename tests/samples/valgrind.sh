#!/bin/sh
# The samples, small, in parent and workers under valgrind with ppar.supp: no error, and no memory
# lost. Exit status 77 where there is no valgrind. Environment: BUILD, the build tree.
set -u

here=$(cd "$(dirname "$0")" && pwd)
BUILD=$(cd "${BUILD:-$here/../../build}" && pwd) || exit 2
command -v valgrind >/dev/null || exit 77
top=$(mktemp -d) || exit 2
trap 'rm -rf "$top"' EXIT
cp -R "$here/../../samples" "$top" || exit 2
failed=0

# clean SAMPLE PROGRAM ARGUMENT...
clean() {
    sample=$1
    shift
    cd "$top/samples/$sample" || exit 2
    make -s clean >"$top/log" 2>&1
    make -s PPCC="$BUILD/bin/ppcc" >"$top/log" 2>&1 || {
        cat "$top/log"
        exit 2
    }
    rm -f "$top"/report.*
    PPAR_WORKERS=3 timeout 120 valgrind --quiet --leak-check=full --log-file="$top/report.%p" \
        --suppressions="$here/../../runtime/ppar.supp" "$@" >"$top/out" 2>"$top/err"
    status=$?
    reports=$(cat "$top"/report.*)
    if [ $status -eq 0 ] && [ -z "$reports" ] && [ "$(ls "$top"/report.* | wc -l)" -gt 3 ]; then
        echo "ok   $sample"
    else
        echo "FAIL $sample: status $status"
        { cat "$top/err"; echo "$reports"; } | head -n 40
        failed=1
    fi
}

clean squares ./squares 1003
clean sensitivity ./sensitivity 0.05
clean add ./add 0.2 0.1
clean sweep ./sweep 200
clean exact ./exact 1007
clean search ./search 14
clean montecarlo ./montecarlo 3
clean longrun ./longrun 9 3
clean trap ./mended 20
clean legacy ./legacy 51
clean polymers ./polymers 20 10
clean wordcount ./wordcount ../squares/README.md ../add/README.md ../exact/README.md no-such-file
clean pipeline ./paint "$top/pictures" 2 60
clean pipeline ./filter "$top/pictures/julia-1.ppm" "$top/pictures/wet.ppm" "$top/pictures/lines.pgm"
exit $failed
