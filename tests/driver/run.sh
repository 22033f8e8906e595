#!/bin/sh
# Command lines, given to the real compiler and to ppcc: what they leave has to be the same.
#
#     run.sh [WORD]              all cases, or those that contain WORD
#
# A case of the table is a command line in which CC stands for the compiler; both run in a fresh copy
# of the same small project. Compared are
#
#     same   the status, stdout, the names of all files left, dependency files word for word, and what
#            the programs among the files print: for sources with annotated loops
#     exact  as same, and all files and stderr byte for byte: where ppcc has nothing to translate
#
# Programs are named p*. Own options are tested after the table. Environment: BUILD, the build tree;
# CC, the real compiler; TEST_CFLAGS, flags for ppcc alone (sanitizers).
set -u

here=$(cd "$(dirname "$0")" && pwd)
BUILD=$(cd "${BUILD:-$here/../../build}" && pwd)
REAL=${CC:-cc}
PPCC=$BUILD/bin/ppcc
export PPCC_CC="$REAL" PPAR_WORKERS=3 LC_ALL=C
TEST_CFLAGS=${TEST_CFLAGS:-}
wanted=${1:-}

top=$(mktemp -d) || exit 2
trap 'rm -rf "$top"' EXIT
mkdir "$top/tmp"
export TMPDIR="$top/tmp"
passed=0
failed=0

# entry FOLDER FILE OPTIONS: an entry of a compilation database
entry() {
    printf '{"directory": "%s", "file": "%s", "command": "cc %s -c %s"}' "$1" "$2" "$3" "$2"
}

# par.c and sub/more.c have a loop for ppcc; plain.c and sub/other.c have none. That of calls.c calls
# sub/twice.c.
make_project() {
    rm -rf "$1"
    mkdir -p "$1/sub" "$1/inc" "$1/out"
    cd "$1" || exit 2
    cat >par.c <<'END'
#include "near.h"
#include <stdio.h>
int more(void);
int main(void)
{
    int a[100], sum = 0;
#pragma ppar for
    for (int i = 0; i < 100; i++)
        a[i] = i * NEAR;
    for (int i = 0; i < 100; i++)
        sum += a[i];
    printf("%s:%d %s %s %d\n", __FILE__, __LINE__, __BASE_FILE__, NEAR_FILE, sum);
#ifdef WITH_MORE
    printf("%d\n", more());
#endif
    return sum == 9900 ? 3 : 4;
}
END
    printf '#define NEAR 2\n#define NEAR_FILE __FILE__\n' >near.h
    cat >sub/more.c <<'END'
#include "near.h"
#include "far.h"
int more(void);
int more(void)
{
    static long b[FAR];
#pragma ppar for
    for (int i = 0; i < FAR; i++)
        b[i] = NEAR;
    return (int)b[FAR - 1];
}
END
    printf '#define NEAR 5\n' >sub/near.h
    printf '#define FAR 10\n' >inc/far.h
    cat >plain.c <<'END'
#include <stdio.h>
int main(void)
{
    printf("%s %s\n", __FILE__, __BASE_FILE__);
    return 7;
}
END
    printf 'int other(void);\nint other(void) { return 1; }\n' >sub/other.c
    printf '.globl asm_value\nasm_value: .long 3\n' >value.S
    printf 'int main() { return 5; }\n' >plus.cc
    printf 'int main(void) { return undeclared; }\n' >wrong.c
    printf '#include "near.h"\nint main(void)\n{\n    int a[9];\n#pragma ppar for\n' >warn.c
    printf '    for (int i = 0; i < 9; i++)\n        a[i] = NEAR;\n    int unused;\n' >>warn.c
    printf '    return a[8];\n}\n' >>warn.c
    printf 'par.c -o p\n' >args
    cat >calls.c <<'END'
#include <stdio.h>
double twice(double);
extern int *first;
double a[50];
int main(void)
{
#pragma ppar for
    for (int i = 0; i < 50; i++)
        a[i] = twice(i) + *first;
    printf("%g\n", a[7]);
    return 0;
}
END
    cat >sub/twice.c <<'END'
double twice(double);
static int one = FIRST;
int *first = &one;
extern double a[];
double *all = a;
double twice(double x)
{
    return 2 * x;
}
END
    # Nobody reads w, if these two are the whole program.
    printf 'double w[4];\ndouble put(int i)\n{\n    w[i & 3] = i;\n    return i;\n}\n' >put.c
    printf 'double put(int);\nstatic double r[9];\nint main(void)\n{\n#pragma ppar for\n' >whole.c
    printf '    for (int i = 0; i < 9; i++)\n        r[i] = put(i);\n    return r[8];\n}\n' >>whole.c
    {
        printf '['
        entry "$1/sub" twice.c -DFIRST=1
        printf ','
        entry .. calls.c -w
        printf ','
        entry "$1" "$1/calls.c" -w
        printf ','
        entry "$1" plus.cc -w
        printf ']'
    } >out/compile_commands.json
    cp par.c 'a b.c'
    cp par.c par.txt
    touch empty.c
    cd "$top" || exit 2
}

# run NAME COMPILER LINE: in a new project, which is called NAME afterwards. Before, it has the same
# name for both compilers, as debugging information says it.
run() {
    make_project "$top/work"
    (
        cd "$top/work" || exit 2
        CC=$2
        export CC
        eval "$(printf '%s' "$3" | sed 's/\<CC\>/$CC/g')" >../stdout 2>../stderr
        echo $? >../status
        mv ../stdout ../stderr ../status .
        for program in p p[0-9]; do
            [ -x "$program" ] || continue
            ASAN_OPTIONS=detect_leaks=0 "./$program" >"$program.printed"
            echo "status $?" >>"$program.printed"
        done
    )
    rm -rf "${top:?}/$1"
    mv "$top/work" "$top/$1"
}

# A dependency file as a list of words; <ppar.h>, which includes <stddef.h>, is an addition of ppcc's.
words() {
    tr -s ' \\\n' '\n' <"$1" | grep -v -e '/ppar\.h$' -e '/[_a-z]*stddef[_a-z]*\.h$' | sort
}

compare_depfiles() {
    for depfile in "$top"/real/*.d "$top"/real/*/*.d; do
        [ -e "$depfile" ] || continue
        twin=$top/ours/${depfile#"$top"/real/}
        words "$depfile" >"$top/a"
        words "$twin" >"$top/b"
        diff "$top/a" "$top/b" || return 1
    done
}

compare() {
    diff "$top/real/status" "$top/ours/status" || return 1
    diff "$top/real/stdout" "$top/ours/stdout" || return 1
    (cd "$top/real" && find . | sort) >"$top/a"
    (cd "$top/ours" && find . | sort) >"$top/b"
    diff "$top/a" "$top/b" || return 1
    compare_depfiles || return 1
    for printed in "$top"/real/*.printed; do
        [ ! -e "$printed" ] || diff "$printed" "$top/ours/${printed##*/}" || return 1
    done
    [ "$1" = same ] || diff -r "$top/real" "$top/ours" || return 1
    [ -z "$(ls "$top/tmp")" ] || {
        echo "left in TMPDIR: $(ls "$top/tmp")"
        return 1
    }
}

verdict() {
    if [ "$1" -eq 0 ]; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "FAIL $2"
        sed 's/^/    /' "$top/difference" | head -n 15
        sed 's/^/    stderr: /' "$top/ours/stderr" 2>/dev/null | head -n 10
    fi
}

check_line() {
    case $2 in
    *"$wanted"*) ;;
    *) return ;;
    esac
    run real "$REAL" "$2"
    flags=
    [ "$1" = exact ] || flags=$TEST_CFLAGS
    run ours "$PPCC $flags" "$2"
    compare "$1" >"$top/difference" 2>&1
    verdict $? "$1: $2"
}

while read -r kind line; do
    case $kind in
    same | exact) check_line "$kind" "$line" ;;
    esac
done <<'TABLE'
sources with loops
same CC -w par.c -o p
same CC -w par.c
same CC -w -c par.c
same CC -w -c par.c -o out/x.o
same CC -w -c ./par.c
same CC -w -c -Iinc sub/more.c
same CC -w -c par.c -o p.o && CC p.o -o p
same CC -w -DWITH_MORE -Iinc par.c sub/more.c -o p
same CC -w -DWITH_MORE -Iinc par.c sub/more.c sub/other.c -o p
same CC -w -c -Iinc par.c sub/more.c sub/other.c
same CC -w -c -Iinc sub/more.c && CC -w -DWITH_MORE -c par.c && CC par.o more.o -o p
same CC -w -S par.c
same CC -w -S par.c -o out/par.s
same CC -w -fsyntax-only par.c
same CC -w -x c par.txt -o p
same CC -w -x c - -o p <par.c
same cat par.c | CC -w -x c - -o p
same cat par.c | CC -w -xc -c - -o p.o && CC -o p p.o
same CC -w @args
same CC -w 'a b.c' -o p
same CC -w -MMD par.c -o p
same CC -w -MMD -c par.c
same CC -w -MMD -c par.c -o out/par.o
same CC -w -MD -c par.c -o out/par.o
same CC -w -MMD -MP -c par.c -o out/par.o
same CC -w -MMD -MF deps.d -c par.c
same CC -w -MMD -MF deps.d -MT target -c par.c
same CC -w -MMD -MF deps.d -MQ '$t' -c 'a b.c' -o p.o
same CC -w -Wp,-MMD,deps.d -c par.c
same CC -w -MMD -Iinc -c sub/more.c
same CC -w -MMD -Iinc -c sub/more.c -o out/more.o
same CC -w -MMD -Iinc -c par.c sub/more.c
same CC -w -MM par.c
same CC -w -M -MF deps.d par.c
same CC -w -g -c par.c -o p.o && CC -g p.o -o p
same CC -w -save-temps -c par.c
same CC -w -O2 -flto par.c -o p
same CC -w -shared -fPIC -Iinc sub/more.c -o out/libmore.so
same CC -w -o /dev/null -c par.c
same CC -Wall -Wextra -Werror -Wno-unknown-pragmas -c par.c
same CC -w -include inc/far.h par.c -o p
same CC -w -E par.c -o par.i && CC -w par.i -o p
same CC -w -x cpp-output -E par.c -o /dev/null
same CC -w par.c value.S -o p
same CC -w -c par.c && ar rc libpar.a par.o && CC -o p libpar.a
same CC -w par.c -lm -o p
same CC -w -DFIRST=1 calls.c sub/twice.c -o p
same CC -w -DFIRST=1 sub/twice.c calls.c -o p
same CC -w -DFIRST=1 -c sub/twice.c && CC -w -fno-strict-aliasing -c par.c && CC par.o -o p
same CC -w par.c -Wl,--whole-archive -o p
nothing to translate
exact CC plain.c -o p
exact CC -c plain.c
exact CC -g -O2 -c plain.c -o out/plain.o
exact CC -c plain.c sub/other.c
exact CC plain.c sub/other.c -o p
exact CC -S -o - plain.c
exact CC -E plain.c
exact CC -E - <plain.c
exact cat plain.c | CC -x c - -o p
exact CC -c -x c - -o x.o <plain.c
exact CC -M plain.c
exact CC -MMD -MP -c plain.c -o out/plain.o
exact CC -c value.S
exact CC -x c++ -c plain.c
exact CC -x none plain.c -o p
exact CC -c wrong.c
exact CC wrong.c -o p
exact CC -c no-such-file.c
exact CC no-such-file.o plain.c
exact CC
exact CC -c
exact CC -dumpmachine
exact CC -dumpversion
exact CC -print-search-dirs
exact CC -print-file-name=libc.so
exact CC -v
exact CC --help=common
exact CC -Wno-such-warning -c plain.c
exact CC -fno-such-option -c plain.c
exact CC -c empty.c
exact CC -c sub
exact CC -c plain.c -o no-such-folder/x.o
exact CC -shared -fPIC sub/other.c -o out/libother.so
exact CC -r sub/other.c -nostdlib -o out/other.o
exact CC -static plain.c -o p
exact CC -c plain.c && CC plain.o -o p
exact CC -O2 -flto -frandom-seed=1 plain.c -o p
exact CC -fsyntax-only plain.c
exact CC -Wall -fdiagnostics-color=always -c wrong.c
exact CC -c -pipe plain.c
exact CC -ffile-prefix-map=/=x -g -c plain.c
TABLE

# ---- ppcc alone -----------------------------------------------------------------------------

# own STATUS LINE [WHAT]: in a fresh project, the line ends with the status, and WHAT then holds.
own() {
    case $2 in
    *"$wanted"*) ;;
    *) return ;;
    esac
    run ours "$PPCC $TEST_CFLAGS" "$2"
    (
        cd "$top/ours" || exit 2
        [ "$(cat status)" = "$1" ] || {
            echo "status $(cat status), not $1"
            exit 1
        }
        [ -z "${3:-}" ] || eval "$3" || {
            echo "does not hold: $3"
            exit 1
        }
        [ -z "$(ls "$top/tmp")" ] || {
            echo "left in TMPDIR: $(ls "$top/tmp")"
            exit 1
        }
    ) >"$top/difference" 2>&1
    verdict $? "$2"
}

own 0 'CC --version' '[ "$(head -n 1 stdout)" = "$($REAL --version | head -n 1)" ] &&
    grep -q "^ppcc [0-9]" stdout'
own 0 'CC --help' '[ $(wc -l <stdout) -le 26 ] && [ ! -s stderr ]'
own 2 'CC --dump=nothing par.c' 'grep -q "unknown stage .nothing." stderr'
own 2 'CC --suggest'
own 2 'CC --suggest --emit par.c'
own 2 'CC --suggest no-such-file.c'
own 2 'CC --diagnostics-format=xml par.c'
own 2 'CC --report= par.c'
own 2 'CC --check'
own 2 'CC --emit'
own 2 'CC --emit par.c plain.c'
own 2 'CC --check no-such-file.c'
own 2 'CC --cc=/no/such/compiler -w -c par.c' '[ ! -e par.o ]'
own 2 'CC --cc=/no/such/compiler -w -c plain.c' '[ ! -e plain.o ]'
own 2 'CC --explain' 'grep -q carried-dependence stderr'
own 2 'CC --explain carried-dependense' 'grep -q "did you mean .carried-dependence." stderr'
own 0 'CC --explain carried-dependence' 'grep -q "^carried-dependence: " stdout'
own 0 'CC --check par.c' 'grep -q "^par.c:8: .*proven" stdout && [ ! -e a.out ]'
own 0 'CC --check plain.c' '[ ! -s stdout ] && [ ! -s stderr ]'
own 0 'CC --check -DFIRST=1 calls.c sub/twice.c' 'grep -q "^calls.c:8: .*proven" stdout'
own 1 'CC --check -DFIRST=1 calls.c' 'grep -q unknown-callee stderr'
own 1 'CC -w -DFIRST=1 -c calls.c sub/twice.c' 'grep -q unknown-callee stderr && [ ! -e twice.o ]'
own 1 'CC -w -DFIRST=1 -r calls.c sub/twice.c -o x.o' 'grep -q unknown-callee stderr'
own 1 'CC -w -DFIRST=1 -Wl,--wrap=twice calls.c sub/twice.c' 'grep -q unknown-callee stderr'
own 0 'CC --report=r.json -w -DFIRST=1 calls.c sub/twice.c -o q && ./q' \
    '[ "$(grep -c proven r.json)" -eq 1 ]'
own 0 'CC --suggest -DFIRST=1 sub/twice.c calls.c par.c' \
    'grep -q "^+++ par.c" stdout && ! grep -q "^+++ sub" stdout'
own 0 'CC --dump=effects -DFIRST=1 sub/twice.c calls.c' '[ "$(grep -c "twice" stdout)" -eq 1 ]'
own 0 'CC --check whole.c put.c' 'grep -q "^whole.c:6: .*proven" stdout'
own 0 'CC -w -O1 whole.c put.c -lm -o q'
own 1 'CC -w whole.c put.c value.S -o q' 'grep -q unknown-address stderr'
own 1 'CC -w whole.c put.c -Wl,-O1 -o q' 'grep -q unknown-address stderr'
own 1 'CC -w -shared -fPIC whole.c put.c -o q.so' 'grep -q unknown-address stderr'
own 0 'CC --check -p out' 'grep -q "^calls.c:8: .*proven" stdout && [ "$(wc -l <stdout)" -eq 1 ] &&
    grep -q "plus.cc: is no C" stderr'
own 0 '(cd sub && CC -p=../out/compile_commands.json --check --report=../r.json)' \
    'grep -q "/work/calls.c:8: .*proven" stdout && [ "$(wc -l <r.json)" -eq 1 ]'
own 0 'sed -i "s/-DFIRST=1/& -fno-strict-aliasing/" out/compile_commands.json; CC --check -p out' \
    'grep -q "guarded by first and a do not overlap" stdout'
own 0 'sed -i "s/\]$/,{\"directory\":\"..\/sub\",\"file\":\"..\/par.c\",\"arguments\":[\"cc\",\"-DFIRST=1\"]}]/" \
    out/compile_commands.json; CC --check -p out' '[ "$(grep -c proven stdout)" -eq 2 ]'
own 2 'rm sub/twice.c; CC --check -p out' 'grep -q "sub/twice.c: No such file" stderr'
own 2 'CC --check -p inc' 'grep -q "inc/compile_commands.json: No such file" stderr'
own 2 'echo "[{}]" >x.json; CC --check -p x.json' 'grep -q "entry 1 has no .directory" stderr'
own 2 'echo "[" >x.json; CC --check -p x.json' 'grep -q "^ppcc: x.json:2: " stderr'
own 2 'echo "{}" >x.json; CC --check -p x.json' 'grep -q "no array" stderr'
own 2 'echo "[]" >x.json; CC --check -p x.json'
own 2 'CC --check -p out par.c' 'grep -q -e "-p takes" stderr'
own 0 'CC -p -w -c par.c' '[ -e par.o ]'
own 0 'CC --check --report=- par.c' 'grep -q "^{\"file\":\"par.c\",\"line\":8," stdout &&
    [ $(wc -l <stdout) -eq 1 ]'
own 0 'CC --report=r.json -w -c par.c' '[ -e par.o ] && grep -q "\"verdict\":\"proven\"" r.json'
own 0 'CC --suggest par.c plain.c' 'grep -q "^# par.c:10: .*proven; about 2 operations" stdout &&
    ! grep -q plain stdout && [ ! -e a.out ]'
own 0 'CC --suggest --report=r.json par.c' '[ -s stdout ] && [ "$(wc -l <r.json)" -eq 2 ] &&
    tail -n 1 r.json | grep -q "^{\"file\":\"par.c\",\"line\":10,.*\"work\":\"2\"}$"'
own 0 'CC --suggest --report=- par.c' '[ "$(wc -l <stdout)" -eq 2 ] && ! grep -q "^[^{]" stdout'
own 1 'sed -i "s/= i/= a[i-1]/" par.c; CC --suggest par.c' 'grep -q "^+#pragma" stdout &&
    grep -q carried-dependence stderr'
own 0 'CC --suggest ../work/par.c >p.diff && patch -p0 <p.diff' 'grep -q "^+++ par.c$" p.diff'
own 0 'CC --suggest -Iinc "$PWD/sub/more.c" plain.c par.c "a b.c" >p.diff && patch -p0 <p.diff' \
    '[ $(grep -c "^patching file" stdout) -eq 2 ] && [ $(grep -c "^#pragma ppar" "a b.c") -eq 2 ]'
own 0 '(mkdir d && cd d && CC --suggest "$PWD/../par.c" >../p.diff) && patch -d / -p0 <p.diff' \
    '[ $(grep -c "^#pragma ppar" par.c) -eq 2 ]'
own 0 'cp par.c "q\"\\.c" && CC --suggest "q\"\\.c" >p.diff && patch -p0 <p.diff' \
    '[ $(grep -c "^#pragma ppar" "q\"\\.c") -eq 2 ]'
own 0 'CC --emit par.c' 'grep -q ppar_chunk stdout && ! grep -q "^#pragma ppar" stdout'
own 0 'CC --emit -o e.c par.c' '[ ! -s stdout ] && grep -q "^#line" e.c'
own 0 'CC --emit par.c >/dev/null && CC --emit par.c >1.c && CC --emit par.c >2.c' 'cmp 1.c 2.c'
own 0 'CC --emit plain.c' 'cmp stdout plain.c'
own 0 'CC --keep -w -c par.c -o out/x.o' 'grep -q ppar_chunk out/par.ppar.c'
own 0 'CC --show -w -c par.c' 'grep -q "^[^ ]* .*-c .*par.c" stderr'
own 0 'CC --show -w -c plain.c' 'grep -q " -c plain.c" stderr'
own 0 'CC --no-ppar -w par.c -o q && ! nm q | grep -q ppar_' ''
own 0 'PPCC=off CC -w par.c -o q && ! nm q | grep -q ppar_' ''
own 0 'PPCC_CC="env X=1 cc" CC -w par.c -o q' '[ -x q ]'
own 0 'TMPDIR=/no/such/folder CC -w -c par.c -o q.o' '[ -e q.o ]'
own 0 'CC -w --coverage -c par.c && CC --coverage par.o -o q' \
    'nm q | grep -q " T __gcov_dump" && nm q | grep -q " T __gcov_reset"'
own 0 'CC -w --coverage par.c -o q && { ./q >/dev/null; [ $? -eq 3 ]; }' \
    'nm q | grep -q " T __gcov_dump" && [ "$(find . -name "*.gcda" | wc -l)" -eq 1 ]'
own 0 'CC --dump=scan par.c' 'grep -q "^par.c:7:1: .* for" stdout && [ ! -e a.out ]'
own 0 'CC -w -c -g -fno-sanitize=all par.c && ! strings -a par.o | grep -q "$TMPDIR"' ''
own 0 'CC -Wall -Wextra -c warn.c' 'grep -q "^warn.c:8:.*unused" stderr'
own 1 'echo keep >x.o; sed -i "s/= i/= a[i-1]/" par.c; CC -w -c par.c -o x.o' \
    'grep -q "^par.c:9:.*carried-dependence" stderr && [ "$(cat x.o)" = keep ]'
own 1 'echo keep >x.o; sed -i "s/sum = 0/some = 0/" par.c; CC -w -c par.c -o x.o' \
    'grep -q "^par.c:" stderr && [ "$(cat x.o)" = keep ]'
own 1 'sed -i "s/= i/= a[i-1]/" par.c; CC --check plain.c par.c' 'grep -q rejected stdout'
own 1 'echo keep >e.c; sed -i "s/= i/= a[i-1]/" par.c; CC --emit -o e.c par.c' \
    '[ "$(cat e.c)" = keep ]'

# A program as deep as it is long is judged one way or the other.
own 0 '(echo "int f(void)"; echo "{ int a[3];"; echo "#pragma ppar for"
    echo "for (int i = 0; i < 3; i++) a[i] = 0"; seq -f " + %g" 30000; echo "; return a[0]; }") >deep.c
    CC --check deep.c; [ $? -le 1 ]' 'grep -q "deep.c:" stdout stderr'

# A signal ends ppcc and the compiler it runs, and nothing stays in TMPDIR.
slow='case "$*" in *-dumpmachine*) exit 1 ;; esac; echo $$ >started; exec sleep 20'
for signal in 'INT 130' 'TERM 143' 'HUP 129'; do
    own "${signal#* }" "echo '$slow' >slow
        env --default-signal=INT $PPCC --cc='sh slow' -w -c par.c & pid=\$!
        tries=0; while [ ! -s started ] && [ \$((tries += 1)) -lt 200 ]; do sleep 0.05; done
        kill -${signal% *} \$pid; wait \$pid" '! kill -0 $(cat started) 2>/dev/null'
done

echo "driver: $passed passed, $failed failed"
[ "$failed" -eq 0 ]
