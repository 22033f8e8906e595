enum { N = 100, SIZE = 64 };
static double a[N];

static double *leak;

static double look(int i)
{
    static int ready;
    static double table[SIZE];
    if (!ready) {
        for (int k = 0; k < SIZE; k++)
            table[k] = k;
        ready = 1;
    }
    leak = table;
    return table[i % SIZE];
}

double peep(void);
double peep(void) { return leak ? leak[2] : 0; }

void run(void);
void run(void)
{
#pragma ppar for
    for (int i = 0; i < N; i++)
        a[i] = look(i);
}
