/* verdict: proven */
/* Functions that print, with results that go elsewhere. */
#include "show.h"

static void report(const char *what, int value)
{
    printf("%s = %d\n", what, value);
}

static int trace(int x)
{
    report("x", x);
    if (x > 20)
        puts("large");
    return x + 1;
}

int main(void)
{
    int a[20];

    FILL(a, 20, -1);
#pragma ppar for
    for (int i = 1; i < 19; i++)
        a[i] = trace(2 * i);
    SHOW("%d", a, 20);
    return 0;
}
