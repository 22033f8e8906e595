/* noalias(p, q): the programmer's word for two pointers. */
#include "show.h"

static void add_one(const int *p, int *q, int n)
{
#pragma ppar for noalias(p, q)
    for (int i = 0; i < n; i++)
        q[i] = p[i] + 1;
}

int main(void)
{
    int a[12], b[12];

    for (int i = 0; i < 12; i++) {
        a[i] = i * i;
        b[i] = -1;
    }
    add_one(a, b + 1, 10);
    SHOW("%d", a, 12);
    SHOW("%d", b, 12);
    return 0;
}
