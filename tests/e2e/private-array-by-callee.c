/* Global and local scratch arrays that a callee fills and another one reads. */
#include "show.h"

static int scratch[8];

static void fill(int i)
{
    for (int k = 0; k < 8; k++)
        scratch[k] = i * k;
}

static int total(const int *t)
{
    int sum = 0;

    for (int k = 0; k < 8; k++)
        sum += t[k] + scratch[k];
    return sum;
}

static void fill_any(int *t, int i)
{
    for (int k = 0; k < 8; k++)
        t[k] = i + k;
}

int main(void)
{
    int a[20], local[8];

    FILL(a, 20, -1);
#pragma ppar for
    for (int i = 1; i < 19; i++) {
        fill(i);
        fill_any(local, i);
        a[i] = total(local);
    }
    SHOW("%d", a, 20);
    return 0;
}
