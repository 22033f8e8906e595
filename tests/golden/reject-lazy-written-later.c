enum { N = 100, SIZE = 64 };
static double a[N];

/* A cache: what is computed stays. */
static double look(int i)
{
    static int ready;
    static double table[SIZE];
    if (!ready) {
        for (int k = 0; k < SIZE; k++)
            table[k] = 0;
        ready = 1;
    }
    table[i % SIZE] += i;
    return table[i % SIZE];
}

void run(void);
void run(void)
{
#pragma ppar for
    for (int i = 0; i < N; i++)
        a[i] = look(i);
}
