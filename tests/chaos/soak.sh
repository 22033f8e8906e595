#!/bin/sh
# A soak: one program with every kind of result, run again and again while a worker of it is killed
# every now and then. Each run has to print what the plain build prints, and to leave no process.
#
#     soak.sh [--seconds N] [--workers N] [--every MS]
#
# Ten seconds, 3 workers and a kill every 250 ms or so unless told. Prints the runs and the kills.
# Environment: BUILD, the build tree; CC, the plain compiler; TEST_CFLAGS, flags for ppcc alone.
set -u

here=$(cd "$(dirname "$0")" && pwd)
BUILD=${BUILD:-$here/../../build}
CC=${CC:-cc}
seconds=10
workers=3
every=250
while [ $# -gt 0 ]; do
    case $1 in
    --seconds) seconds=${2:-} ;;
    --workers) workers=${2:-} ;;
    --every) every=${2:-} ;;
    *)
        echo "usage: soak.sh [--seconds N] [--workers N] [--every MS]" >&2
        exit 2
        ;;
    esac
    shift 2
done

program=soak$$ # for pgrep
folder=$(mktemp -d) || exit 2
trap 'rm -rf "$folder"' EXIT
cd "$folder" || exit 2
$CC -O1 -w -o plain "$here/work.c" -lm || exit 2
# shellcheck disable=SC2086
PPCC_CC="$CC" "$BUILD/bin/ppcc" -O1 -w -o "$program" "$here/work.c" -lm ${TEST_CFLAGS:-} || exit 2
$CC -O1 -Wall -Wextra -o killer "$here/killer.c" || exit 2
./plain >wanted || exit 2

runs=0
kills=0
end=$(($(date +%s) + seconds))
while [ "$(date +%s)" -lt $end ]; do
    runs=$((runs + 1))
    PPAR_WORKERS=$workers PPAR_RETRIES=1000 timeout 180 ./killer "$every" $runs killed "./$program" \
        >found 2>said
    status=$?
    [ $status -ne 124 ] || {
        echo "FAIL run $runs: not over in three minutes"
        sed 's/^/    /' said | head -n 20
        exit 1
    }
    kills=$((kills + $(cat killed)))
    cmp -s wanted found && [ $status -eq 0 ] || {
        echo "FAIL run $runs: status $status, after $kills kills"
        cmp wanted found
        sed 's/^/    /' said | head -n 20
        exit 1
    }
    ! pgrep -x "$program" >/dev/null || {
        echo "FAIL run $runs: processes are left"
        exit 1
    }
done
echo "soak: $runs runs, $kills workers killed, every byte right"
[ "$kills" -gt 0 ]
