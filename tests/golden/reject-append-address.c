/* A pointer to the counter reads it. */
double x[200], out[400];
void use(int n);
int at[200];
void collect(int count)
{
    int n = 0, *p = &n;
#pragma ppar for
    for (int i = 0; i < count; i++) {
        out[n++] = x[i];
        at[i] = *p;
    }
    use(n);
}
