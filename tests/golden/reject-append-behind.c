/* The element is written behind its number. */
double x[200], out[400];
void use(int n);

void collect(int count)
{
    int n = 0;
#pragma ppar for
    for (int i = 0; i < count; i++) {
        n++;
        if (x[i] > 0)
            out[n - 1] = x[i];
    }
    use(n);
}
