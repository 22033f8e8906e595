/* status: 1 */
/* The maximum decays where it is not exceeded. */
int x[100];

int f(void)
{
    int m = 0;

#pragma ppar for
    for (int i = 0; i < 100; i++)
        if (x[i] > m)
            m = x[i];
        else
            m--;
    return m;
}
