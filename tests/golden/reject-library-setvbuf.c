/* status: 1 */
/* The body changes the mode of stdout. */
#include <stdio.h>

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++) {
        if (i == 50)
            setvbuf(stdout, NULL, _IONBF, 0);
        printf("%d\n", i);
    }
}
