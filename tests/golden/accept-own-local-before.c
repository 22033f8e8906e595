/* The address of a local variable from before the loop. */
#include <stdio.h>

static int *result[100];

static void work(int depth)
{
    int here = depth;
    if (depth > 0) {
#pragma ppar for
        for (int i = 0; i < 100; i++) {
            result[i] = &here;
        }
    }
    printf("%d\n", here);
}

int main(void)
{
    work(1);
    return 0;
}
