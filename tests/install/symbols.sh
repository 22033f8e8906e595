#!/bin/sh
# The shared library's names have versions: a program is not started with a library whose structures
# are others than those that it was compiled with.
. "$(dirname "$0")/lib.sh"
need readelf cc
install_tree
cd "$work" || exit 2

abi=$(sed -n 's/^#define PPAR_ABI \([0-9]*\)$/\1/p' "$tree/include/ppar.h")
name=$(readelf -d "$libraries/libppar.so" | sed -n 's/.*SONAME.*\[\(.*\)\]/\1/p')
[ "$name" = "libppar.so.${VERSION%%.*}" ] || fail "the library's name is $name"
[ "$(readlink -f "$libraries/$name")" = "$libraries/libppar.so.$VERSION" ] ||
    fail "$name is not the library of this version"

cat >program.c <<'END'
#include <ppar.h>
int main(void)
{
    int a[1000];
#pragma ppar for
    for (int i = 0; i < 1000; i++)
        a[i] = i;
    return a[999] != 999 + ppar_worker();
}
END
quietly ppcc -c program.c
quietly cc -o program program.o -L"$libraries" -lppar
needed=$(readelf -V program | sed -n 's/.*Name: \(PPAR_[A-Z0-9_]*\) .*/\1/p' | sort | tr '\n' ' ')
[ "$needed" = "PPAR_${VERSION%%.*} PPAR_ABI_$abi " ] || fail "the program needs $needed"
LD_LIBRARY_PATH=$libraries ./program || fail "the program does not run"

# The same name, other structures.
mkdir other
cat >other.c <<'END'
int ppar_worker(void);
int ppar_worker(void) { return 0; }
END
echo "PPAR_${VERSION%%.*} { ppar_worker; }; PPAR_ABI_$((abi + 1)) { ppar_*; };" >other.map
quietly cc -shared -fPIC -Wl,-soname,"$name" -Wl,--version-script=other.map -o "other/$name" other.c
message=$(LD_LIBRARY_PATH=other ./program 2>&1) && fail "the program runs with another library"
case $message in
*"PPAR_ABI_$abi' not found"*) ;;
*) fail "the message is: $message" ;;
esac
echo "passed"
