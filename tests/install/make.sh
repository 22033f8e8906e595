#!/bin/sh
# samples/project-make by the rules of ppar.mk, and by CC=ppcc.
. "$(dirname "$0")/lib.sh"
need make pkg-config
install_tree
project make

quietly env PKG_CONFIG_LIBDIR=/nowhere PKG_CONFIG_PATH= make -C "$work/plain"
quietly make -C "$work/parallel"
same_output "$work/plain/kirkwood" "$work/parallel/kirkwood" 2 60 100
quietly make -C "$work/parallel" check

# What is made again follows from the headers; the goal is still the Makefile's own.
quietly make -C "$work/parallel" -q
touch "$work/parallel/survey.h"
made=$(make -C "$work/parallel" -n | sed -n 's/.* -o \([a-z]*\)\.o .*/\1/p' | sort | tr '\n' ' ')
[ "$made" = "bins kirkwood survey " ] || fail "after survey.h changed, these are made: $made"

quietly make -C "$work/parallel" clean
quietly env PKG_CONFIG_LIBDIR=/nowhere PKG_CONFIG_PATH= make -C "$work/parallel" CC=ppcc
same_output "$work/plain/kirkwood" "$work/parallel/kirkwood" 2 60 100

# The other samples take ppcc's name.
cp -r "$tree/share/doc/ppcc/samples/exact" "$work/exact"
quietly make -C "$work/exact" PPCC=ppcc test
echo "passed"
