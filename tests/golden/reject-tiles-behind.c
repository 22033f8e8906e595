/* Behind the loop inside, the counter is that of the next tile. */
void f(int s, int n, double *restrict a)
{
#pragma ppar for
    for (int b = 0; b < n; b++) {
        int j;
        for (j = b * s; j < (b + 1) * s; j++)
            a[j] = 2 * a[j];
        a[j] += 1;
    }
}
