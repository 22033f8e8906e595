/* verdict: proven */
/* Macros in the body, one of which writes and one of which loops. */
#include "show.h"

#define CUBE(x)    ((x) * (x) * (x))
#define PUT(a, i)  (a)[i] = CUBE(i)
#define EACH(k, n) for (int k = 0; k < (n); k++)

int main(void)
{
    int a[16], b[16][4];

    FILL(a, 16, -1);
    FILL(&b[0][0], 64, -1);
#pragma ppar for
    for (int i = 1; i < 15; i++) {
        PUT(a, i);
        EACH(k, 3) b[i][k] = CUBE(k) + i;
    }
    SHOW("%d", a, 16);
    SHOW("%d", &b[0][0], 64);
    return 0;
}
