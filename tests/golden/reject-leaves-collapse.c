/* status: 1 */
/* A break would leave the inner loop alone. */
static double a[10][10], b[10][10];

void f(void)
{
#pragma ppar for collapse(2)
    for (int i = 0; i < 10; i++)
        for (int j = 0; j < 10; j++) {
            if (b[i][j] < 0)
                break;
            a[i][j] = b[i][j];
        }
}
