/* status: 1 */
/* The buffer is written in some iterations only, and the other file prints it. */
void keep(const double *);
void show(void);
static double scratch[4];
double result[100];

static void note(int i)
{
    scratch[i & 3] = i;
    scratch[2] = i;
}

void f(const int *restrict x)
{
    keep(scratch);
#pragma ppar for
    for (int i = 0; i < 100; i++) {
        result[i] = i;
        if (x[i] > 0)
            note(i);
    }
    show();
}
