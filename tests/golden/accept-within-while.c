/* The condition of a loop inside. */
int x;

static int next(unsigned *state)
{
    *state = *state * 1103515245u + 12345u;
    return (int)(*state >> 16 & 7);
}

int f(const unsigned *restrict v, int n)
{
#pragma ppar for
    for (int i = 0; i < n; i++) {
        unsigned state = v[i];

        while (v[i] > 3 && (x = next(&state)))
            ;
    }
    return x;
}
