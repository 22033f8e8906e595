#include <math.h>

enum { N = 100, SIZE = 256 };
static double a[N];

static double turn(double part) { return 6.2831853 * part; }

static double window(int k)
{
    static int ready;
    static double table[SIZE];
    if (!ready) {
        for (int i = 0; i < SIZE; i++)
            table[i] = 0.5 - 0.5 * cos(turn((double)i / SIZE));
        ready = 1;
    }
    return table[k % SIZE];
}

void run(void);
void run(void)
{
#pragma ppar for
    for (int i = 0; i < N; i++)
        a[i] = window(3 * i) + turn(i);
}
