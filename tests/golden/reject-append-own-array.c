/* The array is that of which the elements are chosen, moved. */
double x[200], out[400];
void use(int n);

void collect(int count)
{
    int n = 0;
#pragma ppar for
    for (int i = 0; i < count; i++) {
        if (x[i] > 0)
            x[n++] = x[i + 1];
    }
    use(n);
}
