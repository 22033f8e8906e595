/* status: 0 */
/* Read after the loop. */
int a[100], b[100];

int f(void)
{
    int t = 0;

#pragma ppar for
    for (int i = 0; i < 100; i++) {
        t = b[i] * b[i];
        a[i] = t + 1;
    }
    return t;
}
