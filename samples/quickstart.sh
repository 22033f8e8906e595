#!/bin/sh
# Installs what is missing, builds ppcc, and runs two samples, serial and parallel, side by side:
#
#     sh samples/quickstart.sh
set -u

TOP=$(cd "$(dirname "$0")/.." && pwd)
. "$TOP/cmake/setup.sh"

# shellcheck disable=SC2086
need_packages $BUILD_PACKAGES
say "Building ppcc..."
build default build ppcc ppcc1 ppar_static || stop "The build failed."
say "Built: $TOP/build/bin/ppcc"

# show SAMPLE WHAT
show() {
    say ""
    say "== $1: $2 ($(nproc) CPUs)"
    make -s -C "$TOP/samples/$1" PPCC="$TOP/build/bin/ppcc" run || stop "The sample $1 failed."
}

show sweep "100 simulations of a million steps each"
show pipeline "6 pictures, painted and filtered"
say ""
say "The picture is $TOP/samples/pipeline/pictures/watercolour-1.ppm"
say "Now try your own: put '#pragma ppar for' before a loop, and $TOP/build/bin/ppcc in place of cc."
