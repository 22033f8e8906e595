/* verdict: proven */
/* Only the part of the scratch array that was written is read. */
#include "show.h"

int main(void)
{
    int a[20], t[100];

    FILL(a, 20, -1);
#pragma ppar for
    for (int i = 1; i < 19; i++) {
        int sum = 0;

        for (int k = 3; k < 3 + i; k++)
            t[k] = i * k;
        for (int k = 4; k < 2 + i; k++)
            sum += t[k];
        a[i] = sum;
    }
    SHOW("%d", a, 20);
    return 0;
}
