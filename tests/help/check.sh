# What the tests of this folder share; each reads it in. It sets TOP, the top of the tree; BUILD,
# the build tree; PPCC; and work, a folder for the test alone.
# shellcheck shell=sh disable=SC2034

TOP=$(cd "$(dirname "$0")/../.." && pwd)
BUILD=$(cd "${BUILD:-$TOP/build}" && pwd) || exit 2
PPCC=$BUILD/bin/ppcc
export LC_ALL=C PPCC_CC="${CC:-cc}" PPAR_WORKERS=2
export ASAN_OPTIONS="${ASAN_OPTIONS:-}:detect_leaks=0"
work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT
passed=0
failed=0

# need PROGRAM: without it the test is skipped
need() {
    command -v "$1" >/dev/null 2>&1 && return
    echo "skip: $1 is not here"
    exit 77
}

# check NAME COMMAND...: one thing that has to hold; what the command prints is shown when it fails
check() {
    name=$1
    shift
    if "$@" >"$work/log" 2>&1; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "FAIL $name"
        sed 's/^/    /' "$work/log"
    fi
}

# Two lists of words, sorted, one a line: < is in the first alone, > in the second.
same_words() {
    sort -u "$1" >"$work/first" && sort -u "$2" >"$work/second" || return 1
    [ -s "$work/first" ] || [ -s "$work/second" ] || {
        echo "nothing was found to compare"
        return 1
    }
    diff "$work/first" "$work/second"
}

# The options that `ppcc --help` names, without what stands behind them: --check, --dump, -Wppar.
help_options() {
    "$PPCC" --help | grep -oE '(^|[[ ])--?[A-Za-z][A-Za-z-]*(=ppar-)?' |
        sed 's/^[[ ]//; s/-ID$//; s/-$//'
}

# The program that the tests of editors look at: one loop is refused, one is not.
write_budget() {
    cat >"$1" <<'END'
#include <stdio.h>

enum { DAYS = 365 };
static double balance[DAYS], change[DAYS];

int main(void)
{
#pragma ppar for
    for (int day = 0; day < DAYS; day++)
        change[day] = 0.5 * day;
#pragma ppar for
    for (int day = 1; day < DAYS; day++)
        balance[day] = balance[day - 1] + change[day];
    printf("%g\n", balance[DAYS - 1]);
    return 0;
}
END
}

# One with a warning and, for -Rppar-missed, a remark.
write_remarks() {
    cat >"$1" <<'END'
#pragma ppar effects(in(p[0 : 1]))
double first(double **p);

double first(double **p)
{
    return **p;
}

void copy(int n, double *out, const double *in)
{
#pragma ppar for
    for (int i = 0; i < n; i++)
        out[i] = in[i];
}
END
}

# example LANGUAGE WORD: the first fenced block in that language of docs/EDITORS.md with the word in
# it
example() {
    awk -v language="$1" -v word="$2" '
        !inside && $0 == "```" language { inside = 1; text = ""; next }
        inside && /^```/ { inside = 0; if (index(text, word)) { printf "%s", text; exit } next }
        inside { text = text $0 "\n" }
    ' "$TOP/docs/EDITORS.md"
}

finish() {
    echo "$1: $passed passed, $failed failed"
    [ "$failed" -eq 0 ]
}
