/* The value of a variable of the body. */
int x;

int f(const int *restrict v, int *restrict out, int n)
{
#pragma ppar for
    for (int i = 0; i < n; i++) {
        int t = v[i] > 0 ? (x = v[i]) : 1, u[2] = {t, v[i] ? (x = t) : 2};

        out[i] = t * u[1];
    }
    return x;
}
