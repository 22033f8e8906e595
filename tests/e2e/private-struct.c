/* verdict: proven */
/* A scratch struct outside the loop, passed to callees by address. */
#include "show.h"

struct state {
    int x, y;
    int history[4];
};

static void start(struct state *s, int i)
{
    s->x = i;
    s->y = 0;
    for (int k = 0; k < 4; k++)
        s->history[k] = 0;
}

static void step(struct state *s, int k)
{
    s->history[k] = s->x;
    s->y += s->x;
    s->x = s->x * 3 + 1;
}

int main(void)
{
    struct state s;
    int a[20];

    FILL(a, 20, -1);
#pragma ppar for
    for (int i = 1; i < 19; i++) {
        start(&s, i);
        for (int k = 0; k < 4; k++)
            step(&s, k);
        a[i] = s.y + s.history[3];
    }
    SHOW("%d", a, 20);
    return 0;
}
