/* status: 1 */
/* The step is read again after each iteration. */
int a[100];

int f(int step)
{
#pragma ppar for
    for (int i = 0; i < 100; i += step) {
        a[i] = i;
        if (i == 10)
            step = 2;
    }
    return step;
}
