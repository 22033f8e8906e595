/* status: 1 */
/* Two sets of rows of one array: each may follow on the other's. */
static int first[101], second[101];
static double v[1001];

void f(int n)
{
#pragma ppar for
    for (int i = 0; i < n; i++) {
        for (int k = first[i]; k < first[i + 1]; k++)
            v[k] *= 0.5;
        for (int k = second[i]; k < second[i + 1]; k++)
            v[k] += 1;
    }
}
