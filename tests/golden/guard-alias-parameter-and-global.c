/* A pointer parameter may point into the global array. */
int g[100];

void f(int *p)
{
#pragma ppar for
    for (int i = 0; i < 99; i++)
        p[i] = g[i] + 1;
}
