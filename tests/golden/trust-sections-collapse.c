/* Two counters of two types tell the section. */
void fill(double *p, int y, long x);
double m[40][60];

void f(void)
{
#pragma ppar for collapse(2) out(m[y][x])
    for (int y = 0; y < 40; y++) {
        for (long x = 0; x < 60; x++)
            fill(&m[y][x], y, x);
    }
}
