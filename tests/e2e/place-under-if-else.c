/* verdict: proven */
/* The loop is the branch of an if without braces, and the else still belongs to its if. */
#include "show.h"

static void fill(int *restrict a, int n, int way)
{
    if (way == 0)
#pragma ppar for
        for (int i = 0; i < n; i++)
            a[i + 1] = i;
    else if (way == 1)
#pragma ppar for
        for (int i = 0; i < n; i++)
            a[i + 1] = 2 * i;
    else
        a[1] = 5;
}

int main(void)
{
    int a[12];

    for (int way = 0; way < 3; way++) {
        FILL(a, 12, -1);
        fill(a, 10, way);
        SHOW("%d", a, 12);
    }
    return 0;
}
