#!/bin/sh
# Both libraries define no global name but ppar_*. Usage: names.sh libppar.a libppar.so
status=0
if nm -g --defined-only "$1" | grep -E '^[0-9a-f]+ [A-Z]' | grep -vE ' ppar_[a-z_]+$'; then
    echo "the static library shows these" >&2
    status=1
fi
if nm -D --defined-only "$2" | grep -vE ' ppar_[a-z_]+$'; then
    echo "the shared library shows these" >&2
    status=1
fi
[ "$(nm -g --defined-only "$1" | grep -c ' T ppar_')" -ge 9 ] || status=1
[ "$(nm -D --defined-only "$2" | grep -c ' T ppar_')" -ge 9 ] || status=1
exit $status
