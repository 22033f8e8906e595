enum { N = 100, SIZE = 64 };
static double a[N];

/* The flag counts the calls. */
static double look(int i)
{
    static int calls;
    static double table[SIZE];
    if (!calls) {
        for (int k = 0; k < SIZE; k++)
            table[k] = k;
    }
    calls++;
    return table[i % SIZE] * calls;
}

void run(void);
void run(void)
{
#pragma ppar for
    for (int i = 0; i < N; i++)
        a[i] = look(i);
}
