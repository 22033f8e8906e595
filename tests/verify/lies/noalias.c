/* finds: 'line' */
/* The pointers lead to the same array. */
#include <stdio.h>

static int line[500];

static void shift(int *to, int *from, int n)
{
#pragma ppar for noalias(to, from)
    for (int i = 0; i < n; i++)
        to[i] = from[i] + 1;
}

int main(void)
{
    shift(line + 1, line, 499);
    printf("%d\n", line[499]);
    return 0;
}
