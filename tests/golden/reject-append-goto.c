/* A jump leads past the write. */
double x[200], out[400];
void use(int n);

void collect(int count)
{
    int n = 0;
#pragma ppar for
    for (int i = 0; i < count; i++) {
        if (x[i] > 0)
            goto next;
        out[n] = x[i];
        next:
        n++;
    }
    use(n);
}
