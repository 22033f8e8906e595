/* A loop inside writes the element, or has nothing to do. */
double x[200], out[400];
void use(int n);

void collect(int count, int m)
{
    int n = 0;
#pragma ppar for
    for (int i = 0; i < count; i++) {
        for (int k = 0; k < m; k++)
            out[n] = x[k];
        n++;
    }
    use(n);
}
