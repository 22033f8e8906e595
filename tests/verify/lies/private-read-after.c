/* finds: memory on the stack of main */
/* finds: 198 serially, 5 in parallel, 5 before the loop */
/* finds: in iteration 99 (i = 99) */
/* private(t), and t is read behind the loop. */
#include <stdio.h>

int main(void)
{
    long t = 5;
    long result[100];
#pragma ppar for private(t)
    for (int i = 0; i < 100; i++) {
        t = 2 * i;
        result[i] = t + 1;
    }
    printf("%ld %ld\n", t, result[7]);
    return 0;
}
