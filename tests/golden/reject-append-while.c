/* How many are appended depends on how many there are. */
double x[200], out[400];
void use(int n);

void collect(int count)
{
    int n = 0;
#pragma ppar for
    for (int i = 0; i < count; i++) {
        while (n < i)
            out[n++] = x[i];
    }
    use(n);
}
