/* Members of records, some written and some read. */
struct particle {
    double x[3], v[3];
    int cell;
};
void move(struct particle *p);
struct particle particles[1000];

void f(void)
{
#pragma ppar for in(particles[i].v) inout(particles[i].x) out(particles[i].cell)
    for (int i = 0; i < 1000; i++)
        move(&particles[i]);
}
