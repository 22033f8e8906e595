#!/bin/sh
# samples/project-meson by CC=ppcc.
. "$(dirname "$0")/lib.sh"
need meson ninja
install_tree
project meson

built() {
    (cd "$work/$1" && quietly meson setup build && quietly meson compile -C build) || exit 1
}
built plain
export CC=ppcc
built parallel
same_output "$work/plain/build/ringdown" "$work/parallel/build/ringdown" 2 60 50
(cd "$work/parallel" && quietly meson test -C build) || exit 1
echo "passed"
