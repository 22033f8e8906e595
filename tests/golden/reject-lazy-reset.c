enum { N = 100, SIZE = 64 };
static double a[N];

static int ready;

static double look(int i)
{
    static double sum;
    static double table[SIZE];
    if (!ready) {
        for (int k = 0; k < SIZE; k++) {
            sum += 1;
            table[k] = sum;
        }
        ready = 1;
    }
    return table[i % SIZE];
}

void again(void);
void again(void) { ready = 0; }

void run(void);
void run(void)
{
#pragma ppar for
    for (int i = 0; i < N; i++)
        a[i] = look(i);
}
