/* status: 0 */
/* A static total, and a callee that does not touch it. */
static long total;
int b[100];

static int weight(int n)
{
    int sum = 0;

    for (int k = 0; k < n; k++)
        sum += b[k];
    return sum;
}

long f(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++)
        total += weight(i);
    return total;
}
