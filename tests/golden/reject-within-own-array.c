/* status: 1 */
/* The index is in an array of the body's, which the call changes. */
int out[100];

static int step(int *k)
{
    k[0] = k[0] * 5 % 100;
    return k[1];
}

void f(const int *restrict x, int n)
{
#pragma ppar for
    for (int i = 0; i < n; i++) {
        int k[2] = {x[i], i};

        x[i] > 0 && (out[k[0]] = step(k));
    }
}
