/* The line before the failed assertion was written at once. */
#include "show.h"

#include <assert.h>

int main(void)
{
    int a[20];

    setvbuf(stdout, NULL, _IONBF, 0);
#pragma ppar for schedule(static, 1)
    for (int i = 0; i < 20; i++) {
        printf("iteration %d\n", i);
        assert(i != 7);
        a[i] = i;
    }
    SHOW("%d", a, 20);
    return 0;
}
