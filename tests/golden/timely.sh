#!/bin/sh
# ppcc, for tests: the analysis of each loop has to take less than 100 ms of processor time.
#
#     timely.sh FLAGS... SOURCE...       prints and ends as ppcc with these flags
#
# --analysis-limit refuses what takes longer, with a message that this looks for. A busy or slower
# machine takes more processor time, too: then there are three more tries, with as much more time as
# ppcc takes just then for a small file (bench/speed.c). With the sanitizers, and where the flags have
# a limit of their own, there is no other. Environment: BUILD, the build tree; TEST_CFLAGS.
set -u

PPCC=$BUILD/bin/ppcc
case "${TEST_CFLAGS:-} $*" in
*-fsanitize* | *--analysis-limit*) exec "$PPCC" "$@" ;;
esac
here=$(cd "$(dirname "$0")" && pwd)
limit=0.1

# run LIMIT FLAGS...: what ppcc says, to the last newline, and a dot; its status.
run() {
    seconds=$1
    shift
    "$PPCC" --analysis-limit="$seconds" "$@" 2>&1
    status=$?
    echo .
    return $status
}

said=$(run $limit "$@")
status=$?
for _ in 1 2 3; do
    case $said in
    *'takes longer than'*) ;;
    *) break ;;
    esac
    slower=$("$BUILD/tests/speed" "$PPCC" --check "$here/../e2e/array-affine.c")
    said=$(run "$(awk -v limit=$limit -v slower="$slower" 'BEGIN { print limit * slower }')" "$@")
    status=$?
done
printf '%s' "${said%.}"
exit $status
