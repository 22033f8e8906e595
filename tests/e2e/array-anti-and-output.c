/* verdict: proven */
/* Each element is read, then written by its own and by the next iteration's predecessor. */
#include "show.h"

int main(void)
{
    int a[30];

    for (int i = 0; i < 30; i++)
        a[i] = i;
#pragma ppar for
    for (int i = 28; i > 0; i--) {
        int t = a[i - 1];

        a[i] = t + 100;
        a[i + 1] = t + 200;
    }
    SHOW("%d", a, 30);
    return 0;
}
