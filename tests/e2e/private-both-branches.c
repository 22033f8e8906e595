/* verdict: proven */
/* A scalar that every path writes: if, else, switch with default, the conditional operator. */
#include "show.h"

int main(void)
{
    int a[20], t, u, v;

    FILL(a, 20, -1);
#pragma ppar for
    for (int i = 1; i < 19; i++) {
        if (i % 2)
            t = i;
        else
            t = -i;
        switch (i % 3) {
        case 0:
            u = 100;
            break;
        case 1:
            u = 200;
            break;
        default:
            u = 300;
        }
        i > 9 ? (v = 1) : (v = 2);
        a[i] = t + u + v;
    }
    SHOW("%d", a, 20);
    return 0;
}
