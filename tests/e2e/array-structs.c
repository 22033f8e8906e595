/* verdict: proven */
/* An array of structs: whole structs, then single members. */
#include "show.h"

struct point {
    int x, y;
    double z;
};

static void show(const struct point *p, int n)
{
    for (int i = 0; i < n; i++)
        printf("(%d %d %g)", p[i].x, p[i].y, p[i].z);
    putchar('\n');
}

int main(void)
{
    struct point p[12], q[12];

    for (int i = 0; i < 12; i++) {
        p[i] = (struct point){-1, -2, -3};
        q[i] = p[i];
    }
#pragma ppar for
    for (int i = 1; i < 11; i++) {
        struct point t = {i, 2 * i, 0.5 * i};

        p[i] = t;
    }
#pragma ppar for
    for (int i = 1; i < 11; i++) {
        q[i].y = p[i].x + p[i].y;
        q[i].z += p[i].z;
    }
    show(p, 12);
    show(q, 12);
    return 0;
}
