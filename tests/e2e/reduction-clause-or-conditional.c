/* An update that never happens leaves a number that is neither 0 nor 1. */
#include "show.h"

int main(void)
{
    int b[40], any = 5, all = 5;

    FILL(b, 40, 0);
#pragma ppar for schedule(static, 1) reduction(|| : any) reduction(&& : all)
    for (int i = 0; i < 40; i++)
        if (b[i]) {
            any = any || b[i];
            all = all && b[i];
        }
    printf("%d %d\n", any, all);
    return 0;
}
