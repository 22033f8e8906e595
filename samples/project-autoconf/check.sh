#!/bin/sh
# The same hits with 1 and with 3 workers.
set -e
PPAR_WORKERS=1 ./align 40 >one.txt
PPAR_WORKERS=3 ./align 40 >three.txt
cmp one.txt three.txt
rm -f one.txt three.txt
