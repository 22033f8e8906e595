/* A parameter may point into a global array. */
double table[100];

void f(double *out)
{
#pragma ppar for
    for (int i = 0; i < 100; i++)
        out[i] = table[99 - i];
}
