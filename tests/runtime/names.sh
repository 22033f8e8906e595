#!/bin/sh
# Both libraries define no global name but ppar_*, and those of the shared one have versions.
# Usage: names.sh libppar.a libppar.so
status=0
if nm -g --defined-only "$1" | grep -E '^[0-9a-f]+ [A-Z]' | grep -vE ' ppar_[a-z_]+$'; then
    echo "the static library shows these" >&2
    status=1
fi
if nm -D --defined-only "$2" | grep -v ' A PPAR_' | grep -vE ' ppar_[a-z_]+@@PPAR_(ABI_)?[0-9]+$'; then
    echo "the shared library shows these" >&2
    status=1
fi
[ "$(nm -g --defined-only "$1" | grep -c ' T ppar_')" -ge 9 ] || status=1
[ "$(nm -D --defined-only "$2" | grep -c ' T ppar_.*@@PPAR_ABI_')" -ge 9 ] || status=1
nm -D --defined-only "$2" | grep -q ' T ppar_worker@@PPAR_[0-9]*$' || status=1
exit $status
