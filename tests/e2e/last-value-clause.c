/* The lastprivate clause asks for what is found without it too. */
#include "show.h"

int main(void)
{
    int a[20], t = -1;

    FILL(a, 20, -1);
#pragma ppar for lastprivate(t)
    for (int i = 1; i < 19; i++) {
        t = 10 * i;
        a[i] = t + 1;
    }
    SHOW("%d", a, 20);
    printf("%d\n", t);
    return 0;
}
