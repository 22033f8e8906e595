enum { N = 100, SIZE = 64 };
static double a[N];

static int ready;
static double table[SIZE];

static void clear(void)
{
    for (int k = 0; k < SIZE; k++)
        table[k] = 0;
}

static void fill(void)
{
    clear();
    for (int k = 1; k < SIZE; k++)
        table[k] = k;
    ready = 1;
}

static double look(int i)
{
    if (!ready)
        fill();
    return table[i % SIZE];
}

/* Only a part of the filling. */
void reset(void);
void reset(void) { clear(); }

void run(void);
void run(void)
{
#pragma ppar for
    for (int i = 0; i < N; i++)
        a[i] = look(i);
}
