#!/bin/sh
# The man pages say what the sources say: options, clauses, effects, variables of the environment,
# functions for programs. `ppcc --help` fits on a screen, and the programs that the pages show work.
# Environment: see check.sh; TEST_CFLAGS, flags for ppcc (sanitizers).
set -u
. "$(dirname "$0")/check.sh"
man=$TOP/docs/man

# items PAGE SECTION MACRO: the words behind the macro in the headings of lists, up to the next
# macro. A subsection counts as a section of its own.
items() {
    awk -v section="$2" -v macro="$3" '
        /^\.S[hs] / { inside = substr($0, 5) == section }
        inside && /^\.It / {
            taken = 0
            for (k = 2; k <= NF; k++) {
                if ($k ~ /^[A-Z][a-z]$/) taken = $k == macro
                else if (taken && $k != ",") print $k
            }
        }
    ' "$man/$1"
}

# One line for each entry of a table in C, however it is broken into lines.
entries() {
    tr -s '\n ' '  ' <"$1" | sed 's/{"/\n{"/g'
}

# ---- options ------------------------------------------------------------------------------------

fits() {
    "$PPCC" --help | awk '
        length > 80 { print; long = 1 }
        END { print NR " lines"; exit long || NR > 24 }
    '
}

items ppcc.1 OPTIONS Fl | sed 's/^/-/; s/-$//' >"$work/page"
help_options >"$work/help"
check "ppcc.1 and --help have the same options" same_words "$work/page" "$work/help"
check "--help fits into 24 lines of 80 columns" fits

grep -ohE '"--[a-z-]+=?"' "$TOP/compiler/own_options.c" "$TOP/compiler/message_options.c" |
    tr -d '"=' >"$work/taken"
grep '^--' "$work/page" >"$work/long"
check "ppcc.1 has the options that ppcc takes" same_words "$work/long" "$work/taken"

# ---- the environment ----------------------------------------------------------------------------

grep -rhoE 'getenv\("[A-Z_]+"\)' "$TOP/compiler" --include=*.c |
    sed 's/.*"\(.*\)".*/\1/' >"$work/read"
items ppcc.1 ENVIRONMENT Ev >"$work/page"
check "ppcc.1 has the variables that ppcc reads" same_words "$work/page" "$work/read"

entries "$TOP/runtime/config.c" | sed -n 's/^{"\(PPAR_[A-Z_]*\)", read_.*/\1/p' >"$work/read"
items ppar.7 ENVIRONMENT Ev | grep '^PPAR_' >"$work/page"
check "ppar.7 has the variables that programs read" same_words "$work/page" "$work/read"

# ---- the language -------------------------------------------------------------------------------

# words FILE PATTERN: the names in a table of the language whose entries go on with that
words() {
    entries "$TOP/compiler/pragma/$1" | sed -nE 's/^\{"([a-z_]+)", '"$2"'[,}].*/\1/p'
}

# unknown CLAUSE...: how many of the clauses ppcc does not know
unknown() {
    for clause in "$@"; do
        printf 'void f_%s(double *a)\n{\n#pragma ppar for %s(1)\n' "$clause" "$clause"
        printf '    for (int i = 0; i < 9; i++)\n        a[i] = i;\n}\n'
    done >"$work/tried.c"
    "$PPCC" --check "$work/tried.c" 2>&1 | grep -c '\[unknown-clause\]$'
}

# shellcheck disable=SC2046
none_is_unknown() {
    [ "$(unknown $(cat "$work/page"))" -eq 0 ] && [ "$(unknown no_such_clause)" -eq 1 ]
}

words clauses.c "SHAPE_[A-Z]+" >"$work/table"
items ppar.7 CLAUSES Ic >"$work/page"
check "ppar.7 has the clauses" same_words "$work/page" "$work/table"
check "ppcc knows the clauses of ppar.7" none_is_unknown

{
    printf '%s\n' for effects pack
    cat "$work/table"
} >"$work/coloured"
example vim cPparWord | sed -n '/^syntax keyword/,/^highlight/p' | tr ' ' '\n' |
    grep -vxE 'syntax|keyword|cPparWord|contained|\\|highlight|default|link|cPparPragma|PreProc|' \
        >"$work/page"
check "docs/EDITORS.md has them for Vim" same_words "$work/page" "$work/coloured"

words effects.c '("[^"]*"|NULL), BUILT' >"$work/table"
items ppar.7 EFFECTS Ic >"$work/page"
check "ppar.7 has the effects that are built" same_words "$work/page" "$work/table"

sed -n '/^static const char \*const words/,/};/p' "$TOP/compiler/pragma/pack.c" |
    grep -oE '"[a-z]+"' | tr -d '"' >"$work/table"
echo when >>"$work/table"
items ppar.7 PACK Ic >"$work/page"
check "ppar.7 has the words of pack" same_words "$work/page" "$work/table"

# ---- the header ---------------------------------------------------------------------------------

sed -n '/---- for programs/,/---- for generated code/p' "$TOP/runtime/include/ppar.h" |
    sed -nE 's/^[a-z_ ]*(ppar_[a-z0-9_]+)\(.*/\1/p; s/^#define (PPAR_[A-Z_]+).*/\1/p' >"$work/public"
{
    sed -nE 's/^\.(It )?Fn ([A-Za-z0-9_]*).*/\2/p' "$man/libppar.3"
    items libppar.3 DESCRIPTION Dv
} >"$work/page"
check "libppar.3 has what ppar.h declares for programs" same_words "$work/page" "$work/public"

# ---- the examples -------------------------------------------------------------------------------

# examples PAGE: its displays become the files 1, 2, ... in a folder of its own
examples() {
    rm -rf "$work/examples"
    mkdir "$work/examples"
    awk -v folder="$work/examples" '
        /^\.Bd -literal/ { file = folder "/" ++count ".c"; next }
        /^\.Ed/ { file = "" }
        file { gsub(/\\e/, "\\"); print >file }
    ' "$man/$1"
}

# prints EXPECTED FILE...: what ppcc, and the plain compiler, make of the files prints that. Each
# file is compiled alone.
prints() {
    expected=$1
    shift
    cd "$work/examples" || return 1
    for file in "$@"; do
        # shellcheck disable=SC2086
        "$PPCC" -O1 -Wall -Werror -c "$file" ${TEST_CFLAGS:-} &&
            $PPCC_CC -O1 -I "$BUILD/include" -w -c -o "plain-${file%.c}.o" "$file" || return 1
    done
    # shellcheck disable=SC2086
    "$PPCC" -o parallel ./[0-9]*.o -lm ${TEST_CFLAGS:-} &&
        PPAR_GATE=off PPAR_VERBOSE=1 ./parallel >printed 2>told || return 1
    [ "$(cat printed)" = "$expected" ] || {
        cat printed
        return 1
    }
    grep -q '2 workers' told || return 1
    $PPCC_CC -o serial plain-*.o -lm && [ "$(./serial)" = "$expected" ]
}

examples ppar.7
rm -f "$work/examples/2.c"
check "the first program of ppar.7" prints "1.6288465636777 0.999996490345607" 1.c
examples libppar.3
check "the program of libppar.3" prints 19 1.c 2.c
finish agree
