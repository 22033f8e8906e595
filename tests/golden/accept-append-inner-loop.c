/* A loop inside appends. */
double m[50][60], out[4000];

int collect(void)
{
    int n = 0;
#pragma ppar for
    for (int y = 0; y < 50; y++)
        for (int k = 0; k < 60; k++) {
            if (m[y][k] == 0)
                continue;
            out[n++] = m[y][k];
        }
    return n;
}
