/* status: 1 */
/* The call that gives the value moves the index on: where it was written is not where it points. */
int out[100], at;

static int next(int i)
{
    at = i * 7 % 100;
    return i;
}

void f(void)
{
#pragma ppar for private(at)
    for (int i = 0; i < 100; i++) {
        at = i * 3 % 10;
        if (i % 3)
            out[at * at % 17] = next(i);
    }
}
