/* status: 1 */
/* An empty row has no first element: it is the next row's. */
static int ptr[101];
static double v[1001];

void f(int n)
{
#pragma ppar for
    for (int i = 0; i < n; i++) {
        v[ptr[i]] += 1;
        for (int k = ptr[i]; k < ptr[i + 1]; k++)
            v[k] *= 0.5;
    }
}
