/* status: 1 */
/* The header of the loop inside is written anew, for it is annotated, too. */
int start, out[100];

void f(const int *restrict x, int n)
{
#pragma ppar for
    for (int i = 0; i < n; i++) {
        if (x[i] > 0) {
#pragma ppar for
            for (int k = (start = x[i]); k < 10; k++)
                out[k] = k;
        }
    }
}
