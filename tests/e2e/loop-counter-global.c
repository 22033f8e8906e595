/* The counter may be a variable of the file. */
#include "show.h"

static int i;
int j;
static int a[20], b[20];

int main(void)
{
    FILL(a, 20, -1);
    FILL(b, 20, -1);
#pragma ppar for
    for (i = 1; i < 19; i++)
        a[i] = i;
    printf("%d\n", i);
#pragma ppar for
    for (j = 18; j > 0; j--)
        b[j] = j;
    printf("%d\n", j);
    SHOW("%d", a, 20);
    SHOW("%d", b, 20);
    return 0;
}
