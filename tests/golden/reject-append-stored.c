/* The number of the next element is a result, too. */
double x[200], out[400];
void use(int n);
int at[200];
void collect(int count)
{
    int n = 0;
#pragma ppar for
    for (int i = 0; i < count; i++) {
        at[i] = n;
        out[n++] = x[i];
    }
    use(n);
}
