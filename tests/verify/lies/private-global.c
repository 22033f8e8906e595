/* finds: 'last': 300 serially, 0 in parallel, 0 before the loop */
/* The same of a static variable. */
#include <stdio.h>

static int last;
static int result[101];

int main(void)
{
#pragma ppar for private(last)
    for (int i = 0; i < 101; i++) {
        last = 3 * i;
        result[i] = last * last;
    }
    printf("%d %d\n", last, result[4]);
    return 0;
}
