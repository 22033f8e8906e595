/* How many are appended is not known, so neither is how far. */
double x[200], out[400];
void use(int n);

void collect(int count, int m, double *p, double *q)
{
    int n = 0;
#pragma ppar for
    for (int i = 0; i < count; i++) {
        for (int k = 0; k < m; k++)
            if (q[k] > i)
                p[n++] = q[k];
    }
    use(n);
}
