/* verdict: proven */
/* Two iterations write one element: the later one's value stands. */
#include "show.h"

int main(void)
{
    int a[24], last[1] = {-1}, b[24];

    FILL(a, 24, -1);
    FILL(b, 24, -1);
#pragma ppar for
    for (int i = 1; i < 22; i++) {
        a[i] = 10 * i;
        a[i + 1] = 10 * i + 1;
    }
#pragma ppar for
    for (int i = 1; i < 22; i++) {
        b[i + 1] = 10 * i + 1;
        b[i] = 10 * i;
    }
#pragma ppar for schedule(dynamic, 1)
    for (int i = 0; i < 24; i++)
        last[0] = i;
    SHOW("%d", a, 24);
    SHOW("%d", b, 24);
    printf("%d\n", last[0]);
    return 0;
}
