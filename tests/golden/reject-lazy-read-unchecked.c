enum { N = 100, SIZE = 64 };
static double a[N];

static int ready;
static double table[SIZE];

static double look(int i)
{
    if (!ready) {
        for (int k = 0; k < SIZE; k++)
            table[k] = k;
        ready = 1;
    }
    return table[i % SIZE];
}

double peep(void);
double peep(void) { return table[1]; }

void run(void);
void run(void)
{
#pragma ppar for
    for (int i = 0; i < N; i++)
        a[i] = look(i);
}
