/* status: 1 */
/* The place would be another one when it is evaluated again. */
int out[100];

void f(const int *restrict x, int n)
{
#pragma ppar for
    for (int i = 0; i < n; i++) {
        int k = i / 2;

        x[i] > 0 && (out[k++ % 100] = k, 1);
    }
}
