#!/bin/sh
# Paints a folder of pictures and filters each of them.
#
#     run-pipeline.sh FOLDER PAINT FILTER PICTURES WIDTH
set -eu

folder=$1 paint=$2 filter=$3 pictures=$4 width=$5

rm -rf "$folder"
"$paint" "$folder" "$pictures" "$width"
for picture in "$folder"/julia-*.ppm; do
    number=${picture##*-}
    number=${number%.ppm}
    "$filter" "$picture" "$folder/watercolour-$number.ppm" "$folder/contours-$number.pgm"
done
