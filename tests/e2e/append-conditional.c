/* verdict: proven */
/* What is kept, what is dropped, and nothing at all, in iteration order. */
#include "show.h"

static double x[500], kept[500], dropped[500];
static int none[20];

static double slow(int i)
{
    double value = i;
    for (int k = 0; k < (i * 37 % 11) * 4000; k++)
        value += 1.0 / (k + 1);
    return value;
}

int main(void)
{
    int n = 0, m = 7;
    size_t nothing = 3;

    for (int i = 0; i < 500; i++)
        x[i] = (i * 7919) % 1000 - 500;
    FILL(kept, 500, -1);
    FILL(none, 20, -1);
#pragma ppar for schedule(dynamic, 3)
    for (int i = 0; i < 450; i++) {
        if (x[i] > 0)
            kept[n++] = slow(i);
        else if (x[i] > -250)
            dropped[m++] = x[i];
        if (x[i] > 1000)
            none[nothing++] = i;
        if (i % 100 == 0)
            printf("%d\n", i);
    }
    printf("%d %d %zu\n", n, m, nothing);
    SHOW("%.17g", kept, 500);
    SHOW("%g", dropped, 500);
    SHOW("%d", none, 20);
    return 0;
}
