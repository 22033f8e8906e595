/* status: 1 */
/* One struct is cast to another of the same size. */
struct a {
    int x;
};
struct b {
    int y;
};

void f(struct a *p)
{
    struct b *q = (struct b *)p + 1;
#pragma ppar for
    for (int i = 0; i < 100; i++)
        q[i].y = p[i].x + 1;
}
