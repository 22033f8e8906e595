/* status: 1 */
/* The variable is read when its scope ends. */
#include <stdio.h>

static void show_it(const int *x)
{
    printf("%d\n", *x);
}

int main(void)
{
    __attribute__((cleanup(show_it))) int x = 3;
    int a[40];

#pragma ppar for schedule(static, 1)
    for (int i = 0; i < 40; i++) {
        x = 2 * i;
        a[i] = x + 1;
    }
    
    return 0;
}
