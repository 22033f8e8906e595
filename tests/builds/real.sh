#!/bin/sh
# Code bases of others, without a pragma, built with the real compiler and with ppcc in its place:
# the objects are the same byte for byte, their own tests say the same, and building takes as long.
#
#     real.sh [--runs N] [NAME...]      by hand, on an idle machine; NAME: zlib jansson expat bzip2
#
# The sources are Debian's source packages: dpkg-dev, apt's lists with deb-src, autoconf, automake and
# libtool are needed. Each code base is built N times (7) with each compiler, in turn, serially and in
# the same folder; the ratio is that of neighbours. Environment: BUILD, ppcc's build tree; CC, the
# real compiler; WORK, a folder in which the sources stay.
set -u

here=$(cd "$(dirname "$0")" && pwd)
BUILD=$(cd "${BUILD:-$here/../../build}" && pwd) || exit 2
REAL=$(command -v "${CC:-cc}") || exit 2
runs=7
[ "${1:-}" != --runs ] || {
    runs=$2
    shift 2
}
[ $# -gt 0 ] || set -- zlib jansson expat bzip2
unset CC CFLAGS LDFLAGS MAKEFLAGS MAKELEVEL MFLAGS
export PPCC_CC="$REAL" LC_ALL=C
top=${WORK:-$(mktemp -d)}
[ -n "${WORK:-}" ] || trap 'rm -rf "$top"' EXIT
mkdir -p "$top"
cd "$top" || exit 2
failed=0

# ---- each code base: how it is configured with compiler $1, built and tested, in its folder -------

configure_zlib() {
    CC=$1 ./configure
}

configure_jansson() {
    [ -x configure ] || autoreconf -i
    ./configure CC="$1"
}

configure_expat() {
    [ ! -d expat ] || cd expat || return 1
    [ -x configure ] || ./buildconf.sh
    ./configure CC="$1" --without-docbook --without-xmlwf
}

configure_bzip2() {
    sed -i "s|^CC=.*|CC=$1|" Makefile
}

build() {
    [ ! -d expat ] || cd expat || return 1
    case $name in
    bzip2) make libbz2.a bzip2 bzip2recover ;;
    *) make ;;
    esac
}

clean() {
    [ ! -d expat ] || cd expat || return 1
    make clean
}

check() {
    [ ! -d expat ] || cd expat || return 1
    case $name in
    zlib | bzip2) make test ;;
    *) make check ;;
    esac
}

# ---- what is done with each -------------------------------------------------------------------------

fail() {
    echo "FAIL $name: $1"
    failed=1
}

# in_tree KIND COMMAND...: in the tree of that kind, which has the same name for both while it is
# used, since objects may hold it.
in_tree() {
    mv "$top/$name-$1" "$top/$name"
    (cd "$top/$name" && shift && "$@") >"$top/log" 2>&1
    result=$?
    mv "$top/$name" "$top/$name-$1"
    return $result
}

fetch() {
    [ ! -d "$name-source" ] || return 0
    apt-get source -qq "$name" >log 2>&1 || {
        echo "$name: apt-get source failed: $(tail -n 1 log)"
        return 1
    }
    mv "$name"-*/ "$name-source"
}

compiler_of() {
    [ "$1" = plain ] && echo "$REAL" || echo "$BUILD/bin/ppcc"
}

same_objects() {
    same=0
    for object in $(cd "$name-plain" && find . -name '*.o'); do
        cmp "$name-plain/$object" "$name-ours/$object" && same=$((same + 1)) ||
            fail "$object differs"
    done
    echo "$name: $same objects are the same"
}

# Lines of the tests' output that tell results.
results() {
    grep -E '^(# [A-Z]+: |[A-Z]+: |.* test OK|If you got this far)' log
}

# Sets WALL and CPU, in milliseconds: the time, and the processor time of all commands so far.
read_clocks() {
    wall=$(($(date +%s%N) / 1000000))
    times >clocks
    cpu=$(tail -n 1 clocks | tr ms '  ' | awk '{ print int(($1 * 60 + $2 + $3 * 60 + $4) * 1000) }')
}

# The times of builds in turn: "plain's wall, its cpu, ours' wall, its cpu" on each line.
measure() {
    for run in $(seq "$runs"); do
        for kind in plain ours; do
            in_tree $kind clean
            read_clocks
            start_wall=$wall start_cpu=$cpu
            in_tree $kind build || fail "the build with $(compiler_of $kind)"
            read_clocks
            printf '%d %d ' $((wall - start_wall)) $((cpu - start_cpu))
        done
        echo
    done
}

median() {
    sort -n | awk '{ value[NR] = $1 } END { print value[int((NR + 1) / 2)] }'
}

for name in "$@"; do
    fetch || exit 2
    for kind in plain ours; do
        rm -rf "${top:?}/$name-$kind"
        cp -a "$name-source" "$name-$kind"
        in_tree $kind "configure_$name" "$(compiler_of $kind)" || fail "configure, $kind"
        in_tree $kind build || fail "build, $kind"
    done
    same_objects
    for kind in plain ours; do
        in_tree $kind check || fail "its tests, $kind"
        results >"$kind.results"
    done
    cmp plain.results ours.results || fail "its tests say something else"
    echo "$name: its tests say $(wc -l <plain.results) lines"
    measure >built
    echo "$name: cc $(cut -d ' ' -f 1 built | median) ms, ppcc $(cut -d ' ' -f 3 built | median) ms;" \
        "ratio $(awk '{ print $3 / $1 }' built | median)," \
        "of processor time $(awk '{ print $4 / $2 }' built | median) (medians of $runs)"
done
exit $failed
