/* status: 0 */
/* A generator whose state is the iteration's own. */
int a[100];

static unsigned next(unsigned *state)
{
    *state = *state * 1664525u + 1013904223u;
    return *state >> 16;
}

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++) {
        unsigned state = (unsigned)i;

        a[i] = (int)(next(&state) ^ next(&state));
    }
}
