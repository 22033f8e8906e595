/* Some iterations come in behind the write. */
double x[200], out[400];
void use(int n);

void collect(int count)
{
    int n = 0;
#pragma ppar for
    for (int i = 0; i < count; i++) {
        switch (i % 3) {
        case 0:
            out[n] = x[i];
        case 1:
            n++;
        }
    }
    use(n);
}
