/* verdict: proven */
/* A fault in iteration 61 of 100, in the middle of a chunk: what comes before is printed, the signal
 * is the same. */
#include "show.h"

static int table[100];

static const int *place(int i)
{
    return i == 61 ? (const int *)16 : &table[i];
}

int main(void)
{
    int a[100];

    FILL(table, 100, 7);
#pragma ppar for
    for (int i = 0; i < 100; i++) {
        a[i] = *place(i);
        printf("%d\n", a[i]);
        fflush(stdout);
    }
    SHOW("%d", a, 100);
    return 0;
}
