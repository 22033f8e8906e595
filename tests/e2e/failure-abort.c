/* verdict: proven */
/* An assertion fails late; iterations before it update what they find. */
#include "show.h"
#include <stdlib.h>

static void check(int good)
{
    if (!good)
        abort();
}

int main(void)
{
    static int a[300];

    for (int i = 0; i < 300; i++)
        a[i] = i;
    setvbuf(stdout, NULL, _IONBF, 0);
#pragma ppar for schedule(guided)
    for (int i = 0; i < 299; i++) {
        check(a[i + 1] != 250);
        a[i] += a[i + 1];
        printf("%d ", a[i]);
    }
    SHOW("%d", a, 300);
    return 0;
}
