/* status: 1 */
/* An iteration that leaves has not written the second half of what is read behind the loop. */
static double scratch[10], x[100];

static void fill(int from, int to, double value)
{
    for (int k = from; k < to; k++)
        scratch[k] = value + k;
}

double f(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++) {
        fill(0, 5, x[i]);
        if (x[i] > 7)
            break;
        fill(5, 10, x[i]);
    }
    return scratch[0] + scratch[9];
}
