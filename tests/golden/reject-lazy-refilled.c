enum { N = 100, SIZE = 64 };
static double a[N];

static int ready;
static double sum, table[SIZE];

static void fill(void)
{
    for (int k = 0; k < SIZE; k++) {
        sum += 1;
        table[k] = sum;
    }
    ready = 1;
}

static double look(int i)
{
    if (!ready)
        fill();
    return table[i % SIZE];
}

/* The table is another one after this. */
void refill(void);
void refill(void) { fill(); }

void run(void);
void run(void)
{
#pragma ppar for
    for (int i = 0; i < N; i++)
        a[i] = look(i);
}
