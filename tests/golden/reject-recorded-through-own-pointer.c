/* status: 1 */
/* The call changes the body's own variable, through its address. */
int out[100];

static int step(int *k)
{
    *k = *k * 5 % 100;
    return *k;
}

void f(const int *x)
{
#pragma ppar for
    for (int i = 0; i < 100; i++) {
        int k = x[i];

        out[k] = step(&k);
    }
}
