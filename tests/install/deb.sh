#!/bin/sh
# The Debian packages are made, hold what belongs in them, depend on what they need, and work:
# unpacked to a folder and, by root on a machine without ppcc, installed and removed again.
. "$(dirname "$0")/lib.sh"
need cpack dpkg dpkg-deb dpkg-shlibdeps file
cd "$work" || exit 2
machine=$(dpkg --print-architecture)

(cd "$BUILD" && quietly cpack -G DEB -B "$work/made") || exit 1
for package in ppcc libppar0 libppar-dev; do
    [ -s "made/${package}_${VERSION}_$machine.deb" ] || fail "there is no package $package"
    mv "made/${package}_${VERSION}_$machine.deb" .
done

# holds PACKAGE PATTERN...
holds() {
    dpkg-deb -c "$1"_*.deb | sed 's/ -> .*//; s/.* \.//' >"$1.list"
    for pattern in $2; do
        grep -q "$pattern\$" "$1.list" || fail "$1 has no $pattern"
    done
}
# depends PACKAGE PATTERN...
depends() {
    dpkg-deb -f "$1"_*.deb Depends >depends
    for pattern in $2; do
        grep -q "$pattern" depends || fail "$1 depends on $(cat depends)"
    done
}
holds ppcc "/bin/ppcc /libexec/ppcc/ppcc1 /ppccConfig.cmake /ppar.mk /ppcc/copyright"
holds libppar0 "/libppar.so.0 /libppar0/changelog.gz"
holds libppar-dev "/libppar.a /libppar.so /include/ppar.h /ppar.pc"
! sort ./*.list | grep -v '/$' | uniq -d | grep . || fail "two packages have these files"
depends ppcc "libppar-dev.(=.$VERSION) libc6 libclang1- libisl libjansson c-compiler"
depends libppar0 libc6
dpkg-deb -f ppcc_*.deb Recommends | grep -q '^libclang-common-[0-9]*-dev$' ||
    fail "ppcc recommends $(dpkg-deb -f ppcc_*.deb Recommends)"
depends libppar-dev "libppar0.(=.$VERSION)"

cat >program.c <<'END'
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
# builds PPCC
builds() {
    quietly "$1" -Wall -Wno-unknown-pragmas -o program program.c
    [ "$(PPAR_WORKERS=3 ./program)" = "0 999" ] || fail "the program prints something else"
    rm program
}

for package in ./*.deb; do
    dpkg-deb -x "$package" root
done
builds ./root/usr/bin/ppcc

if [ "$(id -u)" -ne 0 ] || [ -e /usr/include/ppar.h ] || [ -e /usr/bin/ppcc ]; then
    echo "passed; the packages were not installed: that takes root, and a machine without ppcc"
    exit 0
fi
trap 'dpkg -P ppcc libppar-dev libppar0 >/dev/null 2>&1; rm -rf "$work"' EXIT
quietly dpkg -i ./*.deb
builds ppcc
[ -z "$(pkg-config --cflags ppar)" ] || fail "pkg-config names a folder of the system's"
# shellcheck disable=SC2046
quietly ppcc -c program.c
# shellcheck disable=SC2046
quietly cc -o program program.o $(pkg-config --libs ppar)
[ "$(PPAR_WORKERS=3 ./program)" = "0 999" ] || fail "the shared library is not found"
quietly dpkg -P ppcc libppar-dev libppar0
[ -z "$(ls /usr/bin/ppcc /usr/include/ppar.h 2>/dev/null)" ] || fail "the packages leave files"
echo "passed"
