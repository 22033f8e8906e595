/* verdict: proven */
/* Late iterations finish first; some print nothing; there is no newline at the end. */
#include "show.h"

int main(void)
{
    int a[24];

    FILL(a, 24, -1);
#pragma ppar for schedule(dynamic, 1)
    for (int i = 1; i < 23; i++) {
        unsigned x = 1;

        for (int k = 0; k < (23 - i) * 100000; k++)
            x = x * 1664525u + 1013904223u;
        if (i % 4)
            printf("[%d %u]", i, x % 10);
        a[i] = (int)(x % 1000);
    }
    printf("|");
    SHOW("%d", a, 24);
    printf("no newline");
    return 0;
}
