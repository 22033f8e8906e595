#!/bin/sh
# The man pages are correct mdoc. Environment: see check.sh.
set -u
. "$(dirname "$0")/check.sh"
need mandoc

# Pages that a page refers to may be elsewhere, so only what mandoc calls a warning, or worse,
# counts.
for page in "$TOP"/docs/man/*.[1-9]; do
    check "${page##*/}" mandoc -T lint -W warning "$page"
done
finish man
