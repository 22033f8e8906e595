/* A function that is called sets the counter back. */
double x[200], out[400];
void use(int n);
static int n;

static void start(void)
{
    n = 0;
}

void collect(int count)
{
#pragma ppar for
    for (int i = 0; i < count; i++) {
        out[n++] = x[i];
        if (x[i] < 0)
            start();
    }
    use(n);
}
