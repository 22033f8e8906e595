/* A loop inside is left before the counter advances. */
double x[200], out[400];
void use(int n);

void collect(int count)
{
    int n = 0;
#pragma ppar for
    for (int i = 0; i < 150; i++) {
        for (int k = 0; k < 4; k++) {
            out[n] = x[k];
            if (x[k] > i)
                break;
            n++;
        }
    }
    use(n);
}
