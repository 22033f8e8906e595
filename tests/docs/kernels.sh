#!/bin/sh
# docs/KERNELS.md says what ppcc says: every loop of the kernels, in order, with its verdict.
# Environment: BUILD, the build tree.
set -u

here=$(cd "$(dirname "$0")" && pwd)
BUILD=${BUILD:-$here/../../build}
said=$(mktemp) || exit 2
found=$(mktemp) || exit 2
trap 'rm -f "$said" "$found"' EXIT

sed -n 's/^| `\(kernel-[^`]*\)` | `\([^`]*\)`, `\([^`]*\)` | \([a-z]*\) | .*/\1 \2 \3 \4/p' \
    "$here/../../docs/KERNELS.md" >"$said"
cd "$here/../e2e" || exit 2
for kernel in kernel-*.c; do
    timeout 10 "$BUILD/bin/ppcc" --check "$kernel" 2>/dev/null |
        sed -n "s/^\([^:]*\):[0-9]*: loop on '\([^']*\)' in '\([^']*\)': \([a-z]*\).*/\1 \3 \2 \4/p"
done >"$found"
[ -s "$found" ] && diff "$said" "$found" && echo "kernels: $(wc -l <"$found") passed, 0 failed"
