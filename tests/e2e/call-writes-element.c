/* verdict: proven */
/* Callees write through &a[i], and through two levels. */
#include "show.h"

struct cell {
    int x;
    double y;
    int untouched;
};

static void set(int *p, int value)
{
    *p = value;
}

static void pass_on(int *p, int value)
{
    set(p, value + 1);
}

static void update(struct cell *c, int i)
{
    c->x = i;
    c->y += 0.5 * i;
}

int main(void)
{
    int a[16];
    struct cell c[16];

    FILL(a, 16, -1);
    for (int i = 0; i < 16; i++)
        c[i] = (struct cell){-1, -1.0, 7};
#pragma ppar for
    for (int i = 1; i < 15; i++) {
        pass_on(&a[i], 10 * i);
        update(&c[i], i);
        update(c + i, i);
    }
    SHOW("%d", a, 16);
    for (int i = 0; i < 16; i++)
        printf("%d %g %d\n", c[i].x, c[i].y, c[i].untouched);
    return 0;
}
