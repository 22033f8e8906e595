/* status: 1 */
/* Results that are made here and there, have no name at the loop, or point anywhere. */
#include <stdlib.h>
#include <string.h>

#pragma ppar pack(char * : string)
char *names[100];
double *place[100], x[100];

#pragma ppar effects(in(x))
double *choose(int k);

static void name(char **to, int flag)
{
    if (flag)
        *to = strdup("name");
}

static int *best(double value, int k)
{
    static double highest;
    static int at;
    if (value > highest) {
        highest = value;
        at = k;
    }
    return &at;
}

static void keep(double *to, double value)
{
    if (value > 0)
        *to = value;
}

int f(const int *restrict flag, double *restrict kept)
{
#pragma ppar for
    for (int i = 0; i < 100; i++)
        name(&names[i], flag[i]);
#pragma ppar for
    for (int i = 0; i < 100; i++)
        place[i] = choose(i);
#pragma ppar for
    for (int i = 0; i < 100; i++)
        best(x[i], i);
#pragma ppar for
    for (int i = 0; i < 100; i++)
        keep(&kept[i], x[i]);
    return *best(0, 0);
}
