#!/bin/sh
# The generated code of every test that has a NAME.out, as a compiler and a debugger see it.
#
#     emitted.sh [WORD]     all of them, or those whose names contain WORD
#
#   - ppcc writes the same bytes again;
#   - it compiles without warnings where the source does, with each compiler that is here;
#   - a warning behind the last line is reported at that line of the source;
#   - emit-lines.c prints the same lines as the plain program, and the addresses that it prints are
#     those lines in the table that debuggers use;
#   - that table has no lines but those of the plain program and of the pragmas.
# Environment: BUILD, the build tree; TEST_CFLAGS, what is needed to link libppar of that tree.
set -u

here=$(cd "$(dirname "$0")" && pwd)
BUILD=$(cd "${BUILD:-$here/../../build}" && pwd) || exit 2
include=$here/../../runtime/include
export LC_ALL=C PPAR_WORKERS=2
wanted=${1:-}

cd "$here" || exit 2
top=$(mktemp -d) || exit 2
trap 'rm -rf "$top"' EXIT
passed=0
failed=0

# verdict WHAT STATUS LOG
verdict() {
    if [ "$2" -eq 0 ]; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "FAIL $1"
        sed 's/^/    /' "$3"
    fi
}

ppcc() {
    timeout 20 "$BUILD/bin/ppcc" "$@"
}

# warnings COMPILER NAME FILE: what it says of FILE; nested loops shadow the names of the outer one
warnings() {
    shadow=-Wshadow
    grep -q ppar_2 "$2.out" && shadow=
    # shellcheck disable=SC2086
    "$1" -std=c11 -O1 -Wall -Wextra $shadow -Wno-unknown-pragmas -I "$include" -I . \
        -x c -c -o "$top/object" "$3"
}

same_bytes() {
    ppcc --emit -o "$top/again.c" "$1.c" && cmp "$1.out" "$top/again.c"
}

no_warnings() {
    for compiler in gcc clang; do
        command -v $compiler >"$top/found" || continue
        warnings $compiler "$1" "$1.c" >"$top/plain" 2>&1 || return 1
        [ -s "$top/plain" ] && continue
        warnings $compiler "$1" "$1.out" >"$top/generated" 2>&1
        cat "$top/generated"
        [ -s "$top/generated" ] && return 1
    done
    return 0
}

lines_behind() {
    { cat "$1.c" && echo '#warning behind'; } >"$top/behind.c"
    last=$(wc -l <"$top/behind.c")
    (cd "$top" && ppcc -c -o object behind.c) >"$top/said" 2>&1
    grep -q "^behind.c:$((last)):.*warning:.*behind" "$top/said" && return 0
    echo "expected a warning at line $last"
    cat "$top/said"
    return 1
}

# The lines that the program prints, and those of its addresses in the debugger's table.
lines_of() {
    timeout 20 "./$1" >printed || return 1
    sed 's/ 0x.*//' printed
    sed -n 's/.* 0x/0x/p' printed | addr2line -e "$1" | sed -e 's/ .*//' -e 's|.*/||'
}

lines_of_program() {
    cp emit-lines.c "$top/lines.c"
    # shellcheck disable=SC2086
    (cd "$top" &&
        cc -g -no-pie -w -o plain lines.c && lines_of plain >expected &&
        ppcc -g -no-pie -w ${TEST_CFLAGS:-} -o parallel lines.c && lines_of parallel >actual &&
        diff expected actual) 2>&1
}

# The lines of lines.c in the debugger's table.
table_of() {
    readelf --debug-dump=decodedline "$1" |
        awk '$1 == "lines.c" && $2 ~ /^[0-9]+$/ { print $2 }' | sort -u
}

no_other_lines() {
    (cd "$top" && table_of parallel >has &&
        { table_of plain && grep -n '#pragma ppar' lines.c | cut -d: -f1; } | sort -u >may &&
        [ -s has ] && comm -23 has may >other &&
        { [ ! -s other ] || { echo "lines of nobody:" && cat other && false; }; })
}

for out in *"$wanted"*.out; do
    [ -e "$out" ] || continue
    name=${out%.out}
    for question in same_bytes no_warnings lines_behind; do
        $question "$name" >"$top/log" 2>&1
        verdict "$name: $question" $? "$top/log"
    done
done
if command -v addr2line >"$top/found"; then
    lines_of_program >"$top/log"
    verdict "emit-lines: lines_of_program" $? "$top/log"
    no_other_lines >"$top/log"
    verdict "emit-lines: no_other_lines" $? "$top/log"
fi
echo "emitted: $passed passed, $failed failed"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
