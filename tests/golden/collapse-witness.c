/* status: 1 */
/* The witness names the counters of all loops. */
static double a[30][40];

void scan(void)
{
#pragma ppar for collapse(2)
    for (int i = 0; i < 30; i++)
        for (int j = 1; j < 40; j++)
            a[i][j] = a[i][j - 1] + 1;
}
