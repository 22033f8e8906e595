#!/bin/sh
# samples/project-autoconf, a library of libtool's and a program, by ./configure CC=ppcc.
. "$(dirname "$0")/lib.sh"
need autoreconf automake libtoolize make
install_tree
project autoconf

# built FOLDER ARG...
built() {
    folder=$1
    shift
    mkdir "$folder"
    (cd "$folder" && quietly "$work/parallel/configure" "$@" && quietly make -j 2) || exit 1
}

(cd "$work/parallel" && quietly autoreconf -i) || exit 1
built "$work/plain/build"
built "$work/build" CC=ppcc
same_output "$work/plain/build/align" "$work/build/align" 2 40
quietly make -C "$work/build" check

# The installed program runs with the installed shared library.
quietly make -C "$work/build" install DESTDIR="$work/stage"
export LD_LIBRARY_PATH="$work/stage/usr/local/lib"
[ -e "$LD_LIBRARY_PATH/libalign.so" ] || fail "there is no shared library"
same_output "$work/plain/build/align" "$work/stage/usr/local/bin/align" 2 40
echo "passed"
