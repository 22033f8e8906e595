#!/bin/sh
# Fuzzing that is guided by coverage, with clang's libFuzzer and the sanitizers.
#
#     coverage.sh clauses|files|records [--seconds N] [--keep]
#
# clauses: the inputs are texts behind `#pragma ppar`; files: they are C files;
# records: they are what a worker sends. Builds the fuzzer
# (guided/), runs it on the corpus here, the golden tests and the end-to-end programs, and
# replays what it has found wrong. Failures are kept in build-fuzz/wrong-KIND, inputs that reach
# something new in build-fuzz/new-KIND; --keep takes those that reach more than
# the tests' own programs do into corpus/KIND.
# Status 0 when nothing was wrong. Environment: LLVM_SYMBOLIZER_PATH helps the reports.
set -u

here=$(cd "$(dirname "$0")" && pwd)
top=$(cd "$here/../.." && pwd)
BUILD=$top/build-fuzz
seconds=600
keep=

usage() {
    echo "usage: coverage.sh clauses|files|records [--seconds N] [--keep]" >&2
    exit 2
}

case ${1:-} in
clauses) name=clause longest=400 ;;
files) name=file longest=6000 ;;
records) name=record longest=2000 ;;
*) usage ;;
esac
kind=$1
shift
while [ $# -gt 0 ]; do
    case $1 in
    --seconds) seconds=${2:-} && shift ;;
    --keep) keep=yes ;;
    *) usage ;;
    esac
    shift
done

fuzzer=$BUILD/tests/fuzz/${name}_fuzzer
replay=$BUILD/tests/fuzz/${name}_replay
seeds=$BUILD/seeds-$kind
new=$BUILD/new-$kind
wrong=$BUILD/wrong-$kind
corpus=$here/corpus/$kind
export ASAN_OPTIONS=detect_leaks=0:allocator_may_return_null=1 UBSAN_OPTIONS=print_stacktrace=1

build() {
    mkdir -p "$BUILD"
    (cd "$top" && cmake --preset fuzz >/dev/null && cmake --build "$BUILD" --parallel "$(nproc)" \
        --target "${name}_fuzzer" "${name}_replay") >"$BUILD/build.log" 2>&1 && return
    tail -n 20 "$BUILD/build.log" >&2
    echo "coverage.sh: cannot build the fuzzer; it needs clang and its libFuzzer (libclang-rt-NN-dev)" >&2
    exit 2
}

# The tests' own programs, and the pragmas in them.
make_seeds() {
    rm -rf "$seeds"
    mkdir -p "$seeds" "$new" "$wrong"
    [ "$kind" = records ] && return
    if [ "$kind" = files ]; then
        for source in "$top"/tests/golden/*.c "$top"/tests/e2e/*.c; do
            cp "$source" "$seeds/$(basename "$(dirname "$source")")-$(basename "$source")"
        done
        return
    fi
    sed -n 's/^ *#pragma ppar//p' "$top"/tests/golden/*.c "$top"/tests/e2e/*.c | sort -u |
        awk -v folder="$seeds" '{ file = folder "/" NR; printf "%s", $0 >file; close(file) }'
}

# libFuzzer ends at the first failure; it is started again while there is time.
run_fuzzer() {
    : >"$BUILD/$kind.log"
    end=$(($(date +%s) + seconds))
    left=$seconds
    while [ "$left" -gt 0 ]; do
        "$fuzzer" -timeout=60 -rss_limit_mb=4096 -malloc_limit_mb=1000000 -max_len=$longest -dict="$here/guided/c.dict" \
            -artifact_prefix="$wrong/" -print_final_stats=1 \
            -max_total_time="$left" "$new" "$corpus" "$seeds" \
            >>"$BUILD/$kind.log" 2>&1
        left=$((end - $(date +%s)))
    done
}

# What was found wrong, each with the reason.
show_wrong() {
    count=0
    for input in "$wrong"/*; do
        [ -f "$input" ] || continue
        timeout 120 "$replay" "$input" >"$BUILD/replay.log" 2>&1 && continue
        count=$((count + 1))
        echo "FAIL $input"
        grep -a -E -B 1 -m 3 '^fuzz: |mistake in ppcc|runtime error|ERROR: AddressSanitizer' \
            "$BUILD/replay.log" | cut -c 1-200 | sed 's/^/    /'
        grep -a -m 4 "^ *#[0-9].*$top" "$BUILD/replay.log" | sed 's/^ */    /'
    done
    inputs=$(awk '/^stat::number_of_executed_units/ { sum += $2 } END { print sum + 0 }' \
        "$BUILD/$kind.log")
    echo "$kind: $inputs inputs in $seconds s, $count wrong"
}

# The inputs that reach what the tests' programs do not, and those of mended failures.
keep_new() {
    merged=$BUILD/merged-$kind
    rm -rf "$merged"
    cp -r "$seeds" "$merged"
    "$fuzzer" -set_cover_merge=1 -use_counters=0 -max_len=$longest "$merged" "$corpus" "$new" \
        >>"$BUILD/$kind.log" 2>&1
    find "$corpus" -type f ! -name 'mended-*' -delete
    for input in "$merged"/*; do
        [ -e "$seeds/$(basename "$input")" ] || cp "$input" "$corpus/"
    done
    echo "corpus: $(find "$corpus" -type f | wc -l) files, $(du -sb "$corpus" | cut -f 1) bytes"
}

build
make_seeds
echo "Fuzzing $kind for $seconds s; the log is $BUILD/$kind.log"
run_fuzzer
show_wrong
[ -z "$keep" ] || keep_new
[ "$count" -eq 0 ]
