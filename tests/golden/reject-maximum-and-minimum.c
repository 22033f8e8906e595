/* status: 1 */
/* One variable, both directions. */
int x[100];

int f(void)
{
    int m = 0;

#pragma ppar for
    for (int i = 0; i < 100; i++) {
        if (x[i] > m)
            m = x[i];
        if (x[i] < m)
            m = x[i];
    }
    return m;
}
