/* status: 1 */
/* Sums of elements: with a clause they are a reduction, and ppcc writes it. */
static double weight[64];

void f(int n, const int *restrict bin, const double *restrict v)
{
    double total = 0;
#pragma ppar for workers(4) // as many as there are
    for (int i = 0; i < n; i++) {
        weight[bin[i] & 63] += v[i];
        if (v[i] > 3)
            weight[0] -= 1;
        for (int k = 0; k < i; k++)
            total += v[k];
    }
    weight[1] = total;
}
