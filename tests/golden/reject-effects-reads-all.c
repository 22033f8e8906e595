/* A pointer without a section is read to any distance. */
#pragma ppar effects(in(a))
double look(const double *a, int i);
double a[100];

void work(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++) {
        a[i] = look(a, i);
    }
}
