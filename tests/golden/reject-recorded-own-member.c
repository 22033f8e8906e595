/* status: 1 */
/* The index is in a record of the body's, which the call reaches by another pointer. */
struct cursor {
    int at, size;
};

int out[100];

static int step(struct cursor *c)
{
    c->at = c->at * 5 % 100;
    return c->size;
}

void f(const int *restrict x, int n)
{
#pragma ppar for
    for (int i = 0; i < n; i++) {
        struct cursor here = {x[i], i}, *c = &here;

        out[c->at] = step(&here);
    }
}
