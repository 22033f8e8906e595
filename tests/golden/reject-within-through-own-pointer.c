/* status: 1 */
/* The call that gives the value changes the index, through its address. */
int out[100];

static int step(int *k)
{
    *k = *k * 5 % 100;
    return *k;
}

void f(const int *restrict x, int n)
{
#pragma ppar for
    for (int i = 0; i < n; i++) {
        int k = x[i];

        x[i] > 0 && (out[k] = step(&k));
    }
}
