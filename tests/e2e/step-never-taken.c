/* verdict: proven */
/* The step is behind a pointer that is null where there is no iteration to step from. */
#include "show.h"

static int a[100];

static void alone(int n, const int *step)
{
    int i;
#pragma ppar for
    for (i = 0; i < n; i += *step)
        a[i] = i + 1;
    printf("%d\n", i);
}

static void inside(int n, int m, const int *step)
{
    int i, j = -1;
#pragma ppar for collapse(2)
    for (i = 0; i < n; i++)
        for (j = 0; j < m; j += *step)
            a[i * 10 + j] = i + j;
    printf("%d %d\n", i, j);
}

int main(void)
{
    int three = 3;
    alone(0, NULL);
    alone(50, &three);
    inside(0, 0, NULL);
    inside(0, 5, NULL);
    inside(4, 0, NULL);
    inside(4, 8, &three);
    SHOW("%d", a, 100);
    return 0;
}
