/* Members of the element that the index gives, also by a pointer and in a callee. */
struct body {
    double x, v;
    int hits;
};

static struct body bodies[100];

static void move(struct body *body, double dt)
{
    body->x += dt * body->v;
}

void f(const unsigned *restrict live, int n, double dt)
{
#pragma ppar for
    for (int i = 0; i < n; i++) {
        struct body *body = &bodies[live[i]];
        move(body, dt);
        body->hits++;
    }
}
