/* status: 1 */
/* The pointer is moved by the value that is assigned through it. */
int out[100];

void f(const int *restrict x, int n)
{
#pragma ppar for
    for (int i = 0; i < n; i++) {
        int *p = &out[i / 2];

        if (x[i] > 0)
            *p = (p = &out[i / 3], i);
    }
}
