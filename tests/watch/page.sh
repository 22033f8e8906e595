#!/bin/sh
# The page about a run (PPAR_REPORT) in a real browser, Debian's chromium, which is too large to be
# among the packages of the tests: apt-get install chromium. Without it the test is skipped.
#
#     page.sh                      a headless browser runs the page, and it says what it should
#     SHOTS=folder page.sh         and leaves pictures: light and dark, wide and narrow
#
# Environment: BUILD, the build tree; TEST_CFLAGS, flags for ppcc (sanitizers).
set -u
here=$(cd "$(dirname "$0")" && pwd)
build=$(cd "${BUILD:-$here/../../build}" && pwd)
browser=$(command -v chromium || command -v chromium-browser || command -v google-chrome) || {
    echo "page: no chromium; skipped"
    exit 77
}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 1
export HOME="$work"

cat >uneven.c <<'END'
#include <stdio.h>
enum { N = 40 };
static double a[N], b[N], c[N];
static double simulate(long n)
{
    double sum = 0;
    for (long k = 1; k < n; k++)
        sum += 1.0 / k;
    return sum;
}
int main(int argc, char **argv)
{
    (void)argv;
#pragma ppar for name("one </script> is long") schedule(dynamic, 1)
    for (int i = 0; i < N; i++)
        a[i] = simulate(i == N - 1 ? 60000000 : 2000000);
#pragma ppar for name("even")
    for (int i = 0; i < N; i++)
        b[i] = simulate(4000000);
#pragma ppar for if(argc > 1)
    for (int i = 0; i < N; i++)
        c[i] = b[i];
    printf("%g\n", a[1] + b[2] + c[3]);
    return 0;
}
END
# shellcheck disable=SC2086
"$build/bin/ppcc" -O2 ${TEST_CFLAGS:-} -o uneven uneven.c || exit 1
PPAR_WORKERS=2 PPAR_REPORT=r.html ./uneven >printed || exit 1

browse() {
    timeout 50 "$browser" --headless --no-sandbox --disable-gpu --user-data-dir="$work/profile" "$@" \
        "file://$work/r.html" 2>errors
}

failed=0
check() {
    printf %s "$2" | tr '\n' ' ' | grep -qE "$3" && return
    echo "FAIL $1: the page does not match $3"
    failed=1
}

# The data are part of the page, too; what is looked for comes behind them.
shown=$(browse --dump-dom | sed '1,/^const run/d')
check "heading" "$shown" '<main><h1>uneven</h1>'
check "a name with a tag in it" "$shown" '<code>uneven.c:15: one &lt;/script&gt; is long</code>'
check "imbalance" "$shown" 'Imbalance: [0-9]+ % of the workers'
check "serial" "$shown" 'It ran serially: if\(argc &gt; 1\) is false\.'
check "timeline" "$shown" '<svg[^>]*timeline.*<rect class="chunk".*worker 1'
check "histogram" "$shown" '<svg[^>]*histogram.*<rect class="chunk"'
check "prediction" "$shown" '<td>4× the workers</td><td>8</td>'
check "the end" "$shown" '</main>[[:space:]]*</body></html>'
if printf %s "$shown" | grep -qE 'NaN|undefined|Infinity'; then
    echo "FAIL: a number is none"
    failed=1
fi

if [ -n "${SHOTS:-}" ]; then
    for size in 1200,1800 400,3000; do
        browse --screenshot="$SHOTS/light-${size%,*}.png" --window-size="$size"
        browse --blink-settings=preferredColorScheme=0 --screenshot="$SHOTS/dark-${size%,*}.png" \
            --window-size="$size"
    done
fi
[ "$failed" -eq 0 ] && echo "page: passed"
exit "$failed"
