/* status: 1 */
/* Which iteration was the best is noted where it is chosen, which has to be in sight. */
double x[100];

static void take(double *best, int *at, double value, int i)
{
    if (value >= *best) {
        *best = value;
        *at = i;
    }
}

int f(void)
{
    double best = 0;
    int at = -1;
#pragma ppar for
    for (int i = 0; i < 100; i++)
        take(&best, &at, x[i], i);
    return at;
}
