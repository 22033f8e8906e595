/* Nothing is said of where the result points. */
#pragma ppar effects(pure)
double *pick(int i);
double a[100];

void work(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++) {
        a[i] = 1;
        *pick(i) += a[i];
    }
}
