/* What the first iteration appends is read by the others. */
double x[200], out[400];
void use(int n);

void collect(int count)
{
    int n = 0;
#pragma ppar for
    for (int i = 0; i < count; i++) {
        out[n++] = x[i] + out[0];
    }
    use(n);
}
