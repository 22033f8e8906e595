/* The counter does not count. */
double x[200], out[400];
void use(int n);

void collect(int count)
{
    _Bool n = 0;
#pragma ppar for
    for (int i = 0; i < count; i++) {
        out[n++] = x[i];
    }
    use(n);
}
