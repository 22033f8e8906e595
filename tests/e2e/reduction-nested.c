/* Reductions in loops inside the iterations, which run serially in the workers. */
#include "show.h"

static long total;

static int inner(int n)
{
    int s = 100;

#pragma ppar for
    for (int k = 0; k < n; k++)
        s += k;
    return s;
}

int main(void)
{
    int a[12], sum = 5;
    double d = 0.25;

    FILL(a, 12, -1);
#pragma ppar for
    for (int i = 1; i < 11; i++) {
        int s = i;
        double e = 0.5;
#pragma ppar for
        for (int k = 0; k < i; k++) {
            s += k;
            e += 0.1;
        }
        a[i] = s + inner(i);
        sum += a[i];
        d += e;
        total += inner(3);
    }
    SHOW("%d", a, 12);
    printf("%d %a %ld\n", sum, d, total);
    return 0;
}
