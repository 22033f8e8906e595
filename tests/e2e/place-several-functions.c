/* verdict: proven */
/* Loops in several functions of one file, static inline and extern ones. */
#include "show.h"

static int a[12], b[12];

static inline void first(int n)
{
#pragma ppar for
    for (int i = 1; i <= n; i++)
        a[i] = i;
}

void second(int n);

void second(int n)
{
#pragma ppar for
    for (int i = 1; i <= n; i++)
        b[i] = a[i] * a[i];
}

static int third(int n)
{
    int sum = 0;

#pragma ppar for
    for (int i = 1; i <= n; i++)
        sum += a[i] + b[i];
    return sum;
}

int main(void)
{
    FILL(a, 12, -1);
    FILL(b, 12, -1);
    first(10);
    second(9);
    SHOW("%d", a, 12);
    SHOW("%d", b, 12);
    printf("%d\n", third(9));
    return 0;
}
