/* status: 1 */
/* The body sends stdout somewhere else. */
#include <stdio.h>

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++) {
        if (i == 50 && freopen("other", "w", stdout) == NULL)
            continue;
        printf("%d\n", i);
    }
}
