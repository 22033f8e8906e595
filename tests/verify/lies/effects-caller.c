/* finds: memory on the stack of main: 100 serially, 7 in parallel, 7 before the loop */
/* A function that is said to be pure changes a variable of a function that called the loop's. */
#include <stdio.h>

#pragma ppar effects(pure)
int twice(int x);

extern long *where;
static int result[93];

__attribute__((noinline)) static void work(void)
{
#pragma ppar for
    for (int i = 0; i < 93; i++)
        result[i] = twice(i);
}

int main(void)
{
    long count = 7;
    where = &count;
    work();
    printf("%d %ld\n", result[50], count);
    return 0;
}
