double middle(const double *);
double in[100][9], out[100];

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++)
        out[i] = middle(in[i]);
}
