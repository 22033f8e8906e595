/* status: 1 */
/* The running total bounds an inner loop. */
int a[100], b[100];

int f(void)
{
    int s = 0;

#pragma ppar for
    for (int i = 0; i < 100; i++) {
        for (int k = 0; k < s; k++)
            a[i] = k;
        s += b[i];
    }
    return s;
}
