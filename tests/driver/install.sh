#!/bin/sh
# An installed tree works, also after it was moved, and holds what it should. Environment: BUILD, the
# build tree; TEST_CFLAGS, flags for ppcc (sanitizers).
set -eu

here=$(cd "$(dirname "$0")" && pwd)
BUILD=${BUILD:-$here/../../build}
top=$(mktemp -d)
trap 'rm -rf "$top"' EXIT

fail() {
    echo "FAIL $1"
    exit 1
}

cmake --install "$BUILD" --prefix "$top/first" >"$top/log" || fail "install: $(cat "$top/log")"
mv "$top/first" "$top/second"
for file in bin/ppcc libexec/ppcc/ppcc1 include/ppar.h share/ppcc/ppar.supp; do
    [ -e "$top/second/$file" ] || fail "$file is not installed"
done
for library in libppar.a libppar.so; do
    [ -n "$(find "$top/second" -name $library)" ] || fail "$library is not installed"
done

cat >"$top/program.c" <<'END'
#include <ppar.h>
#include <stdio.h>
int main(void)
{
    int a[1000];
#pragma ppar for
    for (int i = 0; i < 1000; i++)
        a[i] = i;
    printf("%d %d\n", ppar_worker(), a[999]);
    return 0;
}
END
# shellcheck disable=SC2086
"$top/second/bin/ppcc" -w ${TEST_CFLAGS:-} "$top/program.c" -o "$top/program" ||
    fail "the installed ppcc does not build a program"
[ "$(PPAR_WORKERS=3 "$top/program")" = "0 999" ] || fail "the program prints something else"
echo "install: passed"
