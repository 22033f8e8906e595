#!/bin/sh
# An installed tree holds what it should, works, also after it was moved, and is removed without a
# trace. The one test that runs whole installations, of which the build tree has one manifest.
. "$(dirname "$0")/lib.sh"

# installed PREFIX: below $stage, as packagers do it.
stage=$work/stage
installed() {
    quietly env DESTDIR="$stage" cmake --install "$BUILD" --prefix "$1"
}
uninstalled() {
    quietly env DESTDIR="$stage" cmake --build "$BUILD" --target uninstall
}

installed /opt/ppcc
[ "$(ls "$stage" "$stage/opt")" = "$stage:
opt

$stage/opt:
ppcc" ] || fail "there are files elsewhere than in the prefix"
mv "$stage/opt/ppcc" "$work/moved to"
tree="$work/moved to"

for file in bin/ppcc libexec/ppcc/ppcc1 include/ppar.h share/ppcc/ppar.supp share/ppcc/ppar.mk \
    share/doc/ppcc/README.md share/doc/ppcc/docs/LANGUAGE.md share/doc/ppcc/samples/sweep/sweep.c \
    share/doc/ppcc/samples/project-make/Makefile; do
    [ -s "$tree/$file" ] || fail "$file is not installed"
done
for file in libppar.a libppar.so ppar.pc ppccConfig.cmake ppccConfigVersion.cmake; do
    [ -n "$(find "$tree" -name $file)" ] || fail "$file is not installed"
done
for page in "$TOP"/docs/man/*.[1-8]; do
    [ ! -e "$page" ] || [ -e "$tree/share/man/man${page##*.}/${page##*/}" ] ||
        fail "$page is not installed"
done
found=$(find "$tree" -type f -size -200k -exec grep -IlF -e "$TOP" -e /opt/ppcc {} +)
[ -z "$found" ] || fail "these files know where they were: $found"

cat >"$work/program.c" <<'END'
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
"$tree/bin/ppcc" -w ${TEST_CFLAGS:-} "$work/program.c" -o "$work/program" ||
    fail "the installed ppcc does not build a program"
[ "$(PPAR_WORKERS=3 "$work/program")" = "0 999" ] || fail "the program prints something else"

mv "$tree" "$stage/opt/ppcc"
uninstalled
[ -z "$(ls "$stage/opt")" ] || fail "files are left: $(find "$stage/opt")"

# The system's folders stay, and what others have put there.
mkdir -p "$stage/usr/local/bin" "$stage/usr/local/share/doc/other"
touch "$stage/usr/local/bin/other"
installed /usr/local
[ -x "$stage/usr/local/bin/ppcc" ] || fail "nothing is installed to /usr/local"
uninstalled
[ "$(find "$stage" -type f)" = "$stage/usr/local/bin/other" ] ||
    fail "these files are left: $(find "$stage" -type f)"
[ -d "$stage/usr/local/share/doc/other" ] || fail "a folder of others was removed"
[ -d "$stage/usr/local/lib" ] || fail "a folder of the system was removed"
[ -z "$(find "$stage" -name '*ppcc*')" ] || fail "folders are left"
echo "passed"
