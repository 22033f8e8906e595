#!/bin/sh
# ppcc as the compiler of build systems: a small project is built by each of them, out of the source
# tree, with the real compiler and with ppcc in its place.
#
#     run.sh SYSTEM        make, autotools, cmake, meson or ccache
#
# The program of ppcc prints what the plain one prints, and runs its loop in parallel. What the build
# system found out about the compiler is the same, a build that is done has nothing left to do, and
# one whose header was touched makes again what depends on it. Skipped (77) where the system is not
# there. Environment: BUILD, ppcc's build tree; CC, the real compiler.
set -u

here=$(cd "$(dirname "$0")" && pwd)
BUILD=$(cd "${BUILD:-$here/../../build}" && pwd) || exit 2
REAL=$(command -v "${CC:-cc}") || exit 2
PPCC=$BUILD/bin/ppcc
system=${1:?which build system}
unset CC CFLAGS LDFLAGS MAKEFLAGS MAKELEVEL MFLAGS
export PPCC_CC="$REAL" PPAR_WORKERS=3 LC_ALL=C

top=$(mktemp -d) || exit 2
trap 'rm -rf "$top"' EXIT
mkdir "$top/tmp" "$top/source"
export TMPDIR="$top/tmp"
. "$here/projects.sh"

fail() {
    echo "FAIL $system: $1"
    [ ! -s "$top/log" ] || tail -n 30 "$top/log"
    exit 1
}

need() {
    for program in "$@"; do
        command -v "$program" >/dev/null 2>&1 || {
            echo "$system: skipped, there is no $program"
            exit 77
        }
    done
}

# logged WHAT COMMAND...
logged() {
    what=$1
    shift
    "$@" >"$top/log" 2>&1 || fail "$what"
}

# A step of a build, in a build folder.
in_folder() {
    (cd "$top/$1" && shift && "$@")
}

# prints_the_same PLAIN OURS: the loop of wave.c runs in parallel in the second program alone.
prints_the_same() {
    "$1" >"$top/plain.txt" || fail "the plain program"
    PPAR_VERBOSE=1 "$2" >"$top/ours.txt" 2>"$top/verbose.txt" || fail "the program of ppcc"
    cmp "$top/plain.txt" "$top/ours.txt" || fail "the programs print something else"
    grep -q 'wave\.c:9: 3 workers' "$top/verbose.txt" || fail "the loop is not parallel"
    [ -z "$(ls "$TMPDIR")" ] || fail "left in TMPDIR: $(ls "$TMPDIR")"
}

# same_objects PLAIN OURS NAME: the object of a source without a loop, but for the folder's name in
# the debugging information.
same_objects() {
    for kind in "$1" "$2"; do
        object=$(find "$top/$kind" -name "$3" | head -n 1)
        strip --strip-debug -o "$top/$kind.stripped" "$object" || fail "no $3 in $kind"
    done
    cmp "$top/$1.stripped" "$top/$2.stripped" || fail "$3 differs"
}

# rebuilds FOLDER PLACE COMMAND...: with nothing changed the build makes no object again; with the
# header touched those that include it, all three.
rebuilds() {
    folder=$1
    shift
    logged "a build with nothing to do" in_folder "$folder" "$@"
    touch "$top/before"
    sleep 0.02
    logged "a build with nothing to do" in_folder "$folder" "$@"
    [ -z "$(find "$top/$folder" -name '*.o' -newer "$top/before")" ] || fail "made again for nothing"
    sleep 1.1 # make compares whole seconds on some file systems
    sed -i 's/POINTS 500/POINTS 400/' "$top/source/src/wave.h"
    logged "a build with a new header" in_folder "$folder" "$@"
    for name in wave scale main; do
        [ -n "$(find "$top/$folder" -name "*$name*.o" -newer "$top/before")" ] ||
            fail "$name.o is not made again"
    done
    sed -i 's/POINTS 400/POINTS 500/' "$top/source/src/wave.h"
}

# ---- the build systems ----------------------------------------------------------------------

build_make() {
    for kind in plain ours; do
        compiler=$REAL
        [ $kind = plain ] || compiler=$PPCC
        mkdir "$top/$kind"
        logged "$kind" in_folder $kind make -j 4 -f ../source/Makefile SRC=../source CC="$compiler"
    done
    prints_the_same "$top/plain/wave" "$top/ours/wave"
    same_objects plain ours scale.o
    for kind in plain ours; do
        cat "$top/$kind"/*.d | tr -s ' \\\n' '\n' | grep -v '/ppar\.h' >"$top/$kind.words"
    done
    diff "$top/plain.words" "$top/ours.words" || fail "the dependencies differ"
    rebuilds ours make -j 4 -f ../source/Makefile SRC=../source CC="$PPCC"
    "$top/ours/wave" | grep -q '^400 points' || fail "the new header is not in the program"
}

build_autotools() {
    for kind in plain ours; do
        compiler=$REAL
        [ $kind = plain ] || compiler=$PPCC
        mkdir "$top/$kind"
        logged "configure, $kind" in_folder $kind ../source/configure CC="$compiler" \
            --prefix="$top/$kind/installed"
        logged "make, $kind" in_folder $kind make -j 4
        logged "make check, $kind" in_folder $kind make check
        logged "make install, $kind" in_folder $kind make install
    done
    diff "$top/plain/config.h" "$top/ours/config.h" || fail "configure found something else"
    for program in wave fixed; do
        prints_the_same "$top/plain/installed/bin/$program" "$top/ours/installed/bin/$program"
    done
    [ -e "$top/ours/installed/lib/libwave.a" ] || fail "no static library"
    [ -e "$top/ours/installed/lib/libwave.so" ] || fail "no shared library"
    rebuilds ours make -j 4
    logged "make distcheck" in_folder ours make dist
}

# cmake_builds FOLDER OPTION...
cmake_builds() {
    folder=$1
    shift
    logged "cmake $*" cmake -S "$top/source" -B "$top/$folder" -G "Unix Makefiles" \
        -DCMAKE_BUILD_TYPE=RelWithDebInfo "$@"
    logged "cmake --build, $*" cmake --build "$top/$folder" --parallel 4
    logged "ctest, $*" in_folder "$folder" ctest
}

# CMake takes libppar.a for one of the C compiler's own libraries, as it should: then it is there when
# a program in several languages is linked by another compiler.
build_cmake() {
    cmake_builds plain -DCMAKE_C_COMPILER="$REAL"
    cmake_builds ours -DCMAKE_C_COMPILER="$PPCC"
    cmake_builds launched -DCMAKE_C_COMPILER="$REAL" -DCMAKE_C_COMPILER_LAUNCHER="$PPCC" \
        -DCMAKE_C_LINKER_LAUNCHER="$PPCC"
    for kind in ours launched; do
        prints_the_same "$top/plain/wave" "$top/$kind/wave"
        same_objects plain $kind scale.c.o
    done
    for what in COMPILER_ID COMPILER_VERSION STANDARD_LIBRARIES IMPLICIT_LINK_LIBRARIES; do
        for kind in plain ours; do
            sed -n "s|$BUILD/lib/libppar.a;||; /set(CMAKE_C_$what /p" \
                "$top/$kind"/CMakeFiles/*/CMakeCCompiler.cmake >"$top/$kind.what"
        done
        diff "$top/plain.what" "$top/ours.what" || fail "CMake sees another $what"
    done
    grep -q "\"command\": \"$REAL " "$top/launched/compile_commands.json" ||
        fail "the compilation database does not name the bare compiler"
    rebuilds ours cmake --build . --parallel 4
    rebuilds launched cmake --build . --parallel 4
}

build_meson() {
    for kind in plain ours; do
        compiler=$REAL
        [ $kind = plain ] || compiler=$PPCC
        logged "meson setup, $kind" env CC="$compiler" meson setup "$top/$kind" "$top/source"
        logged "meson compile, $kind" meson compile -C "$top/$kind"
        logged "meson test, $kind" meson test -C "$top/$kind"
    done
    prints_the_same "$top/plain/wave" "$top/ours/wave"
    same_objects plain ours 'src_scale.c.o'
    rebuilds ours meson compile -C .
}

# cached COMPILER...: the make project built twice in two folders; how many objects of the second
# build came from the cache.
cached() {
    rm -rf "$top/cache" "$top/first" "$top/second"
    for folder in first second; do
        mkdir "$top/$folder"
        ccache --zero-stats >"$top/log"
        logged "$*" in_folder $folder make -f ../source/Makefile SRC=../source CC="$*" CFLAGS='-O2 -Wall'
    done
    prints_the_same "$top/plain/wave" "$top/second/wave"
    ccache --print-stats | awk '/^(direct_cache_hit|preprocessed_cache_hit)/ { hits += $2 } END { print hits + 0 }'
}

# expect HITS COMPILER...
expect() {
    wanted=$1
    shift
    hits=$(cached "$@") || {
        echo "$hits"
        exit 1
    }
    [ "$hits" = "$wanted" ] || fail "CC=\"$*\": $hits of $wanted objects came from the cache"
}

build_ccache() {
    export CCACHE_DIR="$top/cache"
    mkdir "$top/plain"
    logged plain in_folder plain make -f ../source/Makefile SRC=../source CC="$REAL"
    expect 3 ccache "$PPCC"
    expect 3 "$PPCC" ccache "$REAL"
    export PPCC_CC="ccache $REAL"
    expect 3 "$PPCC"
}

case $system in
make) need make ;;
autotools) need autoreconf automake libtoolize make ;;
cmake) need cmake make ;;
meson) need meson ninja ;;
ccache) need ccache make ;;
*) exit 2 ;;
esac
case $system in
ccache) project=make ;;
*) project=$system ;;
esac
in_folder source ${project}_project >"$top/log" 2>&1 || fail "the project"
"build_$system"
echo "builds, $system: passed"
