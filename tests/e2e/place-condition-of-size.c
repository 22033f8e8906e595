/* verdict: proven */
/* Conditions on a counter of size_t, which cannot be repeated behind the loop, say which elements are
 * the iteration's own. */
#include <stddef.h>
#include <stdio.h>

static long a[80], b[80];

int main(void)
{
    int n = 60;
    for (int k = 0; k < 80; k++)
        a[k] = b[k] = k % 9;
#pragma ppar for schedule(dynamic, 1)
    for (size_t i = 0; i < n - 1; i++) {
        if (i % 2 == 0) {
            if (i < 3) {
                if (i > 2 && i < 9)
                    a[i] = a[i + 1];
            }
            if (i != n - 1)
                a[i + 3]++;
        } else {
            a[i + 3]--;
        }
    }
#pragma ppar for schedule(dynamic, 3)
    for (size_t i = 0; i < n - 1; i++) {
        if (i < 10)
            b[i] += 100;
        if (i >= 10 && i < 20)
            b[i + 30] = (long)i;
    }
    for (int k = 0; k < 80; k++)
        printf("%ld %ld\n", a[k], b[k]);
    return 0;
}
