enum { N = 100, SIZE = 64 };
static int a[N];

static int binomial(int n, int k)
{
    int i, j;
    static int table[SIZE][SIZE], is_filled;
    if (is_filled == 0) {
        is_filled = 1;
        for (i = 0; i < SIZE; i++) {
            table[i][0] = 1;
            for (j = 1; j <= i; j++)
                table[i][j] = (table[i - 1][j - 1] + (j < i ? table[i - 1][j] : 0)) % 1000003;
        }
    }
    return table[n][k];
}

void run(void);
void run(void)
{
#pragma ppar for
    for (int i = 0; i < N; i++)
        a[i] = binomial(i % SIZE, i / 4);
}
