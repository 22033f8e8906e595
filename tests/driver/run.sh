#!/bin/sh
# Command lines, given to the real compiler and to ppcc: what they leave has to be the same.
#
#     run.sh [WORD]              all cases, or those that contain WORD
#
# A line of lines.txt is a kind and a command line. In it CC stands for the compiler and LAUNCH for
# the real compiler with or without ppcc in front of it. Both run in a fresh copy of the same small
# project (project.sh). Compared are
#
#     same   the status, stdout, the names of all files left, dependency files word for word, and what
#            the programs among the files print: for sources with annotated loops
#     exact  as same, and all files and stderr byte for byte: where ppcc has nothing to translate
#
# and same-gcc and exact-gcc are for gcc alone. Programs are named p*. The functions of watch.sh show
# on stdout what is in other files. Own options are tested after the table. Environment: BUILD, the
# build tree; CC, the real compiler; TEST_CFLAGS, flags for ppcc alone: those of the sanitizers, and then
# the lines are not compared, but must not make ppcc's sanitizers speak.
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
flags= # for ppcc alone

. "$here/project.sh"
. "$here/watch.sh"
is_gcc=$($REAL -v 2>&1 | grep '^gcc version')
make_project "$top/work"
mv "$top/work" "$top/project"

# run NAME COMPILER LINE: in a new project, which is called NAME afterwards. Before, it has the same
# name for both compilers, as debugging information says it.
run() {
    cp -a "$top/project" "$top/work"
    (
        cd "$top/work" || exit 2
        CC=$2 LAUNCH=$REAL
        [ "$1" = real ] || LAUNCH="$PPCC $REAL $flags"
        eval "$(printf '%s' "$3" | sed 's/\<CC\>/$CC/g; s/\<LAUNCH\>/$LAUNCH/g')" \
            >../stdout 2>../stderr </dev/null
        echo $? >../status
        mv ../stdout ../stderr ../status .
        for program in p p[0-9]; do
            [ -x "$program" ] || continue
            ASAN_OPTIONS=detect_leaks=0 "./$program" >"$program.printed" 2>/dev/null
            echo "status $?" >>"$program.printed"
        done
    )
    rm -rf "${top:?}/$1"
    mv "$top/work" "$top/$1"
}

# A dependency file as a list of words; <ppar.h>, which includes <stddef.h>, is an addition of ppcc's.
words() {
    tr -s ' \\\n' '\n' <"$1" | grep -v -e '/ppar\.h:*$' -e '/[_a-z]*stddef[_a-z]*\.h:*$' | sort
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

# No sanitizer of ppcc's has said anything, on stderr or where the line has sent it.
is_clean() {
    ! grep -r -I -h -e 'runtime error:' -e 'ERROR: [A-Za-z]*Sanitizer' "$top/ours"
}

check_line() {
    case $2 in
    *"$wanted"*) ;;
    *) return ;;
    esac
    if [ -n "$TEST_CFLAGS" ]; then
        flags=
        [ "$1" = exact ] || flags=$TEST_CFLAGS
        run ours "$PPCC $flags" "$2"
        is_clean >"$top/difference"
        verdict $? "$1: $2"
        return
    fi
    run real "$REAL" "$2"
    run ours "$PPCC" "$2"
    compare "$1" >"$top/difference" 2>&1
    verdict $? "$1: $2"
}

# Without what the sanitizers do not go together with.
is_for_sanitizers() {
    [ -n "$TEST_CFLAGS" ] || return 0
    case $1 in
    *-static* | *-fsanitize*) return 1 ;;
    esac
}

while read -r kind line; do
    is_for_sanitizers "$line" || continue
    case $kind in
    same-gcc | exact-gcc) [ -z "$is_gcc" ] || check_line "${kind%-gcc}" "$line" ;;
    same | exact) check_line "$kind" "$line" ;;
    esac
done <"$here/lines.txt"

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
own 1 'CC -w -c -Iinc/deep -Iinc headers.c' 'grep -q "inc/near.h., but for a translated source it would be .near.h" stderr && [ ! -e headers.o ]'
own 1 "CC -w -c '-DPARALLEL=_Pragma(\"ppar for\")' plain.c" 'grep -q "cannot be an annotation" stderr && [ ! -e plain.o ]'
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
own 0 "LAUNCH -w par.c -o q $TEST_CFLAGS && nm q | grep -q ppar_" ''
own 0 'PPCC_CC=/no/such/compiler LAUNCH -w -c par.c && nm par.o | grep -q ppar_' ''
own 0 'LAUNCH -w --check par.c; LAUNCH --check par.c' 'grep -q "^par.c:8: .*proven" stdout'
own 2 'CC --cc=/no/such/compiler gcc -w -c par.c' '[ ! -e par.o ]'
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

# What libclang has looked at is what is compiled, or nothing.
printf '%s\n' 'int main(void) { static int a[99];' '#pragma ppar for' 'for (int i = 1; i < 99; i++)' \
    '#ifdef __clang__' 'a[i] = i;' '#else' 'a[i] = a[i - 1] + 1;' '#endif' \
    'return a[98] != 98; }' >"$top/branch.c"
if [ -n "$is_gcc" ]; then
    own 1 'CC -w "$top/branch.c" -o q' '[ ! -e q ] && grep -q "carried-dependence" stderr'
else
    own 0 'CC -w "$top/branch.c" -o q && ./q'
fi

# A signal ends ppcc and the compiler it runs, and nothing stays in TMPDIR.
# It is slow when it is asked for its macros, or when it compiles.
asked='case "$*" in *-dumpmachine*) exit 1 ;; esac; echo $$ >started; exec sleep 20'
called='case "$*" in *-dumpmachine* | *-dM*) exit 1 ;; esac; echo $$ >started; exec sleep 20'
for signal in 'INT 130' 'TERM 143' 'HUP 129'; do
    for slow in "$asked" "$called"; do
        own "${signal#* }" "echo '$slow' >slow
            env --default-signal=INT $PPCC --cc='sh slow' -w -c par.c & pid=\$!
            tries=0; while [ ! -s started ] && [ \$((tries += 1)) -lt 200 ]; do sleep 0.05; done
            kill -${signal% *} \$pid; wait \$pid" '! kill -0 $(cat started) 2>/dev/null'
    done
done

# The same where the signal comes before ppcc has noted the compiler. Not for sanitizers, which want to
# be loaded before everything else.
[ -n "$TEST_CFLAGS" ] || {
    $REAL -shared -fPIC -o "$top/slow_spawn.so" "$here/slow_spawn.c" || exit 2
    own 143 "echo '$asked' >slow
        LD_PRELOAD=$top/slow_spawn.so $PPCC --cc='sh slow' -w -c par.c & pid=\$!
        tries=0; while [ ! -s started ] && [ \$((tries += 1)) -lt 200 ]; do sleep 0.05; done
        kill -TERM \$pid; wait \$pid" '! kill -0 $(cat started) 2>/dev/null'
}

# The same with the real compiler, which has begun to write; a signal to all, as from the keyboard.
own 130 '{ cat par.c; seq -f "int f%.0f(int x) { for (int k = 0; k < x; k++) x ^= x / (k + 1); return x; }" \
    4000; } >big.c
    setsid env --default-signal=INT CC -w -O2 -MMD -c big.c -o big.o & pid=$!
    tries=0 begun=
    while [ -z "$begun" ] && [ $((tries += 1)) -lt 3000 ]; do
        begun=$(find ../tmp . -name "*.s" -o -name "big*.o.tmp")
    done
    [ -n "$begun" ] || echo "no compiler has begun"
    sleep 0.2 # a compiler that has made a file just now may not know yet that it has to remove it
    kill -INT -$pid; wait $pid' \
    '[ ! -s stdout ] && [ ! -e big.o ] && [ -z "$(find . -name "*.tmp" -o -name "big.[os]*")" ]'

echo "driver: $passed passed, $failed failed"
[ "$failed" -eq 0 ]
