#!/bin/sh
# The samples, small: each program's output against its plain build's. Environment: BUILD, the build
# tree; TEST_CFLAGS, flags for ppcc alone (sanitizers).
set -u

here=$(cd "$(dirname "$0")" && pwd)
exec sh "$here/../../samples/run-tests.sh" "${BUILD:-$here/../../build}/bin/ppcc"
