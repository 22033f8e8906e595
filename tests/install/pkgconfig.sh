#!/bin/sh
# ppar.pc tells where things are: objects that ppcc has made are linked by the compiler alone, with
# the shared library or with the static one.
. "$(dirname "$0")/lib.sh"
need pkg-config readelf
install_tree

cat >"$work/program.c" <<'END'
#include <stdio.h>
int main(void)
{
    int a[1000];
#pragma ppar for
    for (int i = 0; i < 1000; i++)
        a[i] = 2 * i;
    printf("%d\n", a[999]);
    return 0;
}
END
ask() {
    pkg-config "$@" ppar || fail "pkg-config $*"
}
[ "$(ask --modversion)" = "$VERSION" ] || fail "the version is $(ask --modversion)"
cd "$work" || exit 2

# shellcheck disable=SC2046
quietly "$(ask --variable=ppcc)" -O2 $(ask --cflags) -c program.c
# shellcheck disable=SC2046
quietly cc -o shared program.o $(ask --libs)
readelf -d shared | grep -q 'NEEDED.*\[libppar\.so\.0\]' || fail "the shared library is not linked"
[ "$(LD_LIBRARY_PATH=$libraries PPAR_WORKERS=2 ./shared)" = 1998 ] || fail "shared"

quietly cc -o static program.o "$(ask --variable=archive)"
! readelf -d static | grep -q 'NEEDED.*ppar' || fail "the shared library is linked"
[ "$(PPAR_WORKERS=2 ./static)" = 1998 ] || fail "static"
[ -s "$(ask --variable=makefile)" ] || fail "no ppar.mk"
echo "passed"
