#include <ppar.h>

enum { N = 100, SIZE = 64 };
static double a[N];

static double look(int i)
{
    static int ready;
    static double table[SIZE];
    if (!ready) {
        for (int k = 0; k < SIZE; k++)
            table[k] = ppar_random();
        ready = 1;
    }
    return table[i % SIZE];
}

void run(void)
{
#pragma ppar for
    for (int i = 0; i < N; i++)
        a[i] = look(i);
}
