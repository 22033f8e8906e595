#!/bin/sh
# The source is read as the compiler will read it: by its macros, not by libclang's. Usage:
# identity.sh; environment: BUILD, the build tree; CC, the compiler.
#
#   branches.c   loops whose text is another one for gcc and for clang: each verdict is that of the
#                text that the compiler itself shows after its preprocessor
#   harmless.c   branches that do no harm: accepted, and the program prints what the plain one prints
#   headers.c    the headers of the C library, and the intrinsics, under many flags
#
# At the end, single conditions on which the compiler and libclang cannot be brought to agree, and a
# compiler that libclang cannot pass for.
set -u
here=$(cd "$(dirname "$0")" && pwd)
BUILD=$(cd "${BUILD:-$here/../../build}" && pwd) || exit 2
CC=${CC:-cc}
TEST_CFLAGS=${TEST_CFLAGS:-}
export PPCC_CC="$CC"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$here/identity" || exit 2
failed=0

fail() {
    echo "FAILED: $1"
    failed=1
    [ -z "${2:-}" ] || head -n 12 "$2" | sed 's/^/    /'
}

# verdicts: of --check, as "FUNCTION: VERDICT".
verdicts() {
    sed -n "s/.* in '\(.*\)': \([a-z]*\).*/\1: \2/p" | sort
}

# One source before the compiler's preprocessor and behind it; its intrinsics libclang cannot read.
for flags in -O0 -O2 '-O1 -march=haswell' '-U__OPTIMIZE__ -O2' '-D__AVX2__=1'; do
    $CC $flags -isystem system -DBARE -E branches.c >"$work/branches.i" 2>/dev/null || continue # another machine
    timeout 60 "$BUILD/bin/ppcc" $flags -isystem system --check branches.c 2>"$work/err" | verdicts >"$work/seen"
    timeout 60 "$BUILD/bin/ppcc" $flags --check "$work/branches.i" 2>/dev/null |
        verdicts >"$work/meant"
    [ "$(wc -l <"$work/meant")" -eq 9 ] || fail "$flags: not nine verdicts" "$work/meant"
    diff "$work/meant" "$work/seen" >"$work/difference" ||
        fail "$flags: branches.c" "$work/difference"
done

for flags in -O0 -O2 -Os; do
    $CC -w $flags -o "$work/plain" harmless.c || fail "the compiler cannot compile harmless.c"
    timeout 60 "$BUILD/bin/ppcc" -w $flags $TEST_CFLAGS -o "$work/ours" harmless.c \
        2>"$work/err" || fail "$flags: harmless.c" "$work/err"
    timeout 60 "$work/plain" >"$work/expected"
    for workers in 1 2 3 7; do
        PPAR_WORKERS=$workers timeout 60 "$work/ours" >"$work/printed"
        cmp "$work/expected" "$work/printed" || fail "$flags: harmless.c prints other bytes"
    done
done

while read -r flags; do
    $CC -w $flags -fsyntax-only headers.c 2>/dev/null || continue # not on this machine
    timeout 60 "$BUILD/bin/ppcc" $flags --check headers.c >"$work/seen" 2>"$work/err"
    grep -q "'fill': [a-z]*$" "$work/seen" && ! grep -q error "$work/err" ||
        fail "$flags: headers.c" "$work/err"
    echo "$flags" >>"$work/flags"
done <<FLAGS
-std=c99 -D_POSIX_C_SOURCE=200809L
-std=gnu89
-std=gnu99
-std=c11 -D_XOPEN_SOURCE=700
-std=gnu17 -O0
-std=gnu17 -O2
-std=gnu2x
-D_GNU_SOURCE -Og -g
-O3 -D_FORTIFY_SOURCE=2
-O2 -D_FORTIFY_SOURCE=3 -D_GNU_SOURCE
-O3 -march=native
-mavx2 -mfma
-march=skylake-avx512
-m32
-fopenmp
-O2 -ffast-math
-pthread -fPIC
-Os
-fsanitize=address
-funsigned-char -fno-builtin
FLAGS
# refused TEXT...: the lines are a source that is refused, where the compiler itself takes it.
refused() {
    printf '%s\n' "$@" 'void fill(int *a) {' '#pragma ppar for' \
        'for (int i = 0; i < 9; i++) a[i] = i; }' >"$work/refused.c"
    $CC -w -fsyntax-only -I. -isystem system "$work/refused.c" || fail "not accepted by $CC: $1"
    timeout 60 "$BUILD/bin/ppcc" -w -I. -isystem system --check "$work/refused.c" 2>"$work/err" \
        >/dev/null && fail "accepted: $1"
    grep -q "$wanted" "$work/err" || fail "$1" "$work/err"
}

# accepted TEXT...: the contrary.
accepted() {
    printf '%s\n' "$@" 'void fill(int *a) {' '#pragma ppar for' \
        'for (int i = 0; i < 9; i++) a[i] = i; }' >"$work/accepted.c"
    timeout 60 "$BUILD/bin/ppcc" -w -I. -isystem system --check "$work/accepted.c" >"$work/seen" \
        2>"$work/err" || fail "refused: $1" "$work/err"
}

wanted='\[compilers-differ\]'
if $CC -v 2>&1 | grep -q '^gcc version' && $CC -dumpmachine | grep -q x86_64; then
    refused '#if __has_include(<quadmath.h>)' '#endif'
    refused '#pragma GCC target("avx2")' '#ifdef __AVX2__' '#endif'
    refused '_Pragma("GCC optimize 3")' '#ifdef __OPTIMIZE__' '#endif'
    accepted '#pragma GCC target("avx2")' '#ifdef __GNUC__' '#endif' '#include <immintrin.h>'
    accepted '#pragma GCC optimize("unroll-loops")' '#ifdef __OPTIMIZE__' '#endif'
fi
accepted '#if __has_include(<stdio.h>) && !__has_include(<no/such.h>)' '#include <stdio.h>' '#endif'
accepted '#ifndef __has_include' '#define __has_include(x) 0' '#endif'
accepted '#ifdef __has_include' '#if __has_include("no-such.h")' '#endif' '#endif'

# A compiler with a macro that libclang cannot read <stdlib.h> by, unless it takes its own.
cat >"$work/strange" <<SCRIPT
#!/bin/sh
case "\$*" in *-dM*) echo "#define __extension__ @" ;; esac
exec $CC "\$@"
SCRIPT
chmod +x "$work/strange"
PPCC_CC=$work/strange
wanted='\[compile-error\]'
accepted '#include <stdlib.h>'
refused '#include <stdlib.h>' '#if __GNUC__ >= 7' '#endif'
refused '#include <stdlib.h>' 'int version(void) { return __VERSION__[0]; }'
refused '#include <stdlib.h>' '#include "system/asks.h"'

# One that does not tell its macros.
sed -i 's/echo.*;;/exit 1 ;;/' "$work/strange"
wanted='\[compilers-differ\]'
accepted '#include <stdlib.h>'
refused '#if __GNUC__ >= 7' '#endif'
refused '#include <asks.h>'

[ "$(wc -l <"$work/flags")" -ge 12 ] || fail "only some of the flags could be tried" "$work/flags"

[ $failed -eq 0 ] && echo "ok"
exit $failed
