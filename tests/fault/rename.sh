#!/bin/sh
# The runtime's object with the calls of the list renamed. Usage: rename.sh calls.def FROM TO OBJCOPY
set -eu
sed -n 's/^CALL(\([a-z_0-9]*\),.*/\1 fault_\1/p' "$1" >"$3.names"
"$4" --redefine-syms="$3.names" "$2" "$3"
