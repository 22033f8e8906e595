/* An element that is updated through its address. */
struct body {
    double x[3], v[3];
};
#pragma ppar effects(inout(*b))
void move(struct body *b, double dt);
struct body bodies[100];

void work(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++) {
        move(&bodies[i], 0.5);
    }
}
