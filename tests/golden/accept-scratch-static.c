/* status: 0 */
/* A scratch array of the file. */
static double t[16];
double a[100];

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++) {
        t[0] = i;
        for (int k = 1; k < 16; k++)
            t[k] = 0.5 * t[k - 1];
        a[i] = t[15];
    }
}
