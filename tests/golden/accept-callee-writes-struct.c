/* status: 0 */
/* A function that updates its struct. */
struct body {
    double x, v;
} b[100];

static void move(struct body *body, double dt)
{
    body->v -= dt * body->x;
    body->x += dt * body->v;
}

void f(double dt)
{
#pragma ppar for
    for (int i = 0; i < 100; i++)
        move(&b[i], dt);
}
