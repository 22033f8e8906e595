enum { N = 100, SIZE = 64 };
static double a[N];

static int ready;
static double table[SIZE];

static void set(int k, double value) { table[k] = value; }

static double look(int i)
{
    if (!ready) {
        for (int k = 0; k < SIZE; k++)
            set(k, k);
        ready = 1;
    }
    return table[i % SIZE];
}

/* Changes what was filled. */
void change(void);
void change(void) { set(3, 99); }

void run(void);
void run(void)
{
#pragma ppar for
    for (int i = 0; i < N; i++)
        a[i] = look(i);
}
