/* status: 1 */
/* Lines are written to one stream that is not stdout. */
#include <stdio.h>

int a[100];

void f(FILE *out)
{
#pragma ppar for
    for (int i = 0; i < 100; i++) {
        a[i] = i * i;
        fprintf(out, "%d\n", a[i]);
    }
}
