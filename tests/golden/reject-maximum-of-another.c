/* status: 1 */
/* Compared with one array, taken from another. */
int x[100], y[100];

int f(void)
{
    int m = 0;

#pragma ppar for
    for (int i = 0; i < 100; i++)
        if (x[i] > m)
            m = y[i];
    return m;
}
