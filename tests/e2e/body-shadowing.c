/* verdict: proven */
/* Inner declarations hide outer names, the counter's among them. */
#include "show.h"

int main(void)
{
    int a[16], t = 7, k = 3;

    FILL(a, 16, -1);
#pragma ppar for
    for (int i = 1; i < 15; i++) {
        int t = 2 * i;

        a[i] = t;
        {
            int i = 5, a = 1;

            for (int k = 0; k < i; k++)
                a += k;
            t += a;
        }
        a[i] += t;
    }
    SHOW("%d", a, 16);
    printf("%d %d\n", t, k);
    return 0;
}
