# What the tests of this folder share: an installed tree, and projects that are built with it. Read
# in by each of them. Environment: BUILD, the build tree; TEST_CFLAGS, flags for ppcc (sanitizers).
# shellcheck shell=sh disable=SC2034
set -u

here=$(cd "$(dirname "$0")" && pwd)
TOP=$(cd "$here/../.." && pwd)
BUILD=$(cd "${BUILD:-$TOP/build}" && pwd) || exit 2
VERSION=$(cat "$TOP/VERSION")
unset PPCC PPCC_CC DESTDIR CFLAGS CPPFLAGS LDFLAGS MAKEFLAGS PKG_CONFIG_PATH CMAKE_PREFIX_PATH
export LC_ALL=C
work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT

fail() {
    echo "FAIL $*"
    exit 1
}

# need PROGRAM...: without them there is nothing to test.
need() {
    for program in "$@"; do
        command -v "$program" >/dev/null 2>&1 || {
            echo "skip: $program is not there"
            exit 77
        }
    done
}

# quietly COMMAND...: its output is shown only when it fails, and the test with it.
quietly() {
    "$@" >"$work/log" 2>&1 && return
    tail -n 40 "$work/log"
    fail "$*"
}

# Installs to $tree, and lets build systems find it. Component by component: a whole installation
# would write a manifest that belongs to the test of whole ones.
install_tree() {
    tree=$work/tree
    for component in compiler runtime development; do
        quietly cmake --install "$BUILD" --prefix "$tree" --component $component
    done
    libraries=$(dirname "$(find "$tree" -name libppar.a)")
    export PATH="$tree/bin:$PATH" PKG_CONFIG_PATH="$libraries/pkgconfig"
}

# project NAME: copies of the sample, $work/plain and $work/parallel.
project() {
    for copy in plain parallel; do
        cp -r "$tree/share/doc/ppcc/samples/project-$1" "$work/$copy"
    done
}

# same_output PLAIN PARALLEL LOOPS ARG...: both programs print the same; of the parallel one, so
# many loops have workers.
same_output() {
    plain=$1
    parallel=$2
    loops=$3
    shift 3
    "$plain" "$@" >"$work/expected" || fail "$plain"
    [ -s "$work/expected" ] || fail "$plain prints nothing"
    for workers in 1 2 3; do
        PPAR_WORKERS=$workers "$parallel" "$@" >"$work/found" || fail "$parallel"
        cmp "$work/expected" "$work/found" || fail "$parallel prints something else"
    done
    PPAR_GATE=off PPAR_WORKERS=2 PPAR_VERBOSE=1 "$parallel" "$@" 2>&1 >"$work/found" |
        sed -n 's/^ppar: \([^ ]*:[0-9]*\): 2 workers.*/\1/p' | sort -u >"$work/loops"
    [ "$(wc -l <"$work/loops")" -eq "$loops" ] ||
        fail "these loops of $parallel have workers, not $loops: $(cat "$work/loops")"
}
