struct input {
    const double *table;
    int count;
    double *out;
};

static double weigh(struct input in, int i)
{
    double sum = 0;
    for (int k = 0; k < in.count; k++)
        sum += in.table[k] * i;
    return sum;
}

static void put(struct input in, int i) { in.out[i] = weigh(in, i); }

void run(struct input in);
void run(struct input in)
{
#pragma ppar for
    for (int i = 0; i < 100; i++)
        put(in, i);
}
