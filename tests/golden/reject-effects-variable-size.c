/* The section's size is what the last iteration left. */
#pragma ppar effects(inout(*n) out(t[0 : *n]))
void grow(double *t, int *n);
double t[100], r[100];
int size = 1;

void work(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++) {
        grow(t, &size);
        r[i] = t[0];
    }
}
