/* A sum over places to which others append. */
double x[200], out[400];
void use(int n);

void collect(int count)
{
    int n = 0;
#pragma ppar for
    for (int i = 0; i < count; i++) {
        double sum = 0;
        for (int k = 0; k < i; k++)
            sum += out[k];
        out[n++] = sum;
    }
    use(n);
}
