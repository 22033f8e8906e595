/* verdict: proven */
/* Callees read global tables and scalars that were set before the loop. */
#include "show.h"

static int table[16];
static int offset;
static const int primes[5] = {2, 3, 5, 7, 11};

static int look_up(int i)
{
    return table[i] + offset + primes[i % 5];
}

int main(void)
{
    int a[16];

    for (int i = 0; i < 16; i++)
        table[i] = i * i;
    offset = 1000;
    FILL(a, 16, -1);
#pragma ppar for
    for (int i = 1; i < 15; i++)
        a[i] = look_up(i) + look_up(15 - i);
    SHOW("%d", a, 16);
    return 0;
}
