enum { N = 100, SIZE = 64 };
static double a[N];

static int ready;
static double table[SIZE];

static double look(int i)
{
    if (i == 7)
        goto out;
    if (!ready) {
        for (int k = 0; k < SIZE; k++)
            table[k] = k;
        ready = 1;
    }
out:
    return table[i % SIZE];
}

void run(void);
void run(void)
{
#pragma ppar for
    for (int i = 0; i < N; i++)
        a[i] = look(i);
}
