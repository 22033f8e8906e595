struct input {
    double *values;
    int count;
};

static double out[100];

static double inner(struct input in, int i)
{
    in.values[i + 1] = i;
    return in.values[i];
}

static double outer(struct input in, int i) { return inner(in, i) + in.count; }

void run(struct input in);
void run(struct input in)
{
#pragma ppar for
    for (int i = 0; i < 100; i++)
        out[i] = outer(in, i);
}
