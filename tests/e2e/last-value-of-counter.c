/* verdict: proven */
/* Copies of the counter, and the counter, after the loop. */
#include "show.h"

int main(void)
{
    int a[20], last = -1, i;
    long twice = 0;

    FILL(a, 20, -1);
#pragma ppar for schedule(dynamic, 1)
    for (i = 1; i < 15; i += 3) {
        last = i;
        twice = 2L * i;
        a[i] = (int)twice;
    }
    SHOW("%d", a, 20);
    printf("%d %d %ld\n", i, last, twice);
    return 0;
}
