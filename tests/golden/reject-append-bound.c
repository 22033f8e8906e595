/* The loop goes on for as long as it appends. */
double x[200], out[400];
void use(int n);

void collect(void)
{
    int n = 5;
#pragma ppar for
    for (int i = 0; i < n; i++) {
        if (n < 300)
            out[n++] = x[i];
    }
    use(n);
}
