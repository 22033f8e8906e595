enum { N = 100, SIZE = 64 };
static double a[N];

static int ready;
static double table[SIZE];

/* The loop with the pragma is the filling: of no use if it were taken for private. */
static double look(int i)
{
    if (!ready) {
        table[0] = 1;
#pragma ppar for
        for (int k = 1; k < SIZE; k++)
            table[k] = table[k - 1] * 0.5;
        ready = 1;
    }
    return table[i % SIZE];
}

double first(void);
double first(void) { return look(1); }
