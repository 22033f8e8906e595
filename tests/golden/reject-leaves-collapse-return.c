/* status: 1 */
/* One iteration space, left by return. */
static double a[10][10], b[10][10];

int f(void)
{
#pragma ppar for collapse(2)
    for (int i = 0; i < 10; i++)
        for (int j = 0; j < 10; j++) {
            if (b[i][j] < 0)
                return j;
            a[i][j] = b[i][j];
        }
    return 10;
}
