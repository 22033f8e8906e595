/* A body that surely prints nothing, and does not end the program, needs no file for its output: of these
 * the first one and the last one. */
#include <stdio.h>
#include <stdlib.h>

#pragma ppar effects(out(*to))
void unseen(double *to);

static void say(int i)
{
    if (i > 5)
        printf("%d\n", i);
}

static double half(double x)
{
    if (x < 0)
        fprintf(stderr, "negative\n");
    return x / 2;
}

void silent(double *a)
{
#pragma ppar for
    for (int i = 0; i < 10; i++)
        a[i] = half(i);
#pragma ppar for
    for (int i = 0; i < 10; i++)
        say(i);
#pragma ppar for
    for (int i = 0; i < 10; i++)
        if (a[i] > 7)
            exit(3);
#pragma ppar for
    for (int i = 0; i < 10; i++)
        unseen(&a[i]);
#pragma ppar for
    for (int i = 0; i < 10; i++)
        a[i] += 1;
}
