/* verdict: proven */
/* Handlers for the program's end see what the iterations before the exit have stored, however these
 * were cut into chunks. */
#include "show.h"
#include <stdlib.h>

enum { N = 5000, LAST = 3210 };

static int a[N];
static long total;
static double exact;

static void handler(void)
{
    SHOW("%d", a, LAST);
    printf("%ld %.17g\n", total, exact);
}

static void run(int last)
{
#pragma ppar for
    for (int i = 0; i < N; i++) {
        if (i == last)
            exit(4);
        a[i] = i * 3;
        total += i;
        exact += i * 0.1;
        if (i % 1000 == 0)
            printf("%d\n", i);
    }
}

int main(void)
{
    run(N);
    atexit(handler);
    run(LAST);
    return 0;
}
