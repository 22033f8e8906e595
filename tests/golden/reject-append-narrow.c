/* A narrow counter may wrap round. */
double x[200], out[400];
void use(int n);

void collect(int count, int m, double *restrict p)
{
    unsigned char n = 0;
#pragma ppar for
    for (int i = 0; i < count; i++) {
        for (int k = 0; k < m; k++)
            if (x[k] > i)
                p[n++] = x[k];
    }
    use(n);
}
