#!/bin/sh
# Builds each sample from scratch and runs its small test; one line a sample.
#
#     run-tests.sh [PPCC]
#
# Exit status 0 when all pass. What a sample that fails has printed follows its line. Environment:
# TEST_CFLAGS, flags for ppcc alone.
set -u

cd "$(dirname "$0")" || exit 2
ppcc=${1:-${PPCC:-$(pwd)/../build/bin/ppcc}}
case $ppcc in
/*) ;;
*/*)
    echo "run-tests.sh: give ppcc as an absolute path: $ppcc" >&2
    exit 2
    ;;
esac
log=$(mktemp) || exit 2
trap 'rm -f "$log"' EXIT
failed=0

for sample in squares sensitivity add sweep pipeline exact search montecarlo longrun trap promise legacy polymers wordcount stream report constructs; do
    if [ "$sample" = promise ] && [ -n "${TEST_CFLAGS:-}" ]; then
        echo "skip promise (PPAR_VERIFY leaves programs with sanitizers alone)"
        continue
    fi
    make -s -C "$sample" clean >/dev/null 2>&1
    if timeout 120 make -s -C "$sample" PPCC="$ppcc ${TEST_CFLAGS:-}" test >"$log" 2>&1; then
        echo "ok   $sample"
    else
        echo "FAIL $sample"
        sed 's/^/     /' "$log"
        failed=1
    fi
done
exit $failed
