/* A function that is called looks at the counter. */
double x[200], out[400];
void use(int n);
static int n;

static double rate(void)
{
    return n > 10 ? 0.5 : 1;
}

void collect(int count)
{
#pragma ppar for
    for (int i = 0; i < count; i++) {
        out[n++] = x[i] * rate();
    }
    use(n);
}
