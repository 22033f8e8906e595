/* status: 1 */
/* What is compared is not what is stored. */
int x[100];

int f(void)
{
    int m = 0;

#pragma ppar for
    for (int i = 0; i < 100; i++)
        if (x[i] > m)
            m = x[i] + 1;
    return m;
}
