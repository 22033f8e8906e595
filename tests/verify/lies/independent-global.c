/* finds: 'v' */
/* finds: in parallel, 0 before the loop */
/* The same with an array that has a name. */
#include <stdio.h>

static double v[1000];

int main(int argc, char **argv)
{
    (void)argv;
    v[0] = 1;
#pragma ppar for independent(v)
    for (int i = 0; i < 999; i++)
        v[i + argc] = v[i] + 1;
    printf("%g\n", v[999]);
    return 0;
}
