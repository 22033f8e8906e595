/* status: 1 */
/* A flexible end of a struct reaches what lies behind. */
struct text {
    int n;
    int v[1];
};

void f(struct text *t, int n)
{
#pragma ppar for
    for (int i = 0; i < n; i++)
        t->v[i] = t->n + t->v[0];
}
