/* The table is made by the first call, of each worker. */
static double table[100];
static int ready;
double a[100];

static double look_up(int i)
{
    if (!ready) {
        for (int k = 0; k < 100; k++)
            table[k] = k * 0.5;
        ready = 1;
    }
    return table[i];
}

void f(void)
{
#pragma ppar for
    for (int i = 0; i < 100; i++)
        a[i] = look_up(i);
}
