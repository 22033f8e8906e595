/* verdict: proven */
/* An iteration prints more than any pipe or buffer holds; another a single character. */
#include "show.h"

int main(void)
{
#pragma ppar for schedule(dynamic, 1)
    for (int i = 0; i < 9; i++) {
        if (i % 3 == 1)
            for (int k = 0; k < 60000; k++)
                printf("%d.%d ", i, k);
        putchar('a' + i);
    }
    putchar('\n');
    return 0;
}
