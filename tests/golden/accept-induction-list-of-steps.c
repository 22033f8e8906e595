/* A pointer that goes along with the counter, in the header. */
double a[100][20];

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++) {
        double *p;
        int k;
        for (k = 0, p = a[i]; k < 20; k++, p++)
            *p += k;
    }
}
