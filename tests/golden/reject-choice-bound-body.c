/* status: 1 */
/* What the bound's function looks at is changed by the body. */
static int width;

static int end_of(int start)
{
    return start + width;
}

void f(int n, double *restrict a)
{
#pragma ppar for
    for (int start = 0; start < n; start += 16) {
        width = 16;
        for (int k = start; k < end_of(start); k++) {
            a[k] += 1;
            if (k == start + 3)
                width = 17;
        }
    }
}
