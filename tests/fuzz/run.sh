#!/bin/sh
# Random annotated loops against a brute-force oracle.
#
#     run.sh [--count N] [--seed S] [--jobs J] [--kind KIND] [--keep FOLDER] [--list FILE]
#            [--files yes]
#
# Program after program is generated (loops.c), eight loops in each. Its instrumented version tells
# which dependences the loops have for many parameters. Then
#
#   - no loop that has a flow dependence for some parameters may be proven,
#   - the accepted loops, built by ppcc, print at 1, 2, 3 and 7 workers what the plain build prints;
#     with schedules that give each worker its part, with the gate, with workers that stay, and, where
#     results are not merged in order, with the last iterations first
#     (tests/runtime/special/backwards.c),
#   - ppcc neither crashes nor takes longer than ten seconds, and says the same when it is run again.
#
# With --files the functions that the loops call stand in a second file (split.awk).
#
# Prints each failure with the command that repeats it, keeps its program in FOLDER, and at the end
# a table: of the loops without any dependence, and of those with anti and output dependences only, how
# many ppcc accepts; and why it refuses the others. Environment: BUILD, the build tree; CC, the plain
# compiler; TEST_CFLAGS, flags for ppcc alone.
set -u

here=$(cd "$(dirname "$0")" && pwd)
BUILD=${BUILD:-$here/../../build}
CC=${CC:-cc}
TEST_CFLAGS=${TEST_CFLAGS:-}
export PPCC_CC="$CC"
# With sanitizers the analysis is slower, and the limit of its time would decide verdicts.
limit=
slower=1
[ -z "$TEST_CFLAGS" ] || { limit=--analysis-limit=10 && slower=5; }
# What was accepted is built with more time, for the machine may be busier then.
again_limit=--analysis-limit=30
count=480
seed=1
jobs=1
kind=
keep=
list=
files=
per_program=8

while [ $# -gt 1 ]; do
    case $1 in
    --count) count=$2 ;;
    --seed) seed=$2 ;;
    --jobs) jobs=$2 ;;
    --kind) kind=$2 ;;
    --keep) keep=$2 ;;
    --list) list=$2 ;;
    --files) files=yes ;;
    *) break ;;
    esac
    shift 2
done
if [ $# -gt 0 ]; then
    echo "usage: run.sh [--count N] [--seed S] [--jobs J] [--kind KIND] [--keep FOLDER] [--list FILE] [--files yes]" >&2
    exit 2
fi

all=$(mktemp -d) || exit 2
trap 'rm -rf "$all"' EXIT
trap 'exit 2' HUP INT TERM

fail() {
    echo "FAIL seed $one_seed: $1"
    [ -z "${2:-}" ] || head -n 8 "$2" | cut -c 1-300 | sed 's/^/    /'
    echo "    repeat: run.sh --seed $one_seed --count $per_program${kind:+ --kind $kind}${files:+ --files yes}"
    if [ -n "$keep" ]; then
        mkdir -p "$keep/$one_seed"
        cp "$work"/* "$keep/$one_seed/"
    fi
    echo "$one_seed $1" >>"$work.failures"
}

# Moves the functions that the loops call from the plain program to a file of their own.
split() {
    mv "$work/plain.c" "$work/whole.c" &&
        awk -v HELPERS="$work/helpers.c" -f "$here/split.awk" "$work/whole.c" >"$work/plain.c"
}

generate() {
    "$BUILD/tests/fuzz/loops" --seed "$one_seed" --loops $per_program ${kind:+--kind "$kind"} \
        --plain "$work/plain.c" --recorder "$work/recorder.c" &&
        { [ -z "$files" ] || split; } &&
        "$CC" -w -O0 -std=gnu11 -fsanitize=undefined -fsanitize-undefined-trap-on-error -I "$here" \
            -o "$work/recorder" "$work/recorder.c" 2>"$work/err" &&
        timeout 60 "$work/recorder" 150 >"$work/recorded" 2>"$work/err" &&
        [ "$(grep -c '^loop ' "$work/recorded")" -eq $per_program ]
}

# The report as lines: function, verdict, first reason, the names of reductions.
verdicts() {
    awk '
        function field(key, text) {
            text = $0
            if (!sub(".*\"" key "\":\"", "", text)) return "-"
            sub("\".*", "", text)
            return text
        }
        {
            reason = $0
            if (!sub(".*\"reasons\":\\[{\"id\":\"", "", reason)) reason = "-"
            sub("\".*", "", reason)
            reductions = ""
            count = split($0, variables, "{\"name\":\"")
            for (k = 2; k <= count; k++)
                if (variables[k] ~ /"role":"(reduction|append)"/) {
                    sub("\".*", "", variables[k])
                    reductions = reductions "," variables[k] ","
                }
            print field("function"), field("verdict"), reason, reductions == "" ? "-" : reductions
        }' "$1"
}

check() {
    start=$(date +%s)
    (cd "$work" && timeout $((20 * slower)) "$BUILD/bin/ppcc" $limit --check --report=report -w plain.c ${files:+helpers.c}) \
        >"$work/messages" 2>&1
    status=$?
    [ $(($(date +%s) - start)) -le $((10 * slower)) ] || fail "ppcc --check takes $(($(date +%s) - start)) s"
    if [ $status -gt 1 ]; then
        fail "ppcc --check ends with status $status" "$work/messages"
        return 1
    fi
    verdicts "$work/report" >"$work/verdicts"
    if [ "$(wc -l <"$work/verdicts")" -ne $per_program ]; then
        fail "ppcc --check has no verdict for some loops" "$work/messages"
        return 1
    fi
}

# Lines: seed, loop, kind, class, verdict, reason, parameters. What ppcc says to be reductions or to
# be appended to may carry flow dependences: the recorder does not know every form of them; whether they are right is
# seen when they run. Behind a pointer they have another name.
join_verdicts() {
    awk -v seed="$one_seed" '
        NR == FNR { verdict[$1] = $2; reason[$1] = $3; reductions[$1] = $4; next }
        $1 == "loop" {
            class = $4
            count = split($5, carriers, ",")
            left = 0
            for (k = 1; k <= count; k++) {
                name = carriers[k]
                if (name ~ /^buffer_|^other_/ && reductions[$2] ~ /,[pqr][0-9]*,/) continue
                if (name ~ /^g[0-9]*_/ && reductions[$2] ~ /,h[0-9]*/) continue
                sub(/_at$/, "", name)
                if (name != "" && index(reductions[$2], "," name) == 0) left++
            }
            if (class ~ /flow|sometimes/ && reductions[$2] != "-" && !left) class = "reduction"
            print seed, $2, $3, class, verdict[$2], reason[$2], $6, $7, $8, $9, $10, $11
        }' "$work/verdicts" "$work/recorded" >"$work/joined"
    cat "$work/joined" >>"$work.joined"
}

check_soundness() {
    awk '$5 == "proven" && ($4 == "flow" || $4 == "sometimes")' "$work/joined" >"$work/unsound"
    while read -r _ loop loop_kind class verdict _ parameters; do
        fail "$loop ($loop_kind) is $verdict, but has a flow dependence ($class) with $parameters"
    done <"$work/unsound"
}

# Leaves the pragma only at the accepted loops.
accepted_only() {
    awk 'NR == FNR { if ($2 == "rejected") rejected[$1] = 1; next }
         /^#pragma ppar for/ && ($5 in rejected) { print ""; next }
         { print }' "$work/verdicts" "$work/plain.c" >"$work/accepted.c"
}

build() {
    if ! "$CC" -w -O1 -std=gnu11 -o "$work/plain" "$work/plain.c" ${files:+"$work/helpers.c"} -lm 2>"$work/err"; then
        fail "the plain compiler refuses it" "$work/err"
        return 1
    fi
    # The flags are several words.
    # shellcheck disable=SC2086
    (cd "$work" && timeout $((60 * slower)) "$BUILD/backwards/bin/ppcc" $again_limit --report=again -w -O1 -std=gnu11 -o parallel \
        accepted.c ${files:+helpers.c} -lm $TEST_CFLAGS) 2>"$work/err"
    status=$?
    verdicts "$work/again" 2>/dev/null | sort >"$work/verdicts-again"
    grep -v ' rejected ' "$work/verdicts" | sort >"$work/verdicts-before"
    if ! cmp -s "$work/verdicts-again" "$work/verdicts-before"; then
        fail "other verdicts when the other loops are not annotated" "$work/verdicts-again"
    fi
    if [ $status -ne 0 ]; then
        fail "ppcc cannot build it (status $status)" "$work/err"
        return 1
    fi
}

# The parameters of the accepted loops whose numbers are given, or of all.
parameters() {
    awk -v only="${1:-}" '
        NR == FNR { if ($2 != "rejected") accepted[$1] = 1; next }
        $1 == "args" && ("k" $2 in accepted) && (only == "" || only == $2) {
            printf "%s %s %s %s %s %s %s ", $2, $3, $4, $5, $6, $7, $8
        }' "$work/verdicts" "$work/recorded"
}

# Whether plain and parallel build print the same with the parameters of one loop, or of all. A way is
# settings of the runtime, with + for blanks.
same() {
    # shellcheck disable=SC2046
    timeout 20 "$work/plain" $(parameters "$2") >"$work/expected" 2>"$work/err"
    expected=$?
    # shellcheck disable=SC2046
    env $(echo "$1" | tr '+' ' ') timeout 20 "$work/parallel" $(parameters "$2") >"$work/found" 2>"$work/err"
    found=$?
    [ $found -eq $expected ] && cmp -s "$work/expected" "$work/found"
}

# Whether the plain compiler's optimizer makes no difference to what the plain program prints. (With gcc
# 12 -O1 it does once in some thousand loops; then there is no knowing what is right.)
is_certain() {
    "$CC" -w -O0 -std=gnu11 -o "$work/unoptimized" "$work/plain.c" ${files:+"$work/helpers.c"} -lm \
        2>"$work/err" || return 0
    # shellcheck disable=SC2046
    timeout 20 "$work/unoptimized" $(parameters "$1") 2>"$work/err" | cmp -s - "$work/expected"
}

# These loops are short: one worker may have done all of one before the others have begun, unless each
# has iterations of its own. Backwards, one worker does most of a loop in the wrong order. A loop is
# executed with many parameters, so workers that stay have old values of everything.
ways="PPAR_WORKERS=2+BACKWARDS=1 PPAR_WORKERS=1 PPAR_WORKERS=2+PPAR_SCHEDULE=static PPAR_WORKERS=3+PPAR_SCHEDULE=static,1
    PPAR_WORKERS=7 PPAR_WORKERS=2+PPAR_GATE=on
    PPAR_WORKERS=3+PPAR_SCHEDULE=static,1+PPAR_STAY=on PPAR_WORKERS=2+BACKWARDS=1+PPAR_STAY=on"

compare() {
    for way in $ways; do
        same "$way" "" && continue
        for loop_number in $(awk '$2 != "rejected" { print substr($1, 2) }' "$work/verdicts"); do
            same "$way" "$loop_number" && continue
            if ! is_certain "$loop_number"; then
                echo "note: seed $one_seed k$loop_number: $CC -O0 and -O1 do not agree"
                continue
            fi
            diff "$work/expected" "$work/found" >"$work/difference"
            [ $found -eq $expected ] || echo "status $found, expected $expected" >>"$work/difference"
            fail "k$loop_number ($(awk -v k="k$loop_number" '$2 == k { print $3 }' "$work/joined")) prints something \
else with $way; arguments $(parameters "$loop_number")" "$work/difference"
        done
        return
    done
}

one_program() {
    if ! generate; then
        fail "the generated program cannot be run" "$work/err"
        return
    fi
    check || return
    join_verdicts
    check_soundness
    accepted_only
    grep -q -v ' rejected ' "$work/verdicts" || return
    build && compare
}

# Job J of all: every jobs-th program.
one_job() {
    work=$all/$1
    mkdir "$work"
    number=$1
    : >"$work.joined"
    : >"$work.failures"
    while [ $((number * per_program)) -lt "$count" ]; do
        one_seed=$((seed + number))
        one_program
        rm -f "$work"/*
        number=$((number + jobs))
    done
}

summary() {
    awk '
        $4 ~ /^(none|anti-output|reduction|partial)$/ {
            total[$4]++
            all[$3, $4]++
            kinds[$3] = 1
            if ($5 != "rejected") { good[$4]++; ok[$3, $4]++ }
            else { why[$4 " " $6]++ }
        }
        { class[$4]++ }
        function share(a, b) { return b ? sprintf("%d/%d", a, b) : "-" }
        END {
            printf "%-16s %14s %14s %14s %14s\n", "accepted of", "independent", "anti, output",
                "reduction", "partial"
            for (kind in kinds)
                printf "%-16s %14s %14s %14s %14s\n", kind, share(ok[kind, "none"], all[kind, "none"]),
                    share(ok[kind, "anti-output"], all[kind, "anti-output"]),
                    share(ok[kind, "reduction"], all[kind, "reduction"]),
                    share(ok[kind, "partial"], all[kind, "partial"]) | "sort"
            close("sort")
            for (c in total)
                printf "%s: %d of %d accepted, %.1f %%\n", c, good[c], total[c], 100 * good[c] / total[c]
            for (c in class) printf "%s loops: %d\n", c, class[c]
            for (w in why) printf "%5d refused, %s\n", why[w], w | "sort -rn"
            close("sort -rn")
        }' "$1"
}

job=0
while [ $job -lt "$jobs" ]; do
    one_job $job &
    job=$((job + 1))
done
wait
cat "$all"/*.joined >"$all/summary"
[ -z "$list" ] || cp "$all/summary" "$list"
summary "$all/summary"
failed=$(cat "$all"/*.failures | wc -l)
echo "fuzz: $(wc -l <"$all/summary") loops, $failed failures"
[ "$failed" -eq 0 ]
