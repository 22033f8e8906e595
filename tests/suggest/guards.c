/* Loops that are parallel for some values; the condition and the work in the user's terms. */
struct table {
    int rows, columns;
    double *cells;
};

void move(double *to, double *from, int n)
{
    for (int i = 0; i < n; i++)
        to[i] = 2 * from[i];
}

void shift(double *a, int n, int m)
{
    for (int i = 0; i < n; i++)
        a[i + m] = a[i];
}

void scale(struct table *t, const double *restrict by, int skip)
{
    for (int y = 0; y < t->rows; y++)
        for (int x = skip; x < t->columns; x++)
            for (int k = 0; k < 4; k++)
                t->cells[4 * (y * t->columns + x) + k] *= by[k];
}

long halvings(long *steps, int n)
{
    long sum = 0;
    for (int i = 0; i < n; i++) {
        long x = i;
        steps[i] = 0;
        while (x > 1) {
            x = x % 2 ? 3 * x + 1 : x / 2;
            steps[i]++;
        }
        sum += steps[i];
    }
    return sum;
}
