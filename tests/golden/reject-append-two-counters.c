/* Two counters number the elements of one array. */
double x[200], out[400];
void use(int n);

void collect(int count)
{
    int n = 0, m = 100;
#pragma ppar for
    for (int i = 0; i < count; i++) {
        out[n++] = x[i];
        if (x[i] > 0)
            out[m++] = -x[i];
    }
    use(n + m);
}
