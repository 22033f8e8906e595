/* verdict: proven */
/* Every kind of schedule, with and without a chunk, smaller and larger than the loop. */
#include "show.h"

int main(void)
{
    int a[30], k = 4;

    (void)k; /* used by a pragma alone */
    FILL(a, 30, 0);
#pragma ppar for schedule(auto)
    for (int i = 1; i < 29; i++)
        a[i] += i;
#pragma ppar for schedule(static)
    for (int i = 1; i < 29; i++)
        a[i] += i;
#pragma ppar for schedule(static, 1)
    for (int i = 1; i < 29; i++)
        a[i] += i;
#pragma ppar for schedule(static, 5)
    for (int i = 1; i < 29; i++)
        a[i] += i;
#pragma ppar for schedule(dynamic)
    for (int i = 1; i < 29; i++)
        a[i] += i;
#pragma ppar for schedule(dynamic, 3)
    for (int i = 1; i < 29; i++)
        a[i] += i;
#pragma ppar for schedule(dynamic, k + 1)
    for (int i = 1; i < 29; i++)
        a[i] += i;
#pragma ppar for schedule(guided)
    for (int i = 1; i < 29; i++)
        a[i] += i;
#pragma ppar for schedule(guided, 4)
    for (int i = 1; i < 29; i++)
        a[i] += i;
#pragma ppar for schedule(dynamic, 1000)
    for (int i = 1; i < 29; i++)
        a[i] += i;
    SHOW("%d", a, 30);
    return 0;
}
