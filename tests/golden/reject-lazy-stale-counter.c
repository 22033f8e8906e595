enum { N = 100, SIZE = 64 };
static double a[N];

/* The filling goes on with what the caller's part of the function left in k. */
static double look(int i)
{
    static int ready;
    static double table[SIZE];
    int k = i % 2;
    if (!ready) {
        for (; k < SIZE; k++)
            table[k] = k;
        ready = 1;
    }
    return table[i % SIZE];
}

void run(void);
void run(void)
{
#pragma ppar for
    for (int i = 0; i < N; i++)
        a[i] = look(i);
}
