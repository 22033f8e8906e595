/* status: 1 */
/* Compared as unsigned, stored as signed: not an order of the stored values. */
int x[100];

int f(void)
{
    int m = 0;

#pragma ppar for
    for (int i = 0; i < 100; i++)
        if ((x[i] & 255) > m)
            m = x[i];
    return m;
}
