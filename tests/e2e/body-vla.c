/* verdict: proven */
/* An array of variable length in the body, and one outside. */
#include "show.h"

static void work(int n)
{
    int a[n + 2];

    FILL(a, n + 2, -1);
#pragma ppar for
    for (int i = 1; i <= n; i++) {
        int row[n];

        for (int k = 0; k < n; k++)
            row[k] = i * k;
        a[i] = row[n - 1] + row[0];
    }
    SHOW("%d", a, n + 2);
}

int main(void)
{
    work(1);
    work(17);
    return 0;
}
